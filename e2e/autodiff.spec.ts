import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { backward, differenceOf, expressions, run, tangents, type Values, wengertList } from '../lib/index.ts';

const figure = (page: Page): Locator => page.locator('[data-widget="autodiff"]').first();
const attributeOf = async (of: Locator): Promise<number> => Number(await of.getAttribute('data-value'));
const inTable = (of: Locator, row: string, kind: string): Locator =>
  of.locator(`.values tr[data-row="${row}"] [data-kind="${kind}"]`).first();

async function open(page: Page, path: string): Promise<Locator> {
  await page.goto(path);
  await figure(page).scrollIntoViewIfNeeded();
  await expect(figure(page)).toHaveAttribute('data-awake', 'true');
  return figure(page);
}

/** What the engine says of the same formulas. */
function engine(text: string, given: Record<string, number>): { program: ReturnType<typeof backward>; values: Values } {
  const listing = expressions.parseListing(text);
  const program = backward(wengertList(expressions.programOfListing(listing)), { wrt: listing.variables });
  return { program, values: run(program, given) };
}

async function type(of: Locator, label: string, text: string): Promise<void> {
  const box = of.getByRole('textbox', { name: label });
  await box.fill(text);
  await box.press('Enter');
}

test('the walk by keyboard: values, local derivatives, gradients and sums are the engine’s', async ({ page }) => {
  const graph = await open(page, '/gallery/autodiff/product/');
  const { program, values } = engine('x·y + sin(x)', { x: 2, y: 3 });
  const narration = graph.locator('.narration');
  await expect(narration).toContainText('3 steps forward');
  await expect(graph.locator('[data-node="v_1"]')).toHaveAttribute('data-state', 'later');

  // Forward, one step at a time: the edge has its local derivative as soon as the value is there.
  await graph.getByRole('button', { name: 'Step forward' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(graph.locator('[data-node="v_1"]')).toHaveAttribute('data-state', 'now');
  await expect(narration).toContainText('6');
  expect(await attributeOf(graph.locator('[data-local="v_1/x"]'))).toBe(3);
  expect(await attributeOf(graph.locator('[data-local="v_1/y"]'))).toBe(2);

  // An input is changed while stepping: the place stays, all numbers follow.
  await type(graph, 'value of y', '−1');
  await expect(graph.getByRole('slider', { name: 'Position' })).toHaveValue('1');
  expect(await attributeOf(graph.locator('[data-local="v_1/x"]'))).toBe(-1);
  await graph.getByRole('button', { name: 'Undo' }).click();
  expect(await attributeOf(inTable(graph, 'v_1', 'value'))).toBe(6);

  // Backward: two contributions meet at x.
  for (let k = 1; k < 9; k++) await page.getByRole('button', { name: 'Step forward' }).click();
  await expect(narration).toContainText('used in 2 places');
  await expect(graph.locator('.equations li[data-state="now"]')).toHaveAttribute('data-equation', 'dL/dx');
  await graph.getByRole('slider', { name: 'Position' }).press('End');
  for (const name of ['x', 'y', 'v_1', 'v_2', 'L']) {
    expect(await attributeOf(inTable(graph, name, 'value'))).toBe(values.get(name)!.data[0]);
    expect(await attributeOf(inTable(graph, name, 'grad'))).toBe(values.get(program.gradients![name]!)!.data[0]);
  }
  await expect(graph.locator('[data-edge]')).toHaveCount(5);
  await expect(graph.locator('.edge path.back')).toHaveCount(5);

  // Linked: a value in the table lights the box and the equation.
  await inTable(graph, 'v_2', 'value').hover();
  await expect(graph.locator('[data-node="v_2"]')).toHaveAttribute('data-lit', 'same');
  await expect(graph.locator('li[data-equation="v_2"]')).toHaveAttribute('data-lit', 'same');
  await expect(graph.locator('[data-node="v_1"]')).not.toHaveAttribute('data-lit', /./);

  // Provenance, from the table and from the graph.
  await inTable(graph, 'x', 'grad').click();
  const origin = graph.getByRole('complementary', { name: 'Where this number comes from' });
  const difference = differenceOf(engine('x·y + sin(x)', { x: 2, y: 3 }).program, { x: 2, y: 3 }, 'x', 0).value;
  expect(Number(await origin.locator('[data-central-difference]').getAttribute('data-central-difference'))).toBeCloseTo(
    difference,
    9,
  );
  await graph.locator('[data-node="v_1"] [data-kind="value"]').click();
  await expect(origin).toContainText('x·y');
  await origin.getByRole('button', { name: 'Close' }).click();

  // What it costs.
  expect(await attributeOf(graph.locator('[data-cost="reverse"] td').last())).toBe(4);
  await graph.getByRole('checkbox', { name: 'check every gradient' }).check();
  await expect(graph.locator('.verdict[data-right="true"]')).toHaveCount(5);
  const { violations } = await new AxeBuilder({ page }).include('[data-widget="autodiff"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('typed formulas are laid out when they are typed; errors have a place; a link keeps all of it', async ({
  page,
  context,
}) => {
  const graph = await open(page, '/gallery/autodiff/product/');
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  const box = graph.getByRole('textbox', { name: 'Formulas' });
  const text = 'a = w x + b; h = tanh(a); (h − t)²';
  await box.fill(text);
  await expect(graph.locator('[data-node="h"]')).toBeVisible();
  expect(scripts.some((url) => /layout/i.test(url))).toBe(true);
  const numbers = { w: 1.5, x: 2, b: -0.5, t: 1 };
  for (const [name, value] of Object.entries(numbers)) await type(graph, `value of ${name}`, String(value));
  await graph.getByRole('button', { name: 'Last step' }).click();
  const { program, values } = engine(text, numbers);
  for (const name of ['w', 'b', 'a', 'h', 'v_1'])
    await expect(inTable(graph, name, 'grad')).toHaveAttribute(
      'data-value',
      String(values.get(program.gradients![name]!)!.data[0]),
    );

  for (const [wrong, says] of [
    ['a = w x; a + (', 'something is missing'],
    ['foo(x)', 'not known'],
    ['alert(1)', 'not known'],
    ['1 + 2', 'no variable'],
    ['constructor.constructor("return 1")()', 'no meaning'],
  ]) {
    await box.fill(wrong!);
    await expect(graph.getByRole('alert')).toContainText(new RegExp(says!, 'i'));
    await expect(graph.locator('[data-node="h"]')).toBeVisible();
  }
  await box.press('Escape');
  await expect(box).toHaveValue(text);
  await type(graph, 'value of w', 'much');
  await expect(graph.getByRole('alert')).toContainText('Give a number');
  await graph.getByRole('textbox', { name: 'value of w' }).press('Escape');

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await graph.getByRole('button', { name: 'Copy link' }).click();
  await expect(graph.getByText('Link copied.')).toBeVisible();
  const again = await open(page, await page.evaluate(() => navigator.clipboard.readText()));
  await expect(again.getByRole('textbox', { name: 'Formulas' })).toHaveValue(text);
  await expect(inTable(again, 'w', 'grad')).toHaveAttribute('data-value', String(values.get('dL/dw')!.data[0]));
  await open(page, '/gallery/autodiff/product/?autodiff=1~f.x');
  await expect(figure(page).getByRole('alert')).toContainText('could not be read');
});

test('forward mode, vectors taken apart, corners, infinities', async ({ page }) => {
  let graph = await open(page, '/gallery/autodiff/forward/');
  await graph.getByRole('button', { name: 'Last step' }).click();
  const listing = expressions.parseListing('x·y + sin(x)');
  const forward = wengertList(expressions.programOfListing(listing));
  for (const [along, name] of ['x', 'y'].entries()) {
    await graph.getByRole('combobox', { name: 'derivatives by' }).selectOption(String(along));
    const expected = tangents(forward, { x: 2, y: 3 }, { [name]: 1 });
    for (const of of ['v_1', 'v_2', 'L'])
      await expect(inTable(graph, of, 'local')).toHaveAttribute('data-value', String(expected.get(of)!.data[0]));
  }
  await inTable(graph, 'L', 'local').click();
  await expect(graph.getByRole('complementary', { name: 'Where this tangent comes from' })).toContainText(
    'central difference',
  );
  await graph.getByRole('button', { name: 'reverse', exact: true }).click();
  await expect(graph.getByRole('slider', { name: 'Position' })).toHaveAttribute('max', '10');

  graph = await open(page, '/gallery/autodiff/vectors/');
  await graph.getByRole('button', { name: 'Last step' }).click();
  const whole = await attributeOf(inTable(graph, 'w', 'grad'));
  await graph.getByRole('button', { name: 'number by number' }).click();
  await expect(graph.locator('[data-node="x[2]"]')).toBeVisible();
  await graph.getByRole('button', { name: 'Last step' }).click();
  await expect.poll(() => attributeOf(inTable(graph, 'w', 'grad'))).toBeCloseTo(whole, 12);
  await type(graph, 'value of x', '1, 2');
  await expect(graph.getByRole('alert')).toContainText('one length');

  graph = await open(page, '/gallery/autodiff/kink/');
  await expect(graph.locator('tr[data-row="x"] .verdict')).toContainText('differs');
  await type(graph, 'value of x', '0.5');
  await expect(graph.locator('tr[data-row="x"] .verdict')).toContainText('agrees');

  graph = await open(page, '/gallery/autodiff/infinite/');
  await graph.getByRole('button', { name: 'Last step' }).click();
  await expect(inTable(graph, 'y', 'grad')).toContainText('NaN');
});

test('two hundred values can be walked, moved and made smaller', async ({ page }) => {
  const graph = await open(page, '/gallery/autodiff/large/');
  await expect(graph.locator('[data-node]')).toHaveCount(192);
  const view = graph.locator('.view');
  const position = () => view.evaluate((element) => [element.scrollLeft, element.scrollTop].join());
  const before = await position();
  await graph.getByRole('button', { name: 'Last step' }).click();
  await expect.poll(position).not.toBe(before);
  await expect(graph.locator('[data-node][data-state="now"]')).toBeInViewport();
  const width = async () => (await graph.locator('svg.graph').boundingBox())!.width;
  const natural = await width();
  await graph.getByRole('button', { name: 'Smaller picture' }).click();
  await expect.poll(width).toBeLessThan(natural);
  await graph.getByRole('slider', { name: 'Position' }).press('Home');
  const started = Date.now();
  for (let k = 0; k < 10; k++) await graph.getByRole('button', { name: 'Step forward' }).click();
  await expect(graph.getByRole('slider', { name: 'Position' })).toHaveValue('10');
  expect(Date.now() - started).toBeLessThan(15_000);
});

test('chapter 5: figures keep their own addresses, answers are judged with their reason', async ({ page }) => {
  await page.goto('/autodiff/');
  await expect(page.locator('[data-claim="C025"]')).toHaveAttribute('data-verdict', 'imprecise');
  const box = page.locator('exercise-box#half-done');
  await box.scrollIntoViewIfNeeded();
  await box.getByRole('textbox', { name: 'Your answer' }).fill('5');
  await box.getByRole('button', { name: 'Check' }).click();
  await expect(box.getByRole('status').first()).toContainText('directly');
  await box.getByRole('textbox', { name: 'Your answer' }).fill('7');
  await box.getByRole('button', { name: 'Check' }).click();
  await expect(box.getByRole('status').first()).toContainText(/right/i);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the graph, its numbers and the table are there', async ({ page }) => {
    await page.goto('/gallery/autodiff/finished/');
    await expect(figure(page).getByRole('img', { name: /graph of x·y/ })).toBeVisible();
    expect(await attributeOf(inTable(figure(page), 'x', 'grad'))).toBeCloseTo(3 + Math.cos(2), 12);
  });
});
