/** What holds on every page of the site, checked in one visit to each: loading a chapter is what takes the time. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { PAGES, settle, watch } from './site.ts';

const PHONES = [390, 360];
const SCREENS = [1280, 1160, 800];

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const url of PAGES)
  test(`${url} keeps the policy, fits every width and has no accessibility violation`, async ({ page }) => {
    const wrongs = await watch(page);
    await page.goto(url);
    await settle(page);

    await test.step('security policy, own origin, no error', async () => {
      await expect.soft(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveCount(1);
      expect.soft(wrongs).toEqual([]);
    });
    await test.step('light theme', async () => {
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
      expect.soft(await violations(page, {})).toEqual([]);
    });
    await test.step('dark theme', async () => {
      await page.getByRole('combobox', { name: 'Select theme' }).selectOption('dark');
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      // The theme changes colours and nothing else.
      expect.soft(await violations(page, { runOnly: ['color-contrast', 'link-in-text-block'] })).toEqual([]);
    });
    await showAll(page);
    for (const width of SCREENS)
      await test.step(`${width} px: wide figures stay between the sidebars`, async () => {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await outsideOfPane(page)).toEqual([]);
      });
    for (const width of PHONES)
      await test.step(`${width} px: nothing scrolls sideways`, async () => {
        await page.setViewportSize({ width, height: 780 });
        expect.soft(await tooWide(page)).toEqual([]);
      });
  });

/** The rules of axe that the page breaks, with the elements that break them. */
async function violations(page: Page, options: { runOnly?: string[] }): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ ...options, resultTypes: ['violations'] }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);
}

/** Lays out what is far from the window too, so that one look measures the whole page. */
const showAll = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(sheet);
  });

const outsideOfPane = (page: Page) =>
  page.evaluate(() => {
    const pane = document.querySelector('.main-pane')!.getBoundingClientRect();
    return [...document.querySelectorAll('.breakout')]
      .map((element) => element.getBoundingClientRect())
      .filter(({ left, right }) => left < pane.left || right > pane.right)
      .map(({ left, right }) => `${left}–${right} in ${pane.left}–${pane.right}`);
  });

const tooWide = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120))
      .concat(`page is ${scrollWidth} px wide`);
  });
