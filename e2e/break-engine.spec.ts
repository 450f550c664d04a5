import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import {
  backward,
  checkGradients,
  initializers,
  matvec,
  network,
  ops,
  RULES,
  type Rules,
  random,
  rnn,
  run,
  square,
  sub,
  type Tensor,
  unroll,
} from 'unrolled';

const PARAMETERS = ['W_hh', 'W_xh', 'b_h', 'W_hy', 'b_y'];
const STATES = ['h_0', 'h_1', 'h_2', 'h_3'];

/** The network of the figure: two units, three steps, numbers of the seed. */
const scanned = network(rnn, { X: 1, H: 2, Y: 1, T: 3, loss: 'mse' });
const given = (seed: number) => {
  const source = random(seed);
  return Object.fromEntries(
    scanned.inputs.map(({ name, shape, kind }): [string, Tensor] => [
      name,
      kind === 'data'
        ? { shape, data: Float64Array.from({ length: 3 }, (_, t) => source.normal(name, 1, t)) }
        : {
            shape,
            data: initializers
              .torchDefault(2)(shape, source, name)
              .map((w) => 1.4 * w),
          },
    ]),
  );
};

const [byMatrix, byVector] = ops.matvec!.pullbacks as Extract<Rules['ops'][string]['pullbacks'], readonly unknown[]>;
/** The engines of the figure, each with one entry of the rule table changed, and what that makes wrong. */
const engines: Record<string, { rules: Rules; wrong: string[] }> = {
  assigned: { rules: { ...RULES, terms: 'replace' }, wrong: PARAMETERS },
  future: { rules: { ...RULES, future: 'drop' }, wrong: ['W_hh', 'W_xh', 'b_h', 'h_0', 'h_1', 'h_2'] },
  argument: {
    rules: { ...RULES, ops: { ...ops, tanh: { ...ops.tanh!, partials: [([a]) => sub(1, square(a!))] } } },
    wrong: ['W_hh', 'W_xh', 'b_h', 'h_0', 'h_1', 'h_2'],
  },
  transpose: {
    rules: {
      ...RULES,
      ops: {
        ...ops,
        matvec: {
          ...ops.matvec!,
          pullbacks: [
            byMatrix!,
            (g, x, ...rest) => (x[0]!.shape[0] === 2 ? matvec(x[0]!, g) : byVector!(g, x, ...rest)),
          ],
        },
      },
    },
    wrong: ['W_hh', 'W_xh', 'b_h', 'h_0', 'h_1', 'h_2'],
  },
};

/** Every number of the check: what the engine says, and what the loss says. */
function checkOf(rules: Rules, seed: number) {
  const both = unroll(backward(scanned, { rules }));
  const values = run(both, given(seed));
  const claimed = [...PARAMETERS, ...STATES].map((name) => [
    name,
    values.get(both.outputs[`dL/d${name}`] ?? `dL/d${name}`)!,
  ]);
  return checkGradients(unroll(scanned), given(seed), Object.fromEntries(claimed));
}

const figure = (page: Page) => page.locator('[data-widget="break-engine"]');
const number = (page: Page, name: string, index: string) =>
  figure(page).locator(`.number[data-symbol="${name}"][data-index="${index}"]`);
const now = async (page: Page, row: string): Promise<number> =>
  Number(await figure(page).locator(`.now [data-row="${row}"]`).getAttribute('data-value'));
/** Names of the blocks that the heat map calls wrong. */
const wrong = (page: Page): Promise<string[]> =>
  figure(page)
    .locator('.block[data-right="false"]')
    .evaluateAll((all) => all.map((each) => (each as SVGElement).dataset.block!));

async function open(page: Page, path: string) {
  await page.goto(path);
  await expect(figure(page)).toHaveAttribute('data-awake', 'true');
}
const choose = (page: Page, label: string, option: string) =>
  figure(page).getByRole('combobox', { name: label }).selectOption(option);

test('the check passes the right engine and catches every bug, with the numbers of the engine', async ({ page }) => {
  await open(page, '/gallery/break-engine/right/');
  await expect(figure(page)).toHaveAttribute('data-passes', 'true');
  await expect(figure(page).locator('.narration')).toContainText('All gradients are those of the loss');
  for (const [bug, { rules, wrong: expected }] of Object.entries(engines)) {
    await choose(page, 'Engine', bug);
    await expect(figure(page)).toHaveAttribute('data-passes', 'false');
    expect(await wrong(page), bug).toEqual(expected);
    const shown = await figure(page)
      .locator('.number')
      .evaluateAll((all) => all.map((each) => Number((each as HTMLElement).dataset.value)));
    const checked = checkOf(rules, 1);
    expect(shown).toHaveLength(checked.length);
    checked.forEach(({ claimed, difference }, k) => {
      expect(shown[k]! / (claimed / difference), `${bug} ${k}`).toBeCloseTo(1, 6);
    });
    // What differs is shown, and what is the same is put away.
    await expect(figure(page).locator('.equation.wrong').first()).toBeVisible();
  }
  await choose(page, 'Engine', 'leftover');
  await expect(figure(page)).toHaveAttribute('data-passes', 'true');
  await choose(page, 'Backward pass', '2');
  expect(await wrong(page)).toEqual(PARAMETERS);
  await expect(figure(page).locator('.equation.wrong').first()).toContainText('∂L/∂W_hh before');
  await choose(page, 'Engine', 'none');
  await expect(figure(page)).toHaveAttribute('data-passes', 'true');
});

test('a mystery is narrowed down with the keyboard, guessed wrong, then right, and explained', async ({ page }) => {
  await open(page, '/gallery/break-engine/mystery/');
  await expect(figure(page).getByRole('combobox', { name: 'Engine' })).toHaveValue('mystery');
  await expect(figure(page).locator('.equations')).toHaveCount(0);
  expect(await wrong(page)).toEqual(['W_hh', 'W_xh', 'b_h', 'h_0', 'h_1', 'h_2']);

  await number(page, 'W_hh', '0,0').focus();
  await page.keyboard.press('ArrowRight');
  await expect(number(page, 'W_hh', '0,1')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(number(page, 'W_hh', '1,1')).toHaveAttribute('aria-pressed', 'true');
  const { claimed, difference } = checkOf(engines.future!.rules, 8)[3]!;
  expect(await now(page, 'claimed')).toBeCloseTo(claimed, 12);
  expect(await now(page, 'difference')).toBeCloseTo(difference, 9);
  expect(await now(page, 'ratio')).toBeCloseTo(claimed / difference, 6);

  const guess = (name: string) => figure(page).getByRole('button', { name, exact: true });
  await guess('= in place of +=').press('Enter');
  await expect(figure(page).locator('.verdict')).toContainText('∂L/∂W_hy would be wrong here. It is right.');
  await guess('transpose missing').press('Enter');
  await expect(figure(page).locator('.verdict')).toContainText('Look again with T = 1.');
  const steps = figure(page).getByRole('textbox', { name: 'time steps' });
  await steps.fill('1');
  await steps.press('Enter');
  await expect(figure(page)).toHaveAttribute('data-passes', 'true');
  await expect(figure(page).locator('.narration')).toContainText('does this setting hide the bug?');
  await expect(figure(page).locator('.verdict')).toContainText('∂L/∂h₀ would be wrong here. It is right.');
  await steps.fill('3');
  await steps.press('Enter');

  await guess('dh_next dropped').press('Enter');
  await expect(figure(page).locator('.verdict')).toContainText('Right: dh_next dropped.');
  const pair = figure(page).locator('[data-equation="dL/dh_2"]');
  await expect(pair.locator('.right')).toContainText('∂L/∂h₂ = ∂L/∂h₂ (via a₃) + ∂L/∂h₂ (via y₂)');
  await expect(pair.locator('.wrong')).toContainText('∂L/∂h₂ = W_hyᵀ·∂L/∂y₂');

  await figure(page).getByRole('button', { name: 'Another mystery' }).click();
  await expect(figure(page).locator('.equations')).toHaveCount(0);
  await figure(page).getByRole('button', { name: 'Show the answer' }).click();
  await expect(figure(page).locator('.verdict')).toContainText('It is: gradients not zeroed.');
  await figure(page).getByRole('button', { name: 'Undo' }).click();
  await expect(figure(page).locator('.equations')).toHaveCount(0);
});

test('a state is a link, a bad link is refused in words, and the numbers go home as a file', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/gallery/break-engine/two-layers/');
  expect(await wrong(page)).toContain('W_hh^1');
  await figure(page).getByRole('textbox', { name: 'hidden units' }).fill('3');
  await figure(page).getByRole('textbox', { name: 'hidden units' }).press('Enter');
  await figure(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(figure(page).locator('.said')).toHaveText('Link copied.');
  const before = await wrong(page);
  await open(page, page.url());
  expect(await wrong(page)).toEqual(before);
  await expect(figure(page).getByRole('textbox', { name: 'hidden units' })).toHaveValue('3');

  await figure(page).getByText('Export').click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    figure(page).getByRole('button', { name: 'Numbers (CSV)' }).click(),
  ]);
  const rows = readFileSync(await file.path(), 'utf8').split('\r\n');
  await expect(figure(page).locator('.number')).toHaveCount(rows.length - 1);
  const first = rows[1]!.split(',');
  expect(first.slice(0, 2)).toEqual(['W_hh^1', '0']);
  expect(Number(first[2]) / Number(first[3])).toBeCloseTo(Number(first[4]), 9);
  expect(String(Number(first[4]))).toBe(await number(page, 'W_hh^1', '0,0').getAttribute('data-value'));

  await open(page, '/gallery/break-engine/right/?break-engine=1~n.9_1_1_1');
  await expect(figure(page).getByRole('alert')).toContainText('could not be read');
  await expect(figure(page)).toHaveAttribute('data-passes', 'true');
});

test('without scripts the check is there, and its sign is more than a colour', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/gallery/break-engine/transpose/');
  await expect(figure(page)).toHaveAttribute('data-awake', 'false');
  expect(await wrong(page)).toEqual(['W_hh', 'W_xh', 'b_h', 'h_0', 'h_1', 'h_2']);
  const negative = figure(page).locator('.number[data-value^="-"]');
  expect(await negative.count()).toBeGreaterThan(0);
  await expect(negative.first().locator('text')).toContainText('−');
  await expect(negative.first().locator('rect[fill^="url"]')).toHaveCount(1);
  await expect(figure(page).locator('.verdict')).toContainText('It is: transpose missing.');
  await context.close();
});
