import { expect, type Page, test } from '@playwright/test';
import { backward, network, rnnLogistic, run } from '../lib/index.ts';

const figure = (page: Page) => page.locator('[data-widget="cliff"]');
const shown = async (page: Page, name: string, n: number) =>
  Number(await figure(page).locator(`td[data-name="${name}"][data-t="${n}"]`).getAttribute('data-value'));

async function open(page: Page, path = '/gallery/vanishing/cliff-on-the-wall/') {
  await page.goto(path);
  await expect(figure(page)).toHaveAttribute('data-awake', 'true');
}

/** Loss and length of the gradient of the unit, by the engine. */
function at(w: number, b: number) {
  const forward = network(rnnLogistic, { X: 1, H: 1, Y: 1, T: 50, loss: 'mse', lossAt: 'last' });
  const rows = (x: number) => Array.from({ length: 50 }, () => [x]);
  const fixed = { W_xh: [[0]], W_hy: [[1]], b_y: [0], h_0: [0.5], x: rows(0), target: rows(0.7) };
  const values = run(backward(forward, { wrt: ['W_hh', 'b_h'] }), { ...fixed, W_hh: [[w]], b_h: [b] });
  const of = (name: string) => values.get(name)!.data[0]!;
  return { L: of('L'), norm: Math.hypot(of('dL/dW_hh'), of('dL/db_h')) };
}

test('the table holds what the engine computes', async ({ page }) => {
  await open(page);
  for (const n of [0, 3]) {
    const expected = at(await shown(page, 'w', n), await shown(page, 'b', n));
    expect(await shown(page, 'L', n)).toBeCloseTo(expected.L, 14);
    expect((await shown(page, 'norm', n)) / expected.norm).toBeCloseTo(1, 10);
  }
});

test('one update from the wall throws the point out; one back brings it back', async ({ page }) => {
  await open(page);
  await expect(figure(page).locator('.narration')).toContainText('outside of the picture');
  await figure(page).getByRole('button', { name: 'Update' }).press('Enter');
  await expect(figure(page).locator('.narration')).toContainText('Thrown out');
  expect(await shown(page, 'norm', 4)).toBeLessThan(1e-9);
  await figure(page).getByRole('button', { name: 'One back' }).press('Enter');
  await expect(figure(page).locator('.narration')).toContainText('next update will lead to');
});

test('clipping keeps the descent in the picture', async ({ page }) => {
  await open(page);
  await figure(page)
    .getByRole('checkbox', { name: /Clip the gradient/ })
    .check();
  await figure(page).getByLabel('updates use').selectOption('norm');
  await expect(figure(page).getByRole('img', { name: /ends on a circle of radius 0.5/ })).toBeVisible();
  for (let n = 0; n < 3; n++) await figure(page).getByRole('button', { name: 'Update' }).click();
  await expect(figure(page).locator('.narration')).toContainText('next update');
  expect(await shown(page, 'L', 6)).toBeLessThan(0.4);
  const used = (await figure(page).locator('[data-symbol="gradient-norm"]').getAttribute('data-value'))!
    .split(' ')
    .map(Number);
  expect(Math.hypot(...used)).toBeLessThanOrEqual(0.5 + 1e-12);
});

test('another start begins anew, and a link holds the descent', async ({ page }) => {
  await open(page);
  const box = figure(page).getByRole('textbox', { name: 'weight at the start' });
  await box.fill('4.8');
  await box.press('Enter');
  await expect(figure(page).getByText('0 updates')).toBeVisible();
  await box.fill('99');
  await box.press('Enter');
  await expect(figure(page).getByRole('alert')).toContainText('from 0 to 10');
  await open(page, '/gallery/vanishing/cliff-on-the-wall/?cliff=1~p.4.7_-2.225_50_0.3_0.5_4~c.value');
  await expect(figure(page).getByText('4 updates')).toBeVisible();
  await open(page, '/gallery/vanishing/cliff-on-the-wall/?cliff=1~p.4~c.x');
  await expect(figure(page).getByRole('alert')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('surface, cut and table are there', async ({ page }) => {
    await page.goto('/gallery/vanishing/cliff-thrown-out/');
    await expect(figure(page).getByRole('img')).toHaveCount(2);
    await expect(figure(page).getByRole('table')).toBeVisible();
  });
});
