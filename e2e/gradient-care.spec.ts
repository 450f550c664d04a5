import { expect, type Page, test } from '@playwright/test';
import { clipByNorm, clipByValue, math, relativeError } from 'unrolled';

const exercise = (page: Page, id: string) => page.locator(`exercise-box#${id}`);

/** Writes an answer and returns what it is told. */
async function answer(page: Page, id: string, text: string) {
  const box = exercise(page, id);
  await box.scrollIntoViewIfNeeded();
  await box.getByRole('textbox').fill(text);
  await box.getByRole('button', { name: 'Check' }).click();
  return box.locator('.feedback');
}

test.beforeEach(async ({ page }) => {
  await page.goto('/gradient-care/');
});

test('number exercises take the engine’s answers, and meet known wrong ones with the reason', async ({ page }) => {
  for (const [id, right] of [
    ['clip-by-norm', clipByNorm({ g: [3, 4] }, 1).gradients.g!.data[1]!],
    ['clip-by-value', clipByValue({ g: [3, 4] }, 1).gradients.g!.data[1]!],
    ['orthogonal', 1],
    ['uniform-start', math.sqrt(1 / 3)],
    ['leak', 0.98 ** 50],
    ['survives', 0.5 ** 20],
    ['relative', relativeError(0.5, 0.4)],
  ] as const)
    await expect(await answer(page, id, String(right)), id).toContainText('Right');
  await expect(await answer(page, 'clip-by-norm', '1')).toContainText('That is clipping by value');
  await expect(await answer(page, 'orthogonal', '50')).toContainText('Steps are multiplied');
  await expect(await answer(page, 'survives', '0.5')).toContainText('one mask that is used at all steps');
});

test('choices: one that decides, several that hold', async ({ page }) => {
  const decides = exercise(page, 'which-setting');
  await decides.getByRole('radio', { name: /first backward pass/ }).check();
  await decides.getByRole('button', { name: 'Check' }).click();
  await expect(decides.locator('.feedback')).toContainText('Right');
  const hidden = exercise(page, 'hidden-transpose');
  await hidden.getByRole('checkbox', { name: /single unit/ }).check();
  await hidden.getByRole('checkbox', { name: /single time step/ }).check();
  await hidden.getByRole('button', { name: 'Check' }).click();
  await expect(hidden.locator('.feedback')).not.toContainText('Right');
  await hidden.getByRole('checkbox', { name: /single time step/ }).uncheck();
  await hidden.getByRole('checkbox', { name: /the identity/ }).check();
  await hidden.getByRole('button', { name: 'Check' }).click();
  await expect(hidden.locator('.feedback')).toContainText('Right');
});

test('every figure wakes, says what the text says, and answers its prediction', async ({ page }) => {
  const cliff = page.locator('[data-widget="cliff"]');
  await cliff.scrollIntoViewIfNeeded();
  await expect(cliff).toHaveAttribute('data-awake', 'true');
  const place = async () =>
    Promise.all(
      ['w', 'b'].map(async (symbol) =>
        Number(await cliff.locator(`.descent tr:last-child [data-symbol="${symbol}"]`).getAttribute('data-value')),
      ),
    );
  const from = await place();
  await cliff.getByRole('button', { name: 'Update' }).click();
  await expect(cliff.locator('.descent tbody tr')).toHaveCount(5);
  const to = await place();
  expect(Math.hypot(to[0]! - from[0]!, to[1]! - from[1]!)).toBeCloseTo(0.3 * 0.5, 9);

  const map = (id: string) => page.locator(`#${id} [data-widget="vanishing"]`).first();
  const left = async (id: string): Promise<number> =>
    Number(await map(id).locator('.looked-at output').getAttribute('data-value'));
  for (const id of ['starts', 'relu-map', 'layer-norm']) {
    await map(id).scrollIntoViewIfNeeded();
    await expect(map(id)).toHaveAttribute('data-awake', 'true');
  }
  expect(await left('starts')).toBeGreaterThan(1000);
  await map('starts').getByText('Size, seed, own matrix').click();
  await map('starts').locator('select', { hasText: 'Gaussian' }).selectOption('orthogonal');
  await expect.poll(() => left('starts')).toBeCloseTo(1, 9);
  expect(await left('relu-map')).toBe(1);
  expect(await left('layer-norm')).toBeGreaterThan(1);
  await map('layer-norm')
    .getByRole('checkbox', { name: /normalis/ })
    .uncheck();
  await expect.poll(() => left('layer-norm')).toBeLessThan(0.2);

  const broken = page.locator('[data-widget="break-engine"]');
  await broken.scrollIntoViewIfNeeded();
  await expect(broken).toHaveAttribute('data-awake', 'true');
  await expect(broken.locator('.block[data-right="false"]')).toHaveCount(6);
  // The example that is named in the prediction: all weights, and no state.
  await broken.getByRole('combobox', { name: 'Engine' }).selectOption('assigned');
  const wrong = await broken
    .locator('.block[data-right="false"]')
    .evaluateAll((all) => all.map((each) => (each as SVGElement).dataset.block));
  expect(wrong).toEqual(['W_hh', 'W_xh', 'b_h', 'W_hy', 'b_y']);
});

test('claims have their verdicts, and the chapters around lead here', async ({ page }) => {
  const verdicts = { R16: 'true', E24: 'false', E25: 'false', R6: 'true', E72: 'misleading', E48: 'false' };
  for (const [id, verdict] of Object.entries(verdicts))
    await expect(page.locator(`#claim-${id}`).getByText(verdict, { exact: false }).first(), id).toBeVisible();
  for (const path of ['/vanishing/', '/lstm/']) {
    await page.goto(path);
    await expect(page.locator('main a[href$="/gradient-care/"]').first()).toBeVisible();
  }
});
