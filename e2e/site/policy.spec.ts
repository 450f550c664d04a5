import { expect, test } from '@playwright/test';
import { settle, watch } from './site.ts';

test('search finds a page and keeps the policy', async ({ page }) => {
  const wrongs = await watch(page);
  await page.goto('/');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('textbox', { name: 'Search' }).fill('recurrent');
  const result = page.getByRole('dialog').getByRole('link').first();
  await result.click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await settle(page);
  expect(wrongs).toEqual([]);
});

test('an inline script that the build did not hash is blocked', async ({ page }) => {
  const wrongs = await watch(page);
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.body.append(script);
  });
  await expect.poll(() => wrongs.some((text) => text.startsWith('policy: script-src'))).toBe(true);
  await expect(page).not.toHaveTitle('taken over');
});
