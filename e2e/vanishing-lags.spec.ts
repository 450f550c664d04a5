import { expect, type Page, test } from '@playwright/test';
import { network, rnnIdentity, throughTime } from '../lib/index.ts';

const figure = (page: Page) => page.locator('[data-widget="lags"]');
const share = async (page: Page, lag: number) =>
  Number(await figure(page).locator(`[data-lag="${lag}"]`).getAttribute('data-value'));

async function open(page: Page, path = '/gallery/vanishing/lags-one-half/') {
  await page.goto(path);
  await expect(figure(page)).toHaveAttribute('data-awake', 'true');
}

function shares(w: number): number[] {
  const program = network(rnnIdentity, { X: 1, H: 1, Y: 1, T: 20, loss: 'mse', lossAt: 'last' });
  const ones = Array.from({ length: 20 }, () => [1]);
  const weights = { W_hh: [[w]], W_xh: [[1]], b_h: [0], W_hy: [[1]], b_y: [0], h_0: [0] };
  const table = throughTime.lagTerms(program, { ...weights, x: ones, target: ones }, 'W_hh');
  return throughTime.lagShares(table).map((each) => each.share);
}

test('the bars are the engine’s terms by lag', async ({ page }) => {
  await open(page);
  for (const lag of [0, 4, 18]) expect(await share(page, lag)).toBeCloseTo(shares(0.5)[lag]!, 14);
  await expect(figure(page).locator('.narration')).toContainText('5 nearest lags make 96.9 %');
});

test('a larger weight hears from further away, by slider and by number', async ({ page }) => {
  await open(page);
  const slider = figure(page).getByRole('slider');
  await slider.press('ArrowRight');
  await expect.poll(() => share(page, 0)).toBeLessThan(0.5);
  const box = figure(page).getByRole('textbox', { name: 'weight from h to h' });
  await box.fill('0.9');
  await box.press('Enter');
  await expect.poll(() => share(page, 0)).toBeCloseTo(shares(0.9)[0]!, 12);
  await expect(figure(page).locator('.narration')).toContainText('56.2 %');
  await box.fill('1.2');
  await box.press('Enter');
  await expect(figure(page).locator('.narration')).toContainText('From lag 16 on');
  await figure(page).getByRole('radio', { name: 'tanh' }).check();
  await expect(figure(page).locator('.narration')).toContainText('more than 99.9 %');
});

test('a link holds the state', async ({ page }) => {
  await open(page, '/gallery/vanishing/lags-one-half/?lags=1~a.identity~w.0.9~T.20');
  await expect(figure(page).locator('.narration')).toContainText('56.2 %');
  await open(page, '/gallery/vanishing/lags-one-half/?lags=1~w.9');
  await expect(figure(page).getByRole('alert')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the bars are there', async ({ page }) => {
    await page.goto('/gallery/vanishing/lags-nine-tenths/');
    await expect(figure(page).getByRole('img', { name: /5 nearest make 56.2 %/ })).toBeVisible();
  });
});
