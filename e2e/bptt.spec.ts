import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';

const figure = (page: Page) => page.locator('[data-widget="bptt"]');
const value = async (locator: Locator): Promise<number> => Number(await locator.getAttribute('data-value'));
const sum = (page: Page, name: string) => value(figure(page).locator(`.sums [data-name="${name}"]`));
const training = (page: Page, name: string) => value(figure(page).locator(`.training [data-name="${name}"]`));
const term = (page: Page, t: number, k: number) => figure(page).locator(`.term[data-t="${t}"][data-k="${k}"]`);
const values = (page: Page, selector: string): Promise<number[]> =>
  figure(page)
    .locator(selector)
    .evaluateAll((all) => all.map((each) => Number((each as HTMLElement).dataset.value)));
const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

async function open(page: Page, path = '/gallery/bptt/terms/') {
  await page.goto(path);
  await expect(figure(page)).toHaveAttribute('data-awake', 'true');
}

test('terms add up by rows, by columns, and to the gradient of one backward pass', async ({ page }) => {
  await open(page);
  const terms = await values(page, '.term');
  expect(terms).toHaveLength(15);
  const engine = await sum(page, 'engine');
  // The gradient that the engine's tests hold to a central difference (see the chapter's cell one-use).
  expect(engine).toBeCloseTo(-0.2831, 4);
  expect(total(terms)).toBeCloseTo(engine, 12);
  expect(total(await values(page, '[data-sum="row"]'))).toBeCloseTo(engine, 12);
  expect(total(await values(page, '[data-sum="column"]'))).toBeCloseTo(engine, 12);
  expect((await values(page, '[data-sum="total"]'))[0]).toBeCloseTo(engine, 12);
});

test('missing terms are the full gradient minus the truncated one, at every window', async ({ page }) => {
  await open(page);
  const full = await sum(page, 'full');
  const slider = figure(page).getByRole('slider', { name: /^Window/ });
  for (const [window, lost] of [
    [4, 1],
    [3, 3],
    [2, 6],
    [1, 10],
  ] as const) {
    await slider.fill(String(window));
    await expect(figure(page)).toHaveAttribute('data-lost', String(lost));
    const [kept, missing] = await Promise.all([
      values(page, '.term[data-lost="false"]').then(total),
      values(page, '.term[data-lost="true"]').then(total),
    ]);
    expect(await sum(page, 'full')).toBe(full);
    expect(kept).toBeCloseTo(await sum(page, 'kept'), 12);
    expect(missing).toBeCloseTo(full - kept, 12);
    expect(await sum(page, 'missing')).toBeCloseTo(await sum(page, 'difference'), 12);
  }
  await expect(figure(page).locator('.narration')).toContainText('loses 10 of 15 terms');
});

test('a reset state changes the kept terms too; stride moves the window in leaps', async ({ page }) => {
  await open(page, '/gallery/bptt/window/');
  const before = await values(page, '.term[data-lost="false"]');
  await figure(page)
    .getByRole('slider', { name: /^Stride/ })
    .fill('2');
  await expect(figure(page)).toHaveAttribute('data-lost', '7');
  await figure(page).getByRole('combobox', { name: 'A window starts from' }).selectOption('the initial state');
  await expect(figure(page).locator('[data-name="changed"]')).toBeVisible();
  expect(await values(page, '.term[data-lost="false"]')).not.toEqual(before);
  const [difference, missing, changed] = await Promise.all(
    ['difference', 'missing', 'changed'].map((name) => sum(page, name)),
  );
  expect(Math.abs(changed!)).toBeGreaterThan(0.01);
  expect(difference).toBeCloseTo(missing! - changed!, 12);
});

test('carried forward, the gradient is the same number, and so far that of the rows so far', async ({ page }) => {
  await open(page);
  await figure(page).getByRole('checkbox', { name: /RTRL/ }).check();
  expect(await sum(page, 'rtrl')).toBeCloseTo(await sum(page, 'engine'), 12);
  const [rows, forward] = [await values(page, '[data-sum="row"]'), await values(page, '[data-sum="forward"]')];
  forward.forEach((soFar, t) => {
    expect(soFar).toBeCloseTo(total(rows.slice(0, t + 1)), 12);
  });
  await expect(figure(page).getByRole('region', { name: /real-time recurrent learning/ })).toBeVisible();
});

test('backward changes no weight, the step changes them, and the gradient is gone', async ({ page }) => {
  await open(page, '/gallery/bptt/training/');
  const backward = figure(page).getByRole('button', { name: 'Backward' });
  const step = figure(page).getByRole('button', { name: 'Optimiser step' });
  const [weight, loss] = [await training(page, 'weight'), await training(page, 'loss')];
  await expect(step).toHaveAttribute('aria-disabled', 'true');
  await expect(figure(page).locator('.term').first()).toHaveAttribute('data-state', 'later');
  await backward.click();
  await expect(figure(page)).toHaveAttribute('data-backward', 'true');
  expect([await training(page, 'weight'), await training(page, 'loss')]).toEqual([weight, loss]);
  const gradient = await sum(page, 'full');
  await step.click();
  await expect(figure(page)).toHaveAttribute('data-backward', 'false');
  expect(await training(page, 'weight')).toBeCloseTo(weight - 0.1 * gradient, 14);
  expect(await training(page, 'loss')).toBeLessThan(loss);
  await expect(figure(page).locator('.training .note')).toContainText('changed 5 weights');
  await figure(page).getByRole('button', { name: 'Undo' }).click();
  expect(await training(page, 'weight')).toBe(weight);
});

test('the keyboard walks through the table and opens where a number comes from', async ({ page }) => {
  await open(page);
  await term(page, 5, 2).focus();
  await page.keyboard.press('ArrowUp');
  await expect(term(page, 4, 2)).toBeFocused();
  await expect(term(page, 4, 2)).toHaveAttribute('data-now', 'true');
  await expect(figure(page).locator('.narration')).toContainText('loss of step 4');
  await page.keyboard.press('ArrowRight');
  await expect(term(page, 4, 3)).toBeFocused();
  await page.keyboard.press('Enter');
  const origin = figure(page).getByRole('complementary', { name: 'Where this number comes from' });
  const shown = await value(term(page, 4, 3));
  await expect(origin.locator('[data-full-value]')).toHaveAttribute('data-full-value', String(shown));
  await expect(origin).toContainText('h₂');
  await expect(figure(page).locator('.factors')).toContainText('∂h₄/∂h₃');
  await origin.getByRole('button', { name: 'Close' }).click();
  await expect(origin).toHaveCount(0);
  await page.keyboard.press('Tab');
  await term(page, 4, 4).focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure(page).locator('[data-sum="row"][data-row="4"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(origin.locator('[data-central-difference]')).toBeVisible();
});

test('own numbers: length, units, a weight', async ({ page }) => {
  await open(page);
  await figure(page).getByText('Your own network and numbers').click();
  const fill = async (name: string, text: string) => {
    const box = figure(page).getByRole('textbox', { name, exact: true });
    await box.fill(text);
    await box.press('Enter');
  };
  await fill('time steps', '12');
  await expect(figure(page).locator('.term')).toHaveCount(78);
  await fill('hidden units', '3');
  await figure(page).getByRole('combobox', { name: 'Weight' }).selectOption({ index: 5 });
  const before = await sum(page, 'engine');
  await fill('W_xh[1,0]', '0,7');
  expect(await sum(page, 'engine')).not.toBe(before);
  expect(await sum(page, 'engine')).toBeCloseTo(await sum(page, 'full'), 12);
  await fill('hidden units', '9');
  await expect(figure(page).getByRole('alert')).toContainText('whole number from 1 to 4');
});

test('a link holds the state; a broken one says so', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/gallery/bptt/window/');
  await figure(page)
    .getByRole('slider', { name: /^Window/ })
    .fill('3');
  await figure(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(figure(page).getByText('Link copied.')).toBeVisible();
  await open(page, page.url());
  await expect(figure(page)).toHaveAttribute('data-lost', '3');
  await open(page, '/gallery/bptt/window/?bptt=1~H.9');
  await expect(figure(page).getByRole('alert')).toBeVisible();
});

test('its numbers can be taken home', async ({ page }) => {
  await open(page, '/gallery/bptt/window/');
  await figure(page).getByText('Export').click();
  const downloads = page.waitForEvent('download');
  await figure(page).getByRole('button', { name: 'Numbers (CSV)' }).click();
  const rows = readFileSync(await (await downloads).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(rows).toHaveLength(17);
  expect(rows.filter((row) => row.split(',')[3] === '1')).toHaveLength(6);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('table, sums and sentence are there', async ({ page }) => {
    await page.goto('/gallery/bptt/window/');
    await expect(term(page, 5, 5)).toHaveAttribute('data-lost', 'false');
    await expect(figure(page).locator('.narration')).toContainText('loses 6 of 15 terms');
    expect(await sum(page, 'missing')).toBeCloseTo((await sum(page, 'full')) - (await sum(page, 'kept')), 12);
  });
});

test.describe('teacher forcing', () => {
  const forcing = (page: Page) => page.locator('[data-widget="forcing"]');
  const shown = (page: Page, name: string) => value(forcing(page).locator(`[data-name="${name}"]`));

  test('hides what shows when the network is alone', async ({ page }) => {
    await page.goto('/gallery/bptt/eight-steps/');
    await expect(forcing(page)).toHaveAttribute('data-awake', 'true');
    const taught = await shown(page, 'forced');
    expect(await shown(page, 'free')).toBeGreaterThan(10 * taught);
    await forcing(page)
      .getByRole('slider', { name: /^steps that read/ })
      .fill('24');
    await expect(forcing(page).locator('.narration')).toContainText('this run does not show');
    expect(await shown(page, 'free')).toBe(0);
    const box = forcing(page).getByRole('textbox', { name: /^one weight is off/ });
    await box.fill('0');
    await box.press('Enter');
    await forcing(page)
      .getByRole('slider', { name: /^steps that read/ })
      .fill('1');
    await expect.poll(() => shown(page, 'free')).toBeLessThan(1e-12);
  });
});

test('the chapter’s figures start as the text says', async ({ page }) => {
  await page.goto('/bptt/');
  await expect(page.getByRole('heading', { level: 1, name: 'Backpropagation through time' })).toBeVisible();
  const window = page.locator('#window [data-widget="bptt"]');
  await expect(window).toHaveAttribute('data-lost', '6');
  await expect(page.locator('#terms [data-widget="bptt"]')).toHaveAttribute('data-lost', '0');
  await expect(page.locator('#two-buttons [data-widget="bptt"]')).toHaveAttribute('data-backward', 'false');
  await expect(page.locator('[data-claim]')).toHaveCount(10);
});
