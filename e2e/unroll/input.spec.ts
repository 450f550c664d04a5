import { expect, type Locator, type Page, test } from '@playwright/test';
import { BY_HAND, engine, expectTrue, type Network, open, parts, shownIn } from './figure.ts';

/** Opens a figure with its setup unfolded. */
async function setUp(page: Page, example = 'three', state?: string): Promise<Locator> {
  const figure = await open(page, example, state);
  await parts(figure).setup.click();
  return figure;
}
const box = (figure: Locator, name: string) => figure.getByRole('textbox', { name, exact: true });
const use = (figure: Locator) => figure.getByRole('button', { name: 'Use this sequence' });
const expectNetwork = async (figure: Locator, network: Network) => {
  const shown = await shownIn(parts(figure).diagram);
  expect(shown.length).toBeGreaterThan(5);
  expectTrue(shown, engine(network).values);
};

test('numbers that are typed become the sequence; each target is the next one', async ({ page }) => {
  const figure = await setUp(page, 'three', '1~p.28');
  await box(figure, 'Numbers').fill('0,5; −1; 2; 0,25');
  await use(figure).click();
  await expect(box(figure, 'Numbers')).toHaveValue('0.5, -1, 2, 0.25');
  await expect(box(figure, 'target at t = 3')).toHaveValue('0.25');
  await expectNetwork(figure, { x: [0.5, -1, 2, 0.25], target: [-1, 2, 0.25, 0.25] });
  await box(figure, 'Numbers').fill('1 2');
  await box(figure, 'Numbers').press('Control+Enter');
  await expectNetwork(figure, { x: [1, 2], target: [2, 2] });
});

test('of a pasted table a column is chosen', async ({ page }) => {
  const figure = await setUp(page, 'three', '1~p.28');
  await box(figure, 'Numbers').fill('day,"rain, mm",wind\n1,"0.5",9\n2,"−1",8\n3,"1.5",7');
  await expect(figure.getByLabel('Column').getByRole('option')).toHaveText(['day', 'rain, mm', 'wind']);
  await figure.getByLabel('Column').selectOption('rain, mm');
  await expectNetwork(figure, { x: [0.5, -1, 1.5], target: [-1, 1.5, 1.5] });
  await figure.getByLabel('Column').selectOption('wind');
  await expectNetwork(figure, { x: [9, 8, 7], target: [8, 7, 7] });
});

test('a pasted column with a header is read, and named', async ({ page }) => {
  const figure = await setUp(page, 'three', '1~p.28');
  await box(figure, 'Numbers').fill('price\n1\n2,5\n3');
  await expect(figure.getByText('Column “price”: 3 numbers.')).toBeVisible();
  await use(figure).click();
  await expect(figure.getByText('Column “price”: 3 numbers.')).toHaveCount(1);
  await expect(box(figure, 'Numbers')).toHaveValue('1, 2.5, 3');
  await expectNetwork(figure, { x: [1, 2.5, 3], target: [2.5, 3, 3] });
});

test('a text is read a character at a time, one-hot, each predicting the next', async ({ page }) => {
  const figure = await setUp(page, 'three', '1~p.28');
  await figure.getByRole('radio', { name: 'Text' }).check();
  await box(figure, 'Text').fill('na na');
  await use(figure).click();
  await expect(figure.getByRole('group', { name: /of 4$/ })).toBeVisible();
  await expectNetwork(figure, { text: 'na na' });
  await expect(parts(figure).diagram).toContainText('“␣”');
  await figure.getByRole('radio', { name: 'Numbers' }).check();
  await box(figure, 'Numbers').fill('1, 2');
  await use(figure).click();
  await expectNetwork(figure, { x: [1, 2], target: [2, 2] });
});

test('a sequence that cannot be read is refused at the field, and nothing changes', async ({ page }) => {
  const figure = await setUp(page, 'three', '1~p.28');
  const before = await shownIn(figure);
  const field = box(figure, 'Numbers');
  for (const [text, says] of [
    ['', 'Give at least one number'],
    ['abc', 'Item 1, “abc”, is not a finite number'],
    ['1, NaN', 'Item 2, “NaN”, is not a finite number'],
    ['Infinity', 'Item 1, “Infinity”, is not a finite number'],
    ['1e999', 'Item 1, “1e999”, is too large'],
  ]) {
    await field.fill(text!);
    await use(figure).click();
    await expect(figure.getByText(says!)).toBeVisible();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(new RegExp(says!));
    expect(await shownIn(figure)).toEqual(before);
  }
  await field.fill('1, 2');
  await use(figure).click();
  await expect(field).toHaveAttribute('aria-invalid', 'false');
});

test('ten megabytes of digits or of numbers do not stop the page', async ({ page }) => {
  const figure = await setUp(page);
  for (const [unit, says] of [
    ['7', 'is too large'],
    ['1, 2, 3, ', 'only the first 10,000 were read'],
  ]) {
    await box(figure, 'Numbers').evaluate((field, part) => {
      (field as HTMLTextAreaElement).value = part.repeat(1e7 / part.length);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, unit!);
    await use(figure).click();
    await expect(figure.getByText(says!)).toBeVisible();
    await parts(figure).forward.click();
  }
  await expect(figure).toHaveAttribute('data-at', '11');
});

test('what was cut is said: sixty numbers, a long text, a thirteenth character', async ({ page }) => {
  const figure = await setUp(page);
  await box(figure, 'Numbers').fill(Array(60).fill('1').join(' '));
  await use(figure).click();
  await expect(figure.getByText('60 numbers given; the first 50 are used')).toBeVisible();
  await figure.getByRole('radio', { name: 'Text' }).check();
  await box(figure, 'Text').fill('abcdefghijklmn');
  await use(figure).click();
  await expect(figure.getByText('The text is cut before “m”')).toBeVisible();
});

test('a weight can be typed, nudged with the arrow keys and dragged; edits can be forgotten', async ({ page }) => {
  const figure = await setUp(page, 'by-hand', '1~p.18');
  const weight = box(figure, 'W_hh[0,0]');
  const expectWeight = async (value: number) => {
    await expect(weight).toHaveValue(String(value));
    await expectNetwork(figure, { ...BY_HAND, edits: { ...BY_HAND.edits, 'W_hh[0,0]': value } });
  };
  await weight.fill('−1,25');
  await weight.press('Enter');
  await expectWeight(-1.25);
  await weight.press('ArrowUp');
  await expectWeight(-1.15);
  await weight.press('Shift+ArrowUp');
  await expectWeight(-0.15);
  await weight.press('ArrowDown');
  await expectWeight(-0.25);
  await weight.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await weight.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 20, y + height / 2, { steps: 4 });
  await page.mouse.move(x + width / 2 + 40, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await expectWeight(0.25);
  await page.mouse.move(0, 0);
  await expectWeight(0.25);
  await figure.getByRole('button', { name: /^Forget 5 edited numbers/ }).click();
  await expectNetwork(figure, { ...BY_HAND, edits: {} });
});

test('an input and a target can be edited where they stand', async ({ page }) => {
  const figure = await setUp(page, 'by-hand', '1~p.18');
  for (const name of ['x at t = 2', 'target at t = 1']) {
    await box(figure, name).fill('3');
    await box(figure, name).blur();
  }
  await expectNetwork(figure, { ...BY_HAND, x: [1, 3], target: [3, 0] });
});

test('a number box says what it cannot read and keeps its number', async ({ page }) => {
  const figure = await setUp(page, 'by-hand', '1~p.18');
  const weight = box(figure, 'W_hh[0,0]');
  for (const [text, says] of [
    ['', 'Give a number.'],
    ['x', '“x” is not a number.'],
    ['1e999', '“1e999” is not a number.'],
    ['2e6', '2000000 is outside -1000000 … 1000000.'],
  ]) {
    await weight.fill(text!);
    await weight.press('Enter');
    await expect(figure.getByRole('alert')).toHaveText(says!);
    await expect(weight).toHaveAccessibleDescription(says!);
    await expect(weight).toHaveAttribute('aria-invalid', 'true');
    await expectNetwork(figure, BY_HAND);
  }
  await weight.press('Escape');
  await expect(figure.getByRole('alert')).toHaveCount(0);
  await expect(weight).toHaveValue('0.5');
  await box(figure, 'Seed').fill('1.5');
  await box(figure, 'Seed').press('Enter');
  await expect(figure.getByRole('alert')).toHaveText('A seed is a whole number.');
});

test('units, activation, loss and seed change the network and keep the place', async ({ page }) => {
  const figure = await setUp(page, 'three', '1~p.13');
  await figure.getByRole('slider', { name: /Hidden units/ }).fill('5');
  await expectNetwork(figure, { H: 5 });
  await figure.getByRole('combobox', { name: 'Cell' }).selectOption('rnn-logistic');
  await expectNetwork(figure, { H: 5, cell: 'rnn-logistic' });
  await box(figure, 'Seed').fill('99');
  await box(figure, 'Seed').press('Enter');
  await expectNetwork(figure, { H: 5, cell: 'rnn-logistic', seed: 99 });
  await expect(parts(figure).narration).toContainText('h₂ = σ(a₂)');
  await figure.getByLabel('Loss').selectOption('last');
  await expect(parts(figure).narration).toContainText('h₂ = σ(a₂)');
  await expect(parts(figure).numbers.locator('[data-symbol="l"]')).toHaveCount(0);
});
