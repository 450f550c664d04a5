import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { expressions, functionAt, polynomialAt, predictStep, remainderSlope, taylor } from '../lib/index.ts';

const figure = (page: Page, name = 'taylor'): Locator => page.locator(`[data-widget="${name}"]`);
const number = async (of: Locator, name: string): Promise<number> =>
  Number(await of.locator(`[data-name="${name}"]`).first().getAttribute('data-value'));

async function open(page: Page, path: string, name = 'taylor'): Promise<Locator> {
  await page.goto(path);
  await expect(figure(page, name)).toHaveAttribute('data-awake', 'true');
  return figure(page, name);
}

async function type(of: Locator, label: string, text: string): Promise<void> {
  const box = of.getByRole('textbox', { name: label });
  await box.fill(text);
  await box.press('Enter');
}

const expand = (text: string, a: number) => {
  const formula = expressions.parse(text);
  return taylor((x) => expressions.evaluate(formula, { x }), a, { order: 22 });
};

test('coefficients, terms and remainder are the engine’s, at every order and every point', async ({ page }) => {
  const explorer = await open(page, '/gallery/taylor/exp/');
  const agrees = async (text: string, a: number, order: number, x: number) => {
    const around = expand(text, a);
    await expect.poll(() => number(explorer, `c_${order}`)).toBe(around.coefficients[order]!);
    expect(await number(explorer, `sum_${order}`)).toBe(polynomialAt(around, x, order));
    expect(await number(explorer, `off_${order}`)).toBe(functionAt(around, x) - polynomialAt(around, x, order));
    await expect(explorer.locator('.terms tbody tr')).toHaveCount(order + 1);
  };
  await agrees('e^x', 0, 2, 0.5);
  await expect(explorer.getByRole('status').or(explorer.locator('.narration'))).toContainText(['add up to 1.625']);
  expect(await number(explorer, 'slope')).toBeCloseTo(remainderSlope(expand('e^x', 0), 2).slope, 10);
  expect(await number(explorer, 'order')).toBe(3);

  // Terms one by one, by button and by slider.
  await explorer.getByRole('button', { name: 'One term more' }).click();
  await agrees('e^x', 0, 3, 0.5);
  await explorer.getByRole('slider', { name: 'order n' }).press('End');
  await agrees('e^x', 0, 20, 0.5);
  await type(explorer, 'order n', '4');

  // The point of expansion: arrow keys, the mouse, the box.
  const a = explorer.getByRole('slider', { name: 'point of expansion a' });
  await a.press('ArrowRight');
  await a.press('ArrowRight');
  await agrees('e^x', 0.2, 4, 0.5);
  const knob = (await a.locator('.knob').boundingBox())!;
  const grip = { x: knob.x + knob.width / 2, y: knob.y + knob.height / 2 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 60, grip.y - 40, { steps: 6 });
  await page.mouse.up();
  const dragged = Number(await a.getAttribute('aria-valuenow'));
  expect(dragged).toBeGreaterThan(0.5);
  await agrees('e^x', dragged, 4, 0.5);
  await explorer.getByRole('button', { name: 'Undo' }).click();
  await agrees('e^x', 0.2, 4, 0.5);
  await type(explorer, 'point of expansion a', '−1,5');
  await agrees('e^x', -1.5, 4, 0.5);

  // Where a coefficient comes from, with an independent check.
  await explorer.getByRole('button', { name: /^coefficient 4/ }).click();
  const origin = explorer.getByRole('complementary', { name: 'Where this number comes from' });
  await expect(origin).toContainText('4th derivative');
  const check = Number(await origin.locator('[data-central-difference]').getAttribute('data-central-difference'));
  expect(check).toBeCloseTo(expand('e^x', -1.5).coefficients[4]!, 9);

  // Picture and numbers go home as files.
  await explorer.getByText('Export', { exact: true }).click();
  const save = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), explorer.getByRole('button', { name }).click()]);
    return file;
  };
  const numbers = await readFile(await (await save('Numbers (CSV)')).path(), 'utf8');
  expect(numbers.split('\r\n')[5]).toContain(String(expand('e^x', -1.5).coefficients[4]));
  expect((await save('Picture (PNG)')).suggestedFilename()).toBe('taylor.png');

  // Offered functions; a place that is beyond the picture widens it.
  await explorer.getByRole('button', { name: 'sin x' }).click();
  await expect(explorer.getByRole('button', { name: 'sin x' })).toHaveAttribute('aria-pressed', 'true');
  await type(explorer, 'place x to compare at', '7');
  await agrees('sin(x)', -1.5, 4, 7);
  await expect(explorer.getByRole('combobox', { name: 'axis shown' })).toHaveValue('10');
  await explorer.getByRole('button', { name: 'Reset' }).click();
  await agrees('e^x', 0, 2, 0.5);
});

test('a typed formula is drawn, set with KaTeX, kept in a link; an error has a place', async ({ page, context }) => {
  const explorer = await open(page, '/gallery/taylor/exp/');
  const box = explorer.getByRole('textbox', { name: 'function of x' });
  const setFormula = explorer.locator('.formula annotation');
  await expect(setFormula).toContainText('f(x) = {e}^{x}');
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await box.fill('2x·tanh(x/2)');
  await expect(setFormula).toContainText('\\frac{x}{2}');
  expect(scripts.some((url) => /tex|katex/i.test(url))).toBe(true);
  await expect.poll(() => number(explorer, 'c_2')).toBe(expand('2x tanh(x/2)', 0).coefficients[2]!);
  await expect(explorer.locator('[data-note="fact"]')).toContainText('not known here');

  await box.fill('2x·tanh(x/');
  await expect(explorer.getByRole('alert')).toContainText('At character 11');
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await box.fill('2x + y');
  await expect(explorer.getByRole('alert').locator('mark')).toHaveText('y');
  const { violations } = await new AxeBuilder({ page }).include('[data-widget="taylor"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(await number(explorer, 'c_2')).toBe(expand('2x tanh(x/2)', 0).coefficients[2]!);
  await box.press('Escape');
  await expect(box).toHaveValue('2x·tanh(x/2)');
  await box.fill('2x +');
  await explorer.getByRole('button', { name: 'sin x' }).click();
  await expect(box).toHaveValue('sin(x)');
  await explorer.getByRole('button', { name: 'Undo' }).click();
  // All that was typed in one go is one thing to take back.
  await explorer.getByRole('button', { name: 'Undo' }).click();
  await expect(box).toHaveValue('e^x');

  await box.fill('x^3 − x');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.getByRole('button', { name: 'Copy link' }).click();
  await expect(explorer.getByText('Link copied.')).toBeVisible();
  await open(page, await page.evaluate(() => navigator.clipboard.readText()));
  await expect(explorer.getByRole('textbox', { name: 'function of x' })).toHaveValue('x^3 − x');
  await open(page, '/gallery/taylor/exp/?taylor=1~f.alert*281*29~a.0~n.2~x.0.5~s.3');
  await expect(explorer.getByRole('alert')).toContainText('could not be read');
});

test('where there is nothing to expand, it says so', async ({ page }) => {
  const explorer = await open(page, '/gallery/taylor/pole/');
  const warning = explorer.locator('[data-note="warning"]');
  await expect(warning).toContainText('pole');
  await expect(explorer.locator('.narration')).toContainText('the engine says ∞');
  await expect(explorer.locator('path.polynomial')).toHaveAttribute('d', '');
  const write = async (text: string, ...says: string[]) => {
    await explorer.getByRole('textbox', { name: 'function of x' }).fill(text);
    for (const each of says) await expect(explorer).toContainText(each);
  };
  await write('√x', 'edge', 'no 1st derivative');
  await write('sin(x)/x', '0/0');
  await write('sign(x)', 'jump');
  await write('ReLU(x)', 'kink', 'one side only');
  expect([await number(explorer, 'c_0'), await number(explorer, 'c_1')]).toEqual([0, 0]);
  await write('flat(x)', 'Every derivative is 0', 'No number of terms will repair that');
  await write('log(x)', 'edge', '−∞');
  await write('1/(1+x²)', 'Radius of convergence: 1');
  await type(explorer, 'place x to compare at', '1.2');
  await expect(explorer.locator('.narration')).toContainText('further terms make it worse');
});

test('one step: what two terms foretold, what it did, and a rate that is too big', async ({ page }) => {
  const step = await open(page, '/gallery/taylor/step-one-step/', 'taylor-step');
  const program = (text: string) =>
    expressions.programOf(expressions.parse(text, ['w']), { variables: ['w'], output: 'L', kind: 'parameter' });
  const agrees = async (text: string, w: number, delta: number) => {
    const foretold = predictStep(program(text), { w }, { w: delta });
    await expect.poll(() => number(step, 'first')).toBeCloseTo(foretold.first, 10);
    expect(await number(step, 'second')).toBeCloseTo(foretold.second, 10);
    expect(await number(step, 'both')).toBeCloseTo(foretold.first + foretold.second, 10);
    expect(await number(step, 'actual')).toBeCloseTo(foretold.actual, 10);
  };
  const slope = (w: number) => 2 * w + 0.4 * w ** 3;
  await agrees('w^2 + w^4/10', 1.5, -0.2 * slope(1.5));
  expect(await number(step, 'limit')).toBeCloseTo(2 / (2 + 1.2 * 1.5 ** 2), 10);
  await step.getByRole('slider', { name: 'learning rate η' }).press('ArrowRight');
  await agrees('w^2 + w^4/10', 1.5, -0.21 * slope(1.5));
  await step.getByRole('textbox', { name: 'loss L as a function of w' }).fill('w²');
  await type(step, 'learning rate η', '1');
  await expect(step.locator('.narration')).toContainText('nothing is gained');
  await step.getByRole('button', { name: 'Take the step' }).click();
  await expect(step.locator('[data-symbol="w"][data-t="1"]')).toHaveAttribute('data-value', '-1.5');
  await type(step, 'learning rate η', '3');
  for (let k = 0; k < 3; k++) await step.getByRole('button', { name: 'Take the step' }).click();
  await expect(step.locator('[data-symbol="w"][data-t="3"]')).toHaveAttribute('data-value', String(1.5 * (-5) ** 3));
  await step.getByRole('button', { name: 'One step back' }).click();
  await expect(step).toContainText('2 steps taken');

  const network = await open(page, '/gallery/taylor/step-network/', 'taylor-step');
  const [first, both, actual] = await Promise.all(['first', 'both', 'actual'].map((name) => number(network, name)));
  expect(Math.abs(both! - actual!)).toBeLessThan(Math.abs(first! - actual!));
});

test('the Taylor test finds a forgotten factor, and passes the repaired derivative', async ({ page }) => {
  const check = await open(page, '/gallery/taylor/check-forgotten/', 'taylor-check');
  const verdict = check.locator('.narration');
  await expect(verdict).toHaveAttribute('data-verdict', 'wrong');
  expect(await number(check, 'engine')).toBeCloseTo(3 * Math.sin(1.2), 12);
  const derivative = check.getByRole('textbox', { name: 'its derivative by w' });
  await derivative.fill('6sin(3w)·cos(3w)');
  await expect(verdict).toHaveAttribute('data-verdict', 'right');
  expect(await number(check, 'order')).toBeCloseTo(2, 1);
  await derivative.fill('6.06sin(3w)·cos(3w)');
  await expect(verdict).toHaveAttribute('data-verdict', 'wrong');
  await derivative.fill('6sin(3w)·cos(3w');
  await expect(check.getByRole('alert')).toContainText('a closing parenthesis');
});

test('chapter 3: a figure keeps its own address, and answers are judged with their reason', async ({ page }) => {
  await page.goto('/taylor/');
  const first = page.locator('[data-widget="taylor"]').first();
  await first.scrollIntoViewIfNeeded();
  await expect(first).toHaveAttribute('data-awake', 'true');
  const box = page.locator('exercise-box#second-order');
  await box.getByRole('textbox', { name: 'Your answer' }).fill('1.75');
  await box.getByRole('button', { name: 'Check' }).click();
  await expect(box.getByRole('status').first()).toContainText('factorial');
  await box.getByRole('textbox', { name: 'Your answer' }).fill('1.625');
  await box.getByRole('button', { name: 'Check' }).click();
  await expect(box.getByRole('status').first()).toContainText(/right/i);
  await expect(page.locator('[data-claim="E16"]')).toHaveAttribute('data-verdict', 'false');
  await expect(page.locator('[data-claim="E17"]')).toHaveAttribute('data-verdict', 'imprecise');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the picture, the terms and the formula are there', async ({ page }) => {
    await page.goto('/gallery/taylor/radius/');
    const explorer = figure(page);
    await expect(explorer.getByRole('group', { name: /Taylor polynomial of order 8/ })).toBeVisible();
    await expect(explorer.locator('.formula .katex')).toBeVisible();
    expect(await number(explorer, 'c_8')).toBe(1);
    await page.goto('/gallery/taylor/check-right/');
    await expect(figure(page, 'taylor-check')).toContainText('divided by four');
  });
});
