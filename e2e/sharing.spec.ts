import { expect, type Page, test } from '@playwright/test';

const figure = (page: Page) => page.locator('[data-widget="sharing"]');
const cost = (page: Page, name: string) => figure(page).locator(`[data-name="${name}"]`);
const spread = async (page: Page, kind: string) =>
  Number(await figure(page).locator(`[data-kind="${kind}"]`).getAttribute('data-value'));

async function open(page: Page, path = '/gallery/sharing/sixty-steps/') {
  await page.goto(path);
  await expect(figure(page)).toHaveAttribute('data-awake', 'true');
}

test('untying multiplies the numbers to learn by T and leaves the work as it is', async ({ page }) => {
  await open(page);
  await expect(cost(page, 'learned')).toHaveAttribute('data-value', '1088');
  const work = await cost(page, 'multiplications').getAttribute('data-value');
  await figure(page).getByRole('radio', { name: 'a set for each step' }).check();
  await expect(cost(page, 'learned')).toHaveAttribute('data-value', String(60 * 1088));
  await expect(cost(page, 'multiplications')).toHaveAttribute('data-value', work!);
  await expect(cost(page, 'lengths')).toContainText('60 steps only');
  await expect(figure(page).locator('.narration')).toContainText('step 61 has no weights');
});

test('powers of one matrix spread wider than products of different ones; a rotation keeps every length', async ({
  page,
}) => {
  await open(page);
  expect(await spread(page, 'tied')).toBeGreaterThan(3 * (await spread(page, 'untied')));
  expect(await spread(page, 'orthogonal')).toBeLessThan(1e-9);
});

test('another number of steps is computed in the page, all seeds of it', async ({ page }) => {
  await open(page);
  const before = await spread(page, 'tied');
  const box = figure(page).getByRole('textbox', { name: 'time steps' });
  await box.fill('10');
  await box.press('Enter');
  await expect(figure(page).locator('figure[data-seeds="200"][aria-busy="false"] [data-kind="tied"]')).toBeVisible();
  await expect.poll(() => spread(page, 'tied')).toBeLessThan(before / 3);
  await expect(cost(page, 'multiplications')).toHaveAttribute('data-value', String(10 * (32 * 32 + 32)));
});

test('a link holds the state', async ({ page }) => {
  await open(page, '/gallery/sharing/sixty-steps/?sharing=1~w.own~T.3');
  await expect(cost(page, 'learned')).toHaveAttribute('data-value', String(3 * 1088));
  await open(page, '/gallery/sharing/sixty-steps/?sharing=1~w.own~T.300');
  await expect(figure(page).getByRole('alert')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('strip, costs and histogram are there', async ({ page }) => {
    await page.goto('/gallery/sharing/untied/');
    await expect(cost(page, 'learned')).toContainText('65,280');
    await expect(figure(page).getByRole('img', { name: /standard deviation/ })).toBeVisible();
  });
});
