import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { settle } from '../site/site.ts';
import { BY_HAND, engine, expectTrue, figure as figureOf, open, parts, shownIn } from './figure.ts';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('the first frame has numbers, picture, formula, code and sentence, and fits a phone', async ({ page }) => {
    await page.goto('/gallery/unroll/by-hand-backward/');
    const { numbers, diagram, formula, code, narration, ledger } = parts(page);
    const shown = [...(await shownIn(numbers)), ...(await shownIn(diagram)), ...(await shownIn(ledger))];
    expect(shown.length).toBeGreaterThan(30);
    expectTrue(shown, engine(BY_HAND).values);
    await expect(narration).toContainText('Two gradients meet');
    await expect(formula.locator('.katex:visible').first()).toBeVisible();
    await expect(code).toContainText('const a = add(matvec(W_hh');
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
  });

  test('nothing pretends to work', async ({ page }) => {
    await page.goto('/gallery/unroll/three/');
    for (const control of await figureOf(page).locator('button:not(.chip), select, input').all())
      await expect(control).toBeDisabled();
  });
});

/** Elements of the figure that moved since the page began to load. */
const shifted = (page: Page) => page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts);

// Hydration alone: when a font comes is up to the network, so none comes; and when the page is painted half read, which
// happens on a busy machine, what comes later moves things once, but not on every load.
for (const width of [1280, 390])
  for (const example of ['by-hand', 'three'])
    test(`${example}: nothing in the figure shifts while it loads and wakes up, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.route('**/*.woff2', (route) => route.abort());
      await page.addInitScript(() => {
        type Shift = PerformanceEntry & { value: number; sources: { node?: Element }[] };
        const shifts: string[] = [];
        Object.assign(globalThis, { shifts });
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries() as Shift[]) {
            const inside = sources.filter(({ node }) => !node || node.parentElement?.closest('[data-widget]'));
            if (inside.length > 0)
              shifts.push([value, ...inside.map(({ node }) => node?.outerHTML.slice(0, 80))].join(' | '));
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      let seen: string[] = [];
      for (let load = 0; load === 0 || (load < 3 && seen.length > 0); load++) {
        await open(page, example);
        await settle(page);
        seen = await shifted(page);
      }
      expect(seen).toEqual([]);
    });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

  test('the picture is a window of two steps that follows the walk', async ({ page }) => {
    const figure = await open(page, 'three', '1~d.step~p.0');
    const window = figure.getByRole('group', { name: /^Unrolled network/ });
    const seen: (string | null)[] = [];
    for (let k = 0; k < 4; k++) {
      seen.push(await window.getAttribute('aria-label'));
      await parts(figure).forward.tap();
      await expect(figure).toHaveAttribute('data-at', String([9, 18, 27, 28][k]));
    }
    expect(seen.map((label) => /\d+ to \d+ of \d+/.exec(label!)?.[0])).toEqual([
      ...['1 to 2 of 3', '1 to 2 of 3', '2 to 3 of 3', '2 to 3 of 3'],
    ]);
  });

  test('a number is asked by a tap, in the picture and in the table', async ({ page }) => {
    const figure = await open(page, 'three', '1~p.18');
    const { diagram, numbers, inspector } = parts(figure);
    await diagram.locator('.cell[data-name="h_1"]').last().tap();
    await expect(inspector).toContainText('h₁[1] = tanh(a₁[1])');
    await numbers.locator('[data-name="y_2"]').tap();
    await expect(inspector).toContainText('y₂[0] = W_hy[0,0]');
  });

  for (const [example, state] of [
    ['three', '1~b.1~p.68'],
    ['by-hand', '1~b.1~p.48~d.step'],
  ])
    test(`${example}: whatever can be tapped is at least 24 px wide and high`, async ({ page }) => {
      const figure = await open(page, example!, state);
      await parts(figure).setup.click();
      await figure.getByText('Export', { exact: true }).click();
      await parts(figure).numbers.locator('button').first().click();
      const targets = figure.locator(
        'button, select, summary, textarea, input:not(.check input), label.check, .cell[data-value], [role=slider]',
      );
      const small = await targets.evaluateAll((all) =>
        all
          .filter((target) => target.checkVisibility())
          .map((target) => ({ target, box: target.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
          .map(({ target, box }) => `${box.width} × ${box.height}: ${target.outerHTML.slice(0, 100)}`),
      );
      expect(await targets.count()).toBeGreaterThan(60);
      expect(small).toEqual([]);
    });
});

for (const example of ['three', 'hello', 'long'])
  test(`${example}: no letter is under 12 px on a phone, and no index under 8`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const figure = await open(page, example);
    const backwardToo = figure.getByRole('checkbox', { name: /^Walk backward too/ });
    await backwardToo.check();
    await parts(figure).setup.click();
    await figure.getByText(/^Charts/).click();
    await expect(figure.locator('.charts svg').first()).toBeVisible();
    expect(await smallLetters(page)).toEqual([]);
  });

test('the letters of the charts stay inside of them', async ({ page }) => {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    const figure = await open(page, 'three', '1~b.1~p.89');
    await figure.getByText(/^Charts/).click();
    const charts = figure.getByRole('img', { name: /^(Hidden states over time|Norm of the gradient)/ });
    await expect(charts).toHaveCount(2);
    const outside = await charts.locator('text').evaluateAll((all) =>
      all
        .map((text) => [text, text.getBoundingClientRect(), text.closest('svg')!.getBoundingClientRect()] as const)
        .filter(([, box, chart]) => box.left < chart.left - 1 || box.right > chart.right + 1)
        .map(([text]) => text.textContent),
    );
    expect(outside).toEqual([]);
  }
});

/** Letters that are drawn smaller than they should be; what stands below or above a letter may be smaller. */
const smallLetters = (page: Page) =>
  figureOf(page).evaluate((root) => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const element = text.parentElement!;
      const letters = text.textContent!.replaceAll('\u200b', '').trim();
      if (!letters || !element.checkVisibility() || element.closest('.sr, .katex-mathml, style')) continue;
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      const isIndex = element.closest('sub, sup, tspan[font-size], .katex-script, .msupsub, .mfrac, .vlist') !== null;
      if (size < (isIndex ? 8 : 12) - 0.01)
        found.add(
          `${size.toFixed(1)} px: “${letters.slice(0, 20)}” in ${element.tagName}.${element.getAttribute('class')}`,
        );
    }
    return [...found];
  });

for (const [colorScheme, rules] of [
  ['light', undefined],
  ['dark', ['color-contrast']], // the rest is the same in both
] as const)
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });
    test('has no accessibility violation with everything unfolded', async ({ page }) => {
      const figure = await open(page, 'by-hand-backward');
      await parts(figure).setup.click();
      await figure.getByText('Export', { exact: true }).click();
      await figure.getByText(/^Charts/).click();
      await expect(figure.locator('.charts svg').first()).toBeVisible();
      await parts(figure).numbers.locator('[data-name="dL/dh_1"]').first().click();
      await expect(parts(figure).inspector).toBeVisible();
      const weight = figure.getByRole('textbox', { name: 'W_hh[0,0]', exact: true });
      await weight.fill('x');
      await weight.press('Enter');
      await expect(figure.getByRole('alert')).toBeVisible();
      const axe = new AxeBuilder({ page }).include('[data-widget="unroll"]');
      const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)).toEqual([]);
    });
  });
