import { expect, type Locator, test } from '@playwright/test';
import { open, parts } from './figure.ts';

const VIEWS = ['diagram', 'formula', 'code', 'numbers'] as const;

/** Symbols that are given or computed in the forward half. */
const WEIGHTS = ['W_hh', 'W_xh', 'b_h', 'W_hy', 'b_y'];
const STEPPED = ['x', 'a', 'h', 'y', 'target', 'l', 'L'];
const ALL = [...WEIGHTS, ...STEPPED];

/** The symbol without its time step, whatever way it is written. */
const family = (id: string) =>
  id
    .replace(/←.*$/, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/_\d+(?=$|\/)/g, '');

const symbolsOf = (view: Locator) =>
  view.evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>('[data-sym]')]
      .filter((part) => part.checkVisibility())
      .map(({ dataset }) => dataset.sym!),
  );

/** The views in which something visible is lit as the symbol itself. */
const litIn = async (figure: Locator): Promise<string[]> => {
  const views = parts(figure);
  const lit = await Promise.all(
    VIEWS.map((view) =>
      views[view].evaluate((element) =>
        [...element.querySelectorAll('[data-lit="same"]')].some((part) => part.checkVisibility()),
      ),
    ),
  );
  return VIEWS.filter((_, k) => lit[k]);
};

const symbolIn = (view: Locator, name: string) =>
  view.locator(`:is([data-sym="${name}"], [data-sym="${name}[t]"], [data-sym="${name}_2"]):visible`).first();

test('every symbol is in every view: none is an orphan', async ({ page }) => {
  const figure = await open(page, 'three', '1~p.28');
  const views = parts(figure);
  for (const view of VIEWS) {
    const families = new Set((await symbolsOf(views[view])).map(family));
    expect([...families].sort(), view).toEqual([...ALL].sort());
  }
});

test('every gradient of a state or a weight is in formula and table, those of states in the picture too', async ({
  page,
}) => {
  const figure = await open(page, 'three', '1~b.1~p.89');
  const { formula, numbers, ledger, diagram } = parts(figure);
  const families = async (...views: Locator[]) => new Set((await Promise.all(views.map(symbolsOf))).flat().map(family));
  const inFormula = await families(formula);
  const inTable = await families(numbers, ledger);
  const inDiagram = await families(diagram);
  for (const symbol of ['h', 'a', 'y'])
    expect(
      [inFormula, inTable, inDiagram].map((all) => all.has(`dL/d${symbol}`)),
      symbol,
    ).toEqual([true, true, true]);
  for (const symbol of WEIGHTS)
    expect(
      [inFormula, inTable].map((all) => all.has(`dL/d${symbol}`)),
      symbol,
    ).toEqual([true, true]);
});

for (const from of VIEWS)
  test(`pointing at a symbol in ${from} lights it in all views`, async ({ page }) => {
    const figure = await open(page, 'three', '1~p.18');
    const source = parts(figure)[from];
    for (const symbol of ALL) {
      await symbolIn(source, symbol).hover({ force: true });
      await expect.poll(() => litIn(figure), `${symbol} in ${from}`).toEqual([...VIEWS]);
    }
  });

test('a value and its other time steps are lit apart; leaving for another symbol takes the light away', async ({
  page,
}) => {
  const figure = await open(page, 'three', '1~p.28');
  const { diagram, numbers } = parts(figure);
  await numbers.locator('[data-name="h_2"]').first().hover();
  await expect(diagram.locator('g.cells[data-sym="h_2"]')).toHaveAttribute('data-lit', 'same');
  await expect(diagram.locator('g.cells[data-sym="h_1"]')).toHaveAttribute('data-lit', 'kin');
  await expect(diagram.locator('g.cells[data-sym="a_2"]')).not.toHaveAttribute('data-lit');
  await numbers.locator('[data-name="a_2"]').first().hover();
  await expect(diagram.locator('g.cells[data-sym="h_2"]')).not.toHaveAttribute('data-lit');
  await expect(diagram.locator('.glyph[data-lit]')).toHaveCount(0);
});

test('a shared weight is one symbol at every step: pointing at one lights all', async ({ page }) => {
  const figure = await open(page, 'three');
  const { diagram } = parts(figure);
  await diagram.locator('[data-symbol="W_xh"]').first().hover();
  await expect(diagram.locator('[data-symbol="W_xh"][data-lit="same"]')).toHaveCount(3);
});

test('the focus lights like the pointer does', async ({ page }) => {
  const figure = await open(page, 'three', '1~p.13');
  await parts(figure).numbers.locator('[data-name="h_2"]').first().focus();
  expect(await litIn(figure)).toEqual([...VIEWS]);
});

test('every symbol is reached with the keyboard, says what it is, and lights everywhere', async ({ page }) => {
  const figure = await open(page, 'three', '1~b.1~p.89');
  const symbols = figure.getByRole('toolbar', { name: 'Symbols' });
  const buttons = await symbols.getByRole('button').all();
  await buttons[0]!.focus();
  const seen: string[] = [];
  for (const button of buttons) {
    await expect(button).toBeFocused();
    const symbol = (await button.getAttribute('data-sym'))!;
    seen.push(symbol);
    const [name, meaning] = (await button.textContent())!.split(': ');
    await expect(figure.locator('.symbols .hint'), name!).toContainText(meaning!);
    if (!symbol.startsWith('dL/')) expect(await litIn(figure), symbol).toEqual([...VIEWS]);
    else expect(await litIn(figure), symbol).toContain('formula');
    await page.keyboard.press('ArrowRight');
  }
  const gradients = ['y', 'h', 'a', ...WEIGHTS].map((symbol) => `dL/d${symbol}`);
  expect(seen.toSorted()).toEqual([...ALL, ...gradients].toSorted());
  await expect(figure, 'arrow keys do not walk here').toHaveAttribute('data-at', '89');
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });
  test('a tap lights like the pointer does', async ({ page }) => {
    const figure = await open(page, 'three', '1~p.13');
    for (const view of VIEWS) {
      await parts(figure).narration.tap();
      await symbolIn(parts(figure)[view], 'h').tap({ force: true });
      await expect.poll(() => litIn(figure), view).toEqual([...VIEWS]);
    }
  });
});

test('the line of the formula that was just computed is marked, and only that one', async ({ page }) => {
  const figure = await open(page, 'three', '1~p.12');
  const { formula, forward } = parts(figure);
  const marked = formula.locator('[data-now]');
  for (const defines of ['a[t]', 'h[t]']) {
    await expect(marked).toHaveAttribute('data-defines', defines);
    await forward.click();
  }
});
