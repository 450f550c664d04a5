import { expect, test } from '@playwright/test';
import { settle, watch } from './site.ts';

test('following Next from the first chapter visits the pages in the order of the sidebar', async ({ page }) => {
  // Every chapter is scrolled through.
  test.setTimeout(300_000);
  await page.goto('/glossary/');
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  const listed = await links.evaluateAll((all) =>
    all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
  expect(listed.length).toBeGreaterThan(0);
  await page.goto(listed[0]!);
  for (const path of listed.slice(1)) {
    // At the end of the page, which is laid out while one scrolls there.
    await settle(page);
    await page.getByRole('link', { name: /^Next/ }).click();
    await expect(page).toHaveURL(path);
    await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
  }
  await expect(page.getByRole('link', { name: /^Next/ })).toHaveCount(0);
});

test('the first Tab reaches the link that skips to the text', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
});

test('an address that does not exist leads to a page that says so', async ({ page }) => {
  const response = await page.goto('/no-such-page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('404');
});

test('on paper there is text and no chrome', async ({ page }) => {
  await page.goto('/');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  const colours = await page
    .locator('main')
    .evaluate((main) => [getComputedStyle(main).color, getComputedStyle(document.documentElement).backgroundColor]);
  expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});

test.describe('built under a path', () => {
  const base = `http://localhost:${process.env.E2E_BASE_PORT}/book/`;

  test('home, a link in its text and search work', async ({ page }) => {
    const wrongs = await watch(page);
    await page.goto(base);
    await settle(page);
    await page.getByRole('main').getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(page.url().startsWith(base)).toBe(true);
    await settle(page);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('textbox', { name: 'Search' }).fill('recurrent');
    await page.getByRole('dialog').getByRole('link').first().click();
    await expect(page).toHaveURL(new RegExp(`^${base}`));
    expect(wrongs).toEqual([]);
  });
});
