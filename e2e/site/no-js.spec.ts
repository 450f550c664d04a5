import { expect, test } from '@playwright/test';
import { PAGES } from './site.ts';

test.use({ javaScriptEnabled: false });

for (const url of PAGES)
  test(`${url} can be read without scripts`, async ({ page }) => {
    await page.goto(url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const text = await page.getByRole('main').innerText();
    expect(text.split(/\s+/).length).toBeGreaterThan(8);
  });
