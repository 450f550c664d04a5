import { expect, test } from '@playwright/test';
import { PAGES, settle } from './site.ts';

for (const url of PAGES) {
  test(`${url} does not scroll sideways on a phone`, async ({ page }) => {
    for (const width of [390, 360]) {
      await page.setViewportSize({ width, height: 780 });
      await page.goto(url);
      await settle(page);
      const tooWide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return [];
        return [...document.querySelectorAll('main *')]
          .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
          .map((element) => element.outerHTML.slice(0, 120))
          .concat(`page is ${scrollWidth} px wide`);
      });
      expect(tooWide, `${width} px`).toEqual([]);
    }
  });

  test(`${url} keeps its wide figures between the sidebars`, async ({ page }) => {
    for (const width of [1280, 1160, 800]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(url);
      const outside = await page.evaluate(() => {
        const pane = document.querySelector('.main-pane')!.getBoundingClientRect();
        return [...document.querySelectorAll('.breakout')]
          .map((element) => element.getBoundingClientRect())
          .filter(({ left, right }) => left < pane.left || right > pane.right)
          .map(({ left, right }) => `${left}–${right} in ${pane.left}–${pane.right}`);
      });
      expect(outside, `${width} px`).toEqual([]);
    }
  });
}
