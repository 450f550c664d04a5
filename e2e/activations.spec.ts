import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { coefficientsAlong, expressions, jets, output, run, softmax, trace, valuesAlong } from '../lib/index.ts';

const figure = (page: Page): Locator => page.locator('[data-widget="activations"]').first();
const number = async (of: Locator, name: string): Promise<number> =>
  Number(await of.locator(`[data-name="${name}"]`).first().getAttribute('data-value'));

async function open(page: Page, path: string): Promise<Locator> {
  await page.goto(path);
  await expect(figure(page)).toHaveAttribute('data-awake', 'true');
  return figure(page);
}

async function type(of: Locator, label: string, text: string): Promise<void> {
  const box = of.getByRole('textbox', { name: label, exact: true });
  await box.fill(text);
  await box.press('Enter');
}

const functionOf = (text: string) => {
  const formula = expressions.parse(text);
  return (x: Parameters<Parameters<typeof valuesAlong>[0]>[0]) => expressions.evaluate(formula, { x });
};
const engine = (text: string, x: number) => {
  const f = functionOf(text);
  return [valuesAlong(f, [x])[0]!, coefficientsAlong(f, [x], 1)[0]!, 2 * coefficientsAlong(f, [x], 2)[0]!];
};

/** Every function by its button and as the formula that it should be. */
const OFFERED: Readonly<Record<string, string>> = {
  step: 'step(x)',
  'logistic σ': 'σ(x)',
  tanh: 'tanh(x)',
  ReLU: 'ReLU(x)',
  'leaky ReLU': 'max(0.01x, x)',
  ELU: 'max(x, 0) + exp(min(0, x)) − 1',
  softplus: 'softplus(x)',
  softsign: 'x/(1 + abs(x))',
  SiLU: 'x·σ(x)',
  GELU: 'x·Φ(x)',
  'hard sigmoid': 'min(1, max(0, x/6 + 0.5))',
  'hard tanh': 'min(1, max(−1, x))',
};

test('every function: value, slope and bend are the engine’s, by arrow keys, by dragging and typed', async ({
  page,
}) => {
  const explorer = await open(page, '/gallery/activations/logistic/');
  const probe = explorer.getByRole('slider', { name: 'place x' });
  const agrees = async (text: string, x: number) => {
    const [value, slope, bend] = engine(text, x) as [number, number, number];
    await expect.poll(() => number(explorer, 'f1')).toBeCloseTo(slope, 13);
    expect(await number(explorer, 'f0')).toBeCloseTo(value, 13);
    expect(await number(explorer, 'f2')).toBeCloseTo(bend, 13);
    expect(await number(explorer, 'f-check')).toBeCloseTo(slope, 8);
  };
  await agrees('σ(x)', 1);
  await expect(explorer.getByText('f is saturated (|f′| < 0.05): x < −2.887 and x > 2.887.')).toBeVisible();
  await probe.press('Home');
  await agrees('σ(x)', -6);
  await expect(explorer.locator('.narration')).toContainText('flat');
  await type(explorer, 'place x', '-0,7');
  for (const [name, text] of Object.entries(OFFERED)) {
    const button = explorer.getByRole('button', { name, exact: true });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await agrees(text, -0.7);
  }
  await probe.press('PageUp');
  await probe.press('ArrowRight');
  await agrees(OFFERED['hard tanh']!, 0.4);

  await explorer.getByRole('button', { name: 'GELU' }).click();
  const knob = (await probe.locator('.knob').boundingBox())!;
  await page.mouse.move(knob.x + knob.width / 2, knob.y + knob.height / 2);
  await page.mouse.down();
  await page.mouse.move(knob.x + 70, knob.y + 40, { steps: 5 });
  await page.mouse.up();
  const dragged = Number(await probe.getAttribute('aria-valuenow'));
  expect(dragged).toBeGreaterThan(0.8);
  await agrees('x·Φ(x)', dragged);
  await explorer.getByRole('button', { name: 'Undo' }).click();
  await agrees('x·Φ(x)', 0.4);

  // A threshold, a typed function, the range, an error with its place.
  await type(explorer, 'flat below |f′| =', '0.5');
  await expect(explorer.locator('.plot-figure figcaption')).toContainText('|f′| < 0.5');
  await explorer.getByRole('textbox', { name: 'f, a function of x' }).fill('x·tanh(softplus(x))');
  await agrees('x·tanh(softplus(x))', 0.4);
  await expect(explorer.locator('.notes')).toContainText('not bounded');
  expect(await number(explorer, 'f-high')).toBeCloseTo(engine('x·tanh(softplus(x))', 6)[0]!, 12);
  await explorer.getByRole('textbox', { name: 'f, a function of x' }).fill('x·tanh(');
  await expect(explorer.getByRole('alert')).toContainText('At character');
  await page.goto('/gallery/activations/logistic/?activations=1~f.x~x.99');
  await expect(explorer.getByRole('alert')).toContainText('could not be read');
});

test('known values: σ′ is a quarter at most, tanh′ meets σ′ at 1.663, ReLU′(−1) is 0; corners have two sides', async ({
  page,
}) => {
  const explorer = await open(page, '/gallery/activations/tanh-against-logistic/');
  await expect(explorer.locator('[data-note="meet"]').first()).toHaveText('f′ = g′ at x = −1.663 and 1.663.');
  const crossing = Number(await explorer.locator('[data-crossing]').last().getAttribute('data-crossing'));
  expect(engine('tanh(x)', crossing)[1]).toBeCloseTo(engine('σ(x)', crossing)[1]!, 8);
  await expect(explorer.locator('.narration')).toContainText('g is the steeper one');
  await type(explorer, 'place x', '0');
  expect([await number(explorer, 'f1'), await number(explorer, 'g1')]).toEqual([1, 0.25]);
  await expect(explorer.locator('.narration')).toContainText('f is the steeper one');

  // The identity, live, and drawn.
  await type(explorer, 'place x', '1.3');
  const identity = explorer.locator('[data-identity="tanh x = 2σ(2x) − 1"]');
  expect(Number(await identity.getAttribute('data-left'))).toBeCloseTo(engine('tanh(x)', 1.3)[0]!, 14);
  expect(Number(await identity.getAttribute('data-right'))).toBeCloseTo(2 * engine('σ(x)', 2.6)[0]! - 1, 14);
  await explorer.getByRole('button', { name: 'Draw both sides of tanh x = 2σ(2x) − 1' }).click();
  await expect(explorer.getByText('f and g are one function')).toBeVisible();
  await expect(explorer.getByRole('textbox', { name: 'g, a function of x' })).toHaveValue('2σ(2x) − 1');

  await explorer.getByRole('combobox', { name: 'compare with' }).selectOption('nothing');
  await explorer.getByRole('button', { name: 'ReLU', exact: true }).click();
  await type(explorer, 'place x', '-1');
  expect(await number(explorer, 'f1')).toBe(0);
  await type(explorer, 'place x', '0');
  await expect(explorer.locator('.narration')).toContainText('no slope: 0 on the left, 1 on the right');
  await expect(explorer.locator('[data-note="corner"]')).toContainText('The engine takes 0 there, by convention');
  await expect(explorer.locator('[data-corner="0"] .side')).toHaveCount(2);
  await explorer.getByRole('button', { name: 'ELU', exact: true }).click();
  await expect(explorer.locator('[data-note="corner"]')).toContainText('no kink, but the bend jumps');
  await explorer.getByRole('button', { name: 'step' }).click();
  await expect(explorer.locator('[data-note="corner"]')).toContainText('a jump: f is 0 to the left and 1 to the right');
  const { violations } = await new AxeBuilder({ page }).include('[data-widget="activations"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('many in a row: every factor and every product; 0, and a growing change', async ({ page, context }) => {
  const explorer = await open(page, '/gallery/activations/ten-layers/');
  const chain = (text: string, x: number, w: number, n: number) => {
    let [h, left] = [x, 1];
    for (let k = 0; k < n; k++) {
      const [value, slope] = engine(text, w * h) as [number, number];
      [h, left] = [value, left * w * slope];
    }
    return { h, left };
  };
  const agrees = async (letter: string, text: string, x: number, w: number, n: number) => {
    const { h, left } = chain(text, x, w, n);
    await expect.poll(async () => (await number(explorer, `${letter}-product_${n}`)) / left).toBeCloseTo(1, 10);
    expect(await number(explorer, `${letter}-h_${n}`)).toBeCloseTo(h, 12);
  };
  await agrees('f', 'σ(x)', 1, 1, 10);
  await agrees('g', 'tanh(x)', 1, 1, 10);
  await explorer.getByRole('slider', { name: 'times n' }).press('End');
  await agrees('f', 'σ(x)', 1, 1, 50);
  await type(explorer, 'factor w before each', '4');
  await agrees('g', 'tanh(x)', 1, 4, 50);
  await type(explorer, 'times n', '3');
  await type(explorer, 'start x', '-2');
  await agrees('f', 'σ(x)', -2, 4, 3);
  await expect(explorer.locator('.narration')).toContainText('Applied 3 times from x = −2, with w = 4');
  await explorer.getByRole('button', { name: 'ReLU', exact: true }).click();
  await expect(explorer.locator('.notes')).toContainText('from step 1 on the product is exactly 0');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.getByRole('button', { name: 'Copy link' }).click();
  await expect(explorer.getByText('Link copied.')).toBeVisible();
  const again = await open(page, await page.evaluate(() => navigator.clipboard.readText()));
  await expect(again.locator('.narration')).toContainText('Applied 3 times from x = −2, with w = 4: ReLU: 0');
});

test('softmax is a function of a vector: logits by slider, its Jacobian, and what shifting does', async ({ page }) => {
  const explorer = await open(page, '/gallery/activations/softmax/');
  const program = trace({ z: { shape: [4], kind: 'data' } }, ({ z }) => ({ p: softmax(z!) }));
  const agrees = async (z: readonly number[]) => {
    const p = output(program, run(program, { z: [...z] }), 'p').data;
    await expect.poll(() => number(explorer, 'p_1')).toBeCloseTo(p[0]!, 14);
    for (const j of [0, 1, 3]) {
      const seed = { z: z.map((_, i) => Number(i === j)) };
      const column = jets(program, { z: [...z] }, { seed }).get(program.outputs.p!)![1]!.data;
      for (const i of [0, 2]) expect(await number(explorer, `dp_${i + 1}/dz_${j + 1}`)).toBeCloseTo(column[i]!, 14);
    }
    expect(await number(explorer, 'ratio')).toBeCloseTo(await number(explorer, 'logistic'), 13);
  };
  await agrees([2, 1, 0, -1]);
  await explorer.getByRole('slider', { name: 'logit z 2' }).press('ArrowRight');
  await agrees([2, 1.1, 0, -1]);
  const before = await number(explorer, 'p_1');
  await explorer.getByRole('button', { name: 'Add 1 to all' }).click();
  await expect(explorer.getByRole('textbox', { name: 'logit z 4' })).toHaveValue('0');
  expect(await number(explorer, 'p_1')).toBeCloseTo(before, 14);
  await explorer.getByRole('button', { name: /^∂p 1 by ∂z 2/ }).click();
  await expect(explorer.getByRole('status').filter({ hasText: '−p1·p2' })).toBeVisible();
  await type(explorer, 'logit z 1', '10');
  await expect(explorer.locator('.narration')).toContainText('saturated');
  const { violations } = await new AxeBuilder({ page }).include('[data-widget="activations"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await explorer.getByRole('button', { name: 'tanh', exact: true }).click();
  await expect(explorer.getByRole('slider', { name: 'place x' })).toBeVisible();
});

test('chapter 4: answers are judged with their reason, and claims have their verdicts', async ({ page }) => {
  await page.goto('/activations/');
  await figure(page).scrollIntoViewIfNeeded();
  const box = page.locator('exercise-box#relu-at-minus-one');
  const answer = async (text: string, says: RegExp) => {
    await box.getByRole('textbox', { name: 'Your answer' }).fill(text);
    await box.getByRole('button', { name: 'Check' }).click();
    await expect(box.getByRole('status').first()).toContainText(says);
  };
  await answer('1', /slope to the right/);
  await answer('0', /right/i);
  const verdicts = {
    R2: 'true',
    E18: 'misleading',
    E19: 'misleading',
    E20: 'misleading',
    E21: 'misleading',
    E22: 'false',
    E23: 'false',
  };
  for (const [id, verdict] of Object.entries(verdicts))
    await expect(page.locator(`[data-claim="${id}"]`)).toHaveAttribute('data-verdict', verdict);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the curves, the numbers and the formulas are there', async ({ page }) => {
    await page.goto('/gallery/activations/tanh-against-logistic/');
    await expect(figure(page).getByRole('group', { name: /f = tanh and g = logistic σ above/ })).toBeVisible();
    await expect(figure(page).locator('.formula .katex')).toHaveCount(2);
    expect(await number(figure(page), 'f1')).toBeCloseTo(engine('tanh(x)', 1.7)[1]!, 13);
    await page.goto('/gallery/activations/softmax/');
    expect(await number(figure(page), 'p_1')).toBeCloseTo(0.6439142598879724, 13);
  });
});
