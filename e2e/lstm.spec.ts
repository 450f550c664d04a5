import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { lstm, math, network, parameterCount, parametersOf, run } from '../lib/index.ts';
import { settle, watch } from './site/site.ts';
import { shownIn } from './unroll/figure.ts';

const exercise = (page: Page, id: string): Locator => page.locator(`exercise-box#${id}`);
const told = (page: Page, id: string): Locator => exercise(page, id).getByRole('status').first();
const figure = (page: Page, id: string): Locator => page.locator(`[data-widget="unroll"]#${id}`);

async function awake(page: Page, id: string): Promise<Locator> {
  await figure(page, id).scrollIntoViewIfNeeded();
  await expect(figure(page, id)).toHaveAttribute('data-awake', 'true');
  return figure(page, id);
}

async function answer(page: Page, id: string, text: string): Promise<void> {
  await exercise(page, id).getByRole('textbox', { name: 'Your answer' }).fill(text);
  await exercise(page, id).getByRole('button', { name: 'Check' }).click();
}

/** The unit of the first figure, by the engine. */
function byHand(x: readonly number[]) {
  const own: Record<string, number> = { b_f: 2, W_xi: 2, W_xo: -2, W_xg: 1 };
  const weights = Object.entries(parametersOf(lstm, { X: 1, H: 1, Y: 1 })).map(([name, shape]) => [
    name,
    { shape, data: Float64Array.of(own[name] ?? 0) },
  ]);
  const values = run(network(lstm, { X: 1, H: 1, Y: 1, T: x.length, loss: 'mse' }), {
    ...Object.fromEntries(weights),
    ...{ h_0: [0], c_0: [0], x: x.map((x_t) => [x_t]), target: x.map(() => [0]) },
  });
  return (symbol: string, t: number): number => values.get(symbol)!.data[t - 1]!;
}

/** The number that a figure shows under a name. */
async function shown(of: Locator, name: string): Promise<number | undefined> {
  return (await shownIn(of)).find((each) => each.name === name)?.value;
}

/** By keyboard; again while the page is not there yet, which the first key after waking may be too early for. */
async function walkToEnd(page: Page, of: Locator): Promise<void> {
  await expect(async () => {
    await of.getByRole('button', { name: 'Step forward' }).focus();
    await page.keyboard.press('End');
    await expect(of.getByRole('button', { name: 'Step forward' })).toBeDisabled({ timeout: 1000 });
  }).toPass();
}

test.beforeEach(({ page }) => page.goto('/lstm/'));

test('the first figure is walked by keyboard, and c_2 is the engine’s', async ({ page }) => {
  const unit = await awake(page, 'stepper');
  const value = byHand([1, -1]);
  expect(await shown(unit, 'c_1')).toBe(value('c', 1));
  await walkToEnd(page, unit);
  await expect.poll(() => shown(unit, 'c_2')).toBe(value('c', 2));
  expect(await shown(unit, 'h_2')).toBe(value('h', 2));
  expect(value('c', 2)).toBeGreaterThan(0);
});

test('held gates keep c, and a shut output gate hides it', async ({ page }) => {
  // The page is laid out while one reads; a link moves until then.
  await settle(page);
  await page.getByRole('link', { name: 'this stepper' }).click();
  const held = await awake(page, 'unroll');
  expect([await shown(held, 'c_1'), await shown(held, 'c_2')]).toEqual([0.8, 0.8]);
  await held.getByRole('combobox', { name: 'Hold o' }).selectOption('at 0: shut');
  await expect.poll(() => shown(held, 'h_2')).toBe(0);
  expect(await shown(held, 'c_2')).toBe(0.8);
});

test('back on the lane of c each step multiplies by f', async ({ page }) => {
  const places = page.locator('.carousel [data-gradient]');
  const drawn = await places.evaluateAll((all) => all.map((each) => Number((each as HTMLElement).dataset.value)));
  expect(drawn).toHaveLength(4);
  for (const t of [0, 1, 2]) expect(drawn[t]! / drawn[t + 1]!).toBeCloseTo(math.sigmoid(2), 12);
  // The page is laid out while one reads; a link moves until then.
  await settle(page);
  await page.getByRole('link', { name: 'The same three steps backward' }).click();
  const lane = await awake(page, 'unroll');
  await walkToEnd(page, lane);
  await expect.poll(() => shown(lane, 'dL/dc_1')).toBe(drawn[1]);
});

test('the exercises have the six equations written, and the cell judges', async ({ page }) => {
  const forget = exercise(page, 'write-f');
  await forget.getByRole('radio').first().check();
  await forget.getByRole('button', { name: 'Check' }).click();
  await expect(told(page, 'write-f')).toContainText(
    /Not yet.*With random weights it gives −?0\.\d{3}, where the cell/s,
  );
  await forget.getByRole('radio').nth(1).check();
  await forget.getByRole('button', { name: 'Check' }).click();
  await expect(told(page, 'write-f')).toContainText('Right');

  const both = exercise(page, 'write-io');
  await both.getByRole('checkbox', { name: 'the function σ' }).check();
  await both.getByRole('checkbox', { name: 'the two vectors' }).check();
  await both.getByRole('button', { name: 'Check' }).click();
  await expect(told(page, 'write-io')).toContainText('Right');

  await exercise(page, 'write-g').getByRole('radio').nth(2).check();
  await exercise(page, 'write-g').getByRole('button', { name: 'Check' }).click();
  await expect(told(page, 'write-g')).toContainText('Right');

  for (const id of ['write-c', 'write-h', 'step-order']) {
    await sort(page, id);
    await exercise(page, id).getByRole('button', { name: 'Check' }).click();
    await expect(told(page, id)).toContainText('Right');
  }
});

/** Puts the pieces of an order in their order, with the buttons that move one up. */
async function sort(page: Page, id: string): Promise<void> {
  const items = exercise(page, id).locator('.items > li');
  const count = await items.count();
  for (let place = 0; place < count; place++) {
    const item = exercise(page, id).locator(`.items > li[data-item="${place}"]`);
    const at = () => item.evaluate((li) => [...li.parentElement!.children].indexOf(li));
    while ((await at()) > place) await item.locator('button[data-move="-1"]').click();
  }
}

test('numbers: right answers are the engine’s, slips are met with their reason', async ({ page }) => {
  const half = (b: number) => Math.log(0.5) / Math.log(math.sigmoid(b));
  const right: Record<string, string> = {
    'second-step': byHand([1, -1])('c', 2).toFixed(4),
    alone: (0.5 * math.tanh(1.9)).toFixed(4),
    'shape-whf': '3x5',
    silent: '0',
    lane: (0.9 ** 50).toFixed(5),
    'half-life-1': half(1).toFixed(2),
    'half-life-5': half(5).toFixed(1),
    'c-100': '100',
    count: String(parameterCount(lstm, { X: 1, H: 64, Y: 1 })),
  };
  for (const [id, text] of Object.entries(right)) {
    await answer(page, id, text);
    await expect(told(page, id)).toContainText('Right');
  }
  await answer(page, 'second-step', '-0.5908');
  await expect(told(page, 'second-step')).toContainText('The gates are swapped');
  await answer(page, 'count', '17152');
  await expect(told(page, 'count')).toContainText('PyTorch’s count');
  await answer(page, 'c-100', '1');
  await expect(told(page, 'c-100')).toContainText('not squashed');
});

test('every claim of the chapter has its verdict, and an experiment that ran', async ({ page }) => {
  const verdicts = {
    ...{ F8: 'true', E82: 'false', E81: 'false', E79: 'false', R5: 'true', E83: 'imprecise', E80: 'misleading' },
    ...{ E74: 'misleading', E74b: 'misleading', E74c: 'misleading', E80b: 'misleading', E85: 'misleading' },
    ...{ E77: 'misleading', E78: 'false' },
  };
  const claims = page.locator('.doc-claim');
  await expect(claims).toHaveCount(Object.keys(verdicts).length);
  for (const [id, verdict] of Object.entries(verdicts))
    await expect(page.locator(`[data-claim="${id}"]`)).toHaveAttribute('data-verdict', verdict);
  await page.locator('[data-claim="E82"] summary').first().click();
  await expect(page.locator('[data-claim="E82"] .output')).toContainText('only o open');
});

test('drawings show the engine’s numbers', async ({ page }) => {
  const ends = page.locator('.counting [data-line]');
  await expect(ends).toHaveCount(4);
  await expect(page.locator('.counting [data-line="c, LSTM"]')).toHaveAttribute('data-end', '30');
  for (const b of [0, 1, 3, 5]) {
    const steps = await page.locator(`.half-life [data-bias="${b}"]`).getAttribute('data-steps');
    expect(Number(steps)).toBeCloseTo(Math.log(0.5) / Math.log(math.sigmoid(b)), 12);
  }
});

test('nothing is wrong with the page: no error, no sideways scrolling, a moderate number of elements', async ({
  page,
}) => {
  const wrongs = await watch(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/lstm/');
  await settle(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(13_000);
  expect(wrongs).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });
    test('no accessibility violation', async ({ page }) => {
      await settle(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)).toEqual([]);
    });
  });
