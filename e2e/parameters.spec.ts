import { expect, type Page, test } from '@playwright/test';
import { parameterCount, rnn } from '../lib/index.ts';

const figure = (page: Page) => page.locator('[data-widget="parameters"]');
const total = (page: Page, convention: string) =>
  figure(page).locator(`[data-part="total"][data-convention="${convention}"]`);

async function open(page: Page, path = '/gallery/parameters/keras-and-pytorch/') {
  await page.goto(path);
  await expect(figure(page)).toHaveAttribute('data-awake', 'true');
}

test('64 units and one input: 4224 here and in Keras, 4288 in PyTorch, and the reason', async ({ page }) => {
  await open(page);
  await expect(total(page, 'own')).toHaveText('4224');
  await expect(total(page, 'keras')).toHaveText('4224');
  await expect(total(page, 'pytorch')).toHaveText('4288');
  await expect(figure(page).locator('.narration')).toContainText('two biases');
});

test('typing a size counts what the engine counts', async ({ page }) => {
  await open(page);
  const box = figure(page).getByRole('textbox', { name: 'hidden units' });
  await box.fill('10');
  await box.press('Enter');
  for (const convention of ['own', 'keras', 'pytorch'] as const)
    await expect(total(page, convention)).toHaveText(String(parameterCount(rnn, { X: 1, H: 10, Y: 1 }, convention)));
  await box.fill('0');
  await box.press('Enter');
  await expect(figure(page).getByRole('alert')).toContainText('from 1 to 256');
  await expect(total(page, 'own')).toHaveText('120');
});

test('sliders obey the arrow keys, reset and undo take it back', async ({ page }) => {
  await open(page);
  const slider = figure(page).getByRole('slider', { name: 'numbers read a step' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(total(page, 'own')).toHaveText('4288');
  await figure(page).getByRole('button', { name: 'Undo' }).click();
  await expect(total(page, 'own')).toHaveText('4224');
  await slider.press('End');
  await figure(page).getByRole('button', { name: 'Reset' }).click();
  await expect(total(page, 'own')).toHaveText('4224');
});

test('a copied link opens the same state, and a broken one says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  const box = figure(page).getByRole('textbox', { name: 'hidden units' });
  await box.fill('7');
  await box.press('Enter');
  await figure(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(figure(page).getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await open(page, link);
  await expect(total(page, 'own')).toHaveText('63');
  await open(page, '/gallery/parameters/keras-and-pytorch/?parameters=1~X.0~H.7~Y.1');
  await expect(figure(page).getByRole('alert')).toBeVisible();
  await expect(total(page, 'own')).toHaveText('4224');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the counts and the drawing are there', async ({ page }) => {
    await page.goto('/gallery/parameters/keras-and-pytorch/');
    await expect(total(page, 'pytorch')).toHaveText('4288');
    await expect(figure(page).getByRole('img')).toHaveAccessibleName(/W_hh is 64 by 64/);
  });
});
