import { expect, type Page, test } from '@playwright/test';
import { math } from '../lib/index.ts';

const figure = (page: Page) => page.locator('[data-widget="elman-jordan"]');
const output = async (page: Page, run: 'a' | 'b', t: number) =>
  Number(await figure(page).locator(`.value[data-run="${run}"][data-name="y_${t}"]`).getAttribute('data-value'));

async function open(page: Page, path = '/gallery/elman-jordan/two-pasts/') {
  await page.goto(path);
  await expect(figure(page)).toHaveAttribute('data-awake', 'true');
}

test('the Jordan network cannot tell two pasts with one output apart, the Elman network can', async ({ page }) => {
  await open(page);
  await expect(figure(page).locator('.narration')).toContainText('After step 1');
  for (const t of [1, 2, 3, 4]) expect(await output(page, 'a', t)).toBe(await output(page, 'b', t));
  await figure(page).getByRole('radio', { name: /Elman/ }).check();
  await expect(figure(page).locator('svg.wiring')).toHaveAttribute('data-feedback', 'elman');
  expect(await output(page, 'a', 2)).toBe(math.tanh(math.tanh(1)));
  expect(await output(page, 'b', 2)).toBe(-math.tanh(math.tanh(1)));
  await expect(figure(page).locator('.narration')).toContainText('steps 2, 3 and 4');
});

test('no weight of the feedback helps the Jordan network', async ({ page }) => {
  await open(page);
  const slider = figure(page).getByRole('slider');
  for (const key of ['End', 'Home']) {
    await slider.press(key);
    await expect(figure(page).locator('[data-same="true"][data-from="y_1"]')).toHaveCount(1);
    expect(await output(page, 'a', 4)).toBe(await output(page, 'b', 4));
  }
});

test('an output that shows the sign is a memory of it', async ({ page }) => {
  await open(page);
  await figure(page)
    .getByRole('radio', { name: /shows it/ })
    .check();
  expect(await output(page, 'a', 4)).not.toBe(await output(page, 'b', 4));
});

test('the same sequence twice is one run', async ({ page }) => {
  await open(page);
  await figure(page).getByRole('combobox', { name: 'x at step 1 of run B' }).selectOption('1');
  await expect(figure(page).locator('.narration')).toContainText('read the same');
  await figure(page).getByRole('button', { name: 'Reset' }).click();
  await expect(figure(page).locator('.narration')).toContainText('After step 1');
});

test('a link holds the state', async ({ page }) => {
  await open(page, '/gallery/elman-jordan/two-pasts/?elman-jordan=1~f.elman~y.sum~w.0*2E5~a.1_0_0_0~b.0_0_0_0');
  await expect(figure(page).getByRole('radio', { name: /Elman/ })).toBeChecked();
  await open(page, '/gallery/elman-jordan/two-pasts/?elman-jordan=1~f.other');
  await expect(figure(page).getByRole('alert')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the wiring and the numbers are there', async ({ page }) => {
    await page.goto('/gallery/elman-jordan/elman/');
    expect(await output(page, 'a', 2)).toBe(math.tanh(math.tanh(1)));
    await expect(figure(page).getByRole('img', { name: /from each h to the next h/ })).toBeVisible();
  });
});
