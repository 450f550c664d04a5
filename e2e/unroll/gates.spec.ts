import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { fromPytorch, gruPytorch, lstm } from 'unrolled';
import { at, engine, expectTrue, numberOf, open, parts, shownIn } from './figure.ts';

const GATED = { x: [1, 0, -1], target: [0, 1, 0] };

for (const cell of ['lstm', 'gru'])
  test(`${cell}: every number of the open cell, at every stop forward and back, is the engine’s`, async ({ page }) => {
    const figure = await open(page, cell, `1~c.${cell}~x.1_0_-1~y.0_1_0~b.1~d.step~p.0`);
    const { diagram, numbers, ledger } = parts(figure);
    const { values, order, program } = engine({ cell, ...GATED });
    const end = program.equations.length;
    await figure.getByRole('button', { name: 'Step forward' }).focus();
    for (let stops = 0; (await at(figure)) < end; stops++) {
      expect(stops).toBeLessThan(10);
      const before = await at(figure);
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => at(figure)).toBeGreaterThan(before);
      for (const part of [diagram, numbers, ledger]) {
        const shown = await shownIn(part);
        expectTrue(shown, values);
        for (const { name } of shown) expect(order.get(name) ?? -1).toBeLessThan(await at(figure));
      }
    }
    expect((await shownIn(ledger)).length).toBeGreaterThan(0);
    const named = (await shownIn(diagram)).map(({ name }) => name);
    const states = cell === 'lstm' ? ['f_1', 'i_1', 'o_1', 'g_1', 'c_1', 'h_1'] : ['r_1', 'z_1', 'n_1', 'h_1'];
    expect(named).toEqual(expect.arrayContaining([...states, ...states.map((name) => `dL/d${name}`)]));
  });

const TORCH = JSON.parse(readFileSync(new URL('../../lib/fixtures/torch-gated.json', import.meta.url), 'utf8')).cases;

for (const [example, cell, module] of [
  ['lstm-pytorch', lstm, 'LSTM'],
  ['gru-pytorch', gruPytorch, 'GRU'],
] as const)
  test(`the numbers of torch.nn.${module} are PyTorch’s, to ten digits`, async ({ page }) => {
    const given = TORCH.find(({ name }: { name: string }) => name === `${module}-X1-H1-T3-N1-L1-D1`);
    const { numbers, ledger } = parts(await open(page, example));
    await page.keyboard.press('End');
    const shown = [...(await shownIn(numbers)), ...(await shownIn(ledger))];
    const { weight_ih_l0, weight_hh_l0, bias_ih_l0 } = given.gradients;
    // PyTorch's second bias is ours only where something stands between the two: at the n of a GRU.
    const bias_hh_l0 = given.gradients.bias_hh_l0.map((g: number, k: number) => (module === 'GRU' && k === 2 ? g : 0));
    const gradients = fromPytorch(cell, { weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0 });
    const expected: Record<string, number> = {
      L: given.L[0],
      'dL/dh_0': given.gradients.h_0[0][0][0],
      ...(given.c_0 && { 'dL/dc_0': given.gradients.c_0[0][0][0] }),
      ...Object.fromEntries(given.output[0].map(([h]: number[], k: number) => [`h_${k + 1}`, h])),
      ...Object.fromEntries(Object.entries(gradients).map(([name, { data }]) => [`dL/d${name}`, data[0]])),
    };
    for (const [name, value] of Object.entries(expected)) {
      const mine = shown.filter((each) => each.name === name);
      expect(mine.length, name).toBeGreaterThan(0);
      for (const each of mine) expect(Math.abs(each.value - value), name).toBeLessThanOrEqual(1e-10 * Math.abs(value));
    }
  });

test('the open cell is the one of the step that the walk is at', async ({ page }) => {
  const figure = await open(page, 'lstm');
  const { diagram, forward, depth } = parts(figure);
  await depth.selectOption('time step');
  await page
    .getByRole('button', { name: 'First' })
    .or(figure.getByRole('button', { name: /start|first/i }))
    .first()
    .click();
  for (const t of [1, 2, 3]) {
    await forward.click();
    await expect(diagram).toHaveAccessibleName(`The cell opened at time step ${t} of 3`);
  }
});

test('a held gate has its value at every step, in picture, numbers and address', async ({ page }) => {
  const figure = await open(page, 'lstm');
  const { numbers } = parts(figure);
  await figure.getByRole('combobox', { name: 'Hold f' }).selectOption('at 1: open');
  await figure.getByRole('combobox', { name: 'Hold i' }).selectOption('at 0: shut');
  await page.keyboard.press('Tab');
  await figure.getByRole('button', { name: 'Step forward' }).focus();
  await page.keyboard.press('End');
  const shown = await shownIn(numbers);
  const valuesOf = (name: RegExp) => shown.filter((each) => name.test(each.name)).map(({ value }) => value);
  expect(valuesOf(/^f_/)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(valuesOf(/^c_/)).toEqual(Array(8).fill(0));
  await expect(figure.getByRole('table', { name: /^Memory of c/ })).toContainText('never: all is kept');
  await expect.poll(() => new URL(page.url()).searchParams.get('unroll')).toContain('g.f!1!!i!0');
  await page.reload();
  await expect(figure.getByRole('combobox', { name: 'Hold f' })).toHaveValue('open');
});

test('a gate held at a value takes it from its box, and says what is wrong with another', async ({ page }) => {
  const figure = await open(page, 'gru');
  await figure.getByRole('combobox', { name: 'Hold z' }).selectOption('at a value');
  const box = figure.getByLabel('Value of z');
  await box.fill('0.25');
  await box.press('Enter');
  const { values } = engine({ cell: 'gru', ...GATED });
  const z = (await shownIn(parts(figure).numbers)).filter(({ name }) => name === 'z_1');
  expect(z.map(({ value }) => value)).toEqual([0.25, 0.25]);
  expect(numberOf(values, 'z_1', '0')).not.toBe(0.25);
  await box.fill('2');
  await box.press('Enter');
  await expect(figure.getByText('2 is outside 0 … 1.')).toBeVisible();
});

test('half-lives are those of the gate at the open step', async ({ page }) => {
  const figure = await open(page, 'lstm');
  const { values } = engine({ cell: 'lstm', ...GATED });
  const memory = figure.getByRole('table', { name: /^Memory of c/ });
  const shown = await memory
    .locator('[data-symbol="half-life"]')
    .evaluateAll((all) => all.map((each) => Number((each as HTMLElement).dataset.value)));
  const forget = Array.from(values.get('f_2')!.data);
  expect(shown).toEqual(forget.map((f) => Math.log(0.5) / Math.log(f)));
});

test('another variant is drawn from its own equations', async ({ page }) => {
  const figure = await open(page, 'lstm');
  await figure.getByRole('combobox', { name: 'Cell' }).selectOption({ label: 'LSTM with peepholes' });
  await expect(parts(figure).diagram.locator('[data-symbol="p_o"]')).toHaveCount(1);
  await figure.getByRole('combobox', { name: 'Cell' }).selectOption({ label: 'LSTM without forget gate' });
  await expect(parts(figure).diagram.locator('[data-sym^="f_"]')).toHaveCount(0);
  await expect(figure.getByRole('table', { name: /^Memory/ })).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the picture follows the walk', async ({ page }) => {
    const figure = await open(page, 'lstm');
    const { diagram, forward } = parts(figure);
    await figure.getByRole('button', { name: 'Step forward' }).focus();
    await page.keyboard.press('Home');
    /** How far what was just computed stands out of the picture's window, in pixels. */
    const outside = () =>
      diagram.evaluate((svg) => {
        const now = svg.querySelector('.node[data-state="now"]')?.getBoundingClientRect();
        const window = svg.parentElement!.getBoundingClientRect();
        return now ? Math.max(0, window.left - now.left, now.right - window.right) : 0;
      });
    for (let step = 0; step < 20; step++) {
      await forward.click();
      await expect.poll(outside).toBe(0);
    }
    await expect.poll(() => diagram.evaluate((svg) => svg.parentElement!.scrollLeft)).toBeGreaterThan(0);
  });
});
