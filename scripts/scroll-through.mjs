/**
 * Shows all of a Playwright page once, so that every island that wakes up on sight does.
 * @param {import('@playwright/test').Page} page
 */
export const scrollThrough = (page) =>
  page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((done) => setTimeout(done, 30));
    }
    scrollTo({ top: 0, behavior: 'instant' });
  });
