import { expect, test } from '@playwright/test';
import { settle, watch } from './site/site.ts';

test('the sidebar leads to the library reference, and that to an export with its example', async ({ page }) => {
  const wrongs = await watch(page);
  await page.goto('/reference/');
  await expect(
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library reference' }),
  ).toHaveAttribute('aria-current', 'page');
  await page.getByRole('main').getByRole('link', { name: 'io.readSafetensors', exact: true }).click();
  await expect(page).toHaveURL('/reference/io/#io.readSafetensors');
  const entry = page.locator('section', { has: page.locator('[id="io.readSafetensors"]') }).last();
  await expect(entry).toContainText('function readSafetensors(');
  await expect(entry).toContainText("io.readSafetensors(bytes).tensors.get('w') // → ");
  await expect(entry).toContainText(/lib\/io\/safetensors\.ts:\d+/);
  await expect(entry).toContainText('FileError');
  await settle(page);
  expect(wrongs).toEqual([]);
});

test('search finds an export', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('textbox', { name: 'Search' }).fill('readSafetensors');
  await page.getByRole('dialog').getByRole('link', { name: 'io.readSafetensors' }).first().click();
  await expect(page).toHaveURL(/\/reference\/io\/.*#io\.readSafetensors$/);
});

test('a signature that is too wide for a phone scrolls within itself, by keyboard too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto('/reference/io/');
  await settle(page);
  const signature = page.getByRole('group', { name: 'Signature of io.Limits' });
  await signature.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => signature.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});
