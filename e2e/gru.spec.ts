import { expect, type Locator, type Page, test } from '@playwright/test';
import { type Cell, gru, gruCho, math, network, parameterCount, parametersOf, run } from '../lib/index.ts';
import { settle } from './site/site.ts';
import { shownIn } from './unroll/figure.ts';

const exercise = (page: Page, id: string): Locator => page.locator(`exercise-box#${id}`);
const told = (page: Page, id: string): Locator => exercise(page, id).getByRole('status').first();
const figure = (page: Page, id: string): Locator => page.locator(`[data-widget="unroll"]#${id}`);

async function awake(page: Page, id: string): Promise<Locator> {
  await figure(page, id).scrollIntoViewIfNeeded();
  await expect(figure(page, id)).toHaveAttribute('data-awake', 'true');
  return figure(page, id);
}

/** The unit of the first figure, by the engine. */
function byHand(cell: Cell, own: Readonly<Record<string, number>> = {}) {
  const numbers: Readonly<Record<string, number>> = { W_xr: -2, W_xz: 2, W_hn: 1, W_xn: 1, ...own };
  const weights = Object.entries(parametersOf(cell, { X: 1, H: 1, Y: 1 })).map(([name, shape]) => [
    name,
    { shape, data: Float64Array.of(numbers[name] ?? 0) },
  ]);
  const sequence = { x: [[1], [-1]], target: [[0], [0]] };
  const values = run(network(cell, { X: 1, H: 1, Y: 1, T: 2, loss: 'mse' }), {
    ...Object.fromEntries(weights),
    ...{ h_0: [0], ...sequence },
  });
  return values.get('h')!.data[1]!;
}

async function shown(of: Locator, name: string): Promise<number | undefined> {
  return (await shownIn(of)).find((each) => each.name === name)?.value;
}

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

test('one unit: the variant turns the sign, the weight of z turns it back, and the second bias stays out of it', async ({
  page,
}) => {
  await page.goto('/gru/');
  const unit = await awake(page, 'stepper');
  await expect(async () => {
    await unit.getByRole('button', { name: 'Step forward' }).focus();
    await page.keyboard.press('End');
    await expect(unit.getByRole('button', { name: 'Step forward' })).toBeDisabled({ timeout: 1000 });
  }).toPass();
  await expect.poll(() => shown(unit, 'h_2')).toBe(byHand(gru));
  const variant = unit.getByRole('combobox', { name: 'Cell' });
  await variant.selectOption('GRU of Cho et al.');
  await expect.poll(() => shown(unit, 'h_2')).toBe(byHand(gruCho));
  expect([Math.sign(byHand(gru)), Math.sign(byHand(gruCho))]).toEqual([1, -1]);
  // One unit: reset before and after are the same.
  await variant.selectOption('GRU of PyTorch');
  await expect.poll(() => shown(unit, 'h_2')).toBe(byHand(gruCho));
  await unit.getByText('Your own sequence and numbers').click();
  const weight = unit.getByRole('textbox', { name: 'W_xz[0,0]' });
  await weight.fill('-2');
  await weight.press('Enter');
  await expect.poll(async () => (await shown(unit, 'h_2'))?.toFixed(12)).toBe(byHand(gru).toFixed(12));

  // The page is laid out while one reads; a link moves until then.
  await settle(page);
  await page.getByRole('link', { name: 'This stepper' }).click();
  const held = await awake(page, 'unroll');
  await held.getByRole('combobox', { name: 'Hold r' }).selectOption('at 0: shut');
  await expect.poll(() => shown(held, 'h_2')).toBe(0.8);
});

test('exercises: equations judged by the cell, numbers by the engine, slips met with their reason', async ({
  page,
}) => {
  await page.goto('/gru/');
  const check = (id: string) => exercise(page, id).getByRole('button', { name: 'Check' }).click();
  const pick = async (id: string, ...places: number[]) => {
    for (const place of places) await exercise(page, id).locator('.choices input').nth(place).check();
    await check(id);
  };
  await pick('write-z', 1);
  await expect(told(page, 'write-z')).toContainText(
    /Not yet.*With random weights it gives −?0\.\d{3}, where the cell/s,
  );
  await pick('write-z', 2);
  await expect(told(page, 'write-z')).toContainText('Right');
  await pick('write-n', 1);
  await expect(told(page, 'write-n')).toContainText('Right');
  await sort(page, 'write-h');
  await check('write-h');
  await expect(told(page, 'write-h')).toContainText('Right');
  for (const [id, places] of [
    ['chrono-sign', [0, 1, 3]],
    ['which-agree', [0]],
    ['mgu', [1]],
  ] as const) {
    await pick(id, ...places);
    await expect(told(page, id)).toContainText('Right');
  }

  const right: Record<string, string> = {
    'second-step': byHand(gru).toFixed(4),
    alone: math.tanh(-0.2).toFixed(4),
    shape: '4x4',
    'half-life': (math.log(0.5) / math.log(math.sigmoid(3))).toFixed(1),
    'mix-chung': '0.1',
    'mix-pytorch': '0.9',
    before: '3',
    after: '0',
    count: String(parameterCount(gru, { X: 1, H: 64, Y: 1 })),
    'count-after': '12864',
  };
  const answer = async (id: string, text: string) => {
    await exercise(page, id).getByRole('textbox', { name: 'Your answer' }).fill(text);
    await check(id);
  };
  for (const [id, text] of Object.entries(right)) {
    await answer(id, text);
    await expect(told(page, id)).toContainText('Right');
  }
  await answer('second-step', byHand(gru).toFixed(1));
  await expect(told(page, 'second-step')).not.toContainText('Right');
  await answer('before', '0');
  await expect(told(page, 'before')).toContainText('after the product');
  await answer('count-after', '12672');
  await expect(told(page, 'count-after')).toContainText('reset_after=False');
});

test('every claim has its verdict and an experiment, and the conventions wake up in the chapter', async ({ page }) => {
  await page.goto('/gru/');
  const verdicts = { F9: 'true', R3: 'true', R13: 'true', R13b: 'true', E84: 'imprecise', E86: 'false' };
  await expect(page.locator('.doc-claim')).toHaveCount(Object.keys(verdicts).length);
  for (const [id, verdict] of Object.entries(verdicts))
    await expect(page.locator(`[data-claim="${id}"]`)).toHaveAttribute('data-verdict', verdict);
  await page.locator('[data-claim="E84"] summary').first().click();
  await expect(page.locator('[data-claim="E84"] .output')).toContainText(
    'z shut, r open: candidate −0.197, new state 0.800',
  );
  const conventions = page.locator('[data-widget="conventions"]');
  await conventions.scrollIntoViewIfNeeded();
  await expect(conventions).toHaveAttribute('data-awake', 'true');
  await conventions.getByLabel('each of the others gets them').selectOption('with z turned over where needed');
  await expect(conventions.getByText('2 different functions')).toBeVisible();
});
