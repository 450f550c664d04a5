import { expect, test } from '@playwright/test';
import { at, engine, expectTrue, figure as figureOf, open, parts, shownIn } from './figure.ts';

const STATE = '1~c.rnn-relu~x.1_-2_0.5_3~y.1_0_-1_2~H.3~s.42~e.W_hh!0!1!-0.5!!h_0!2!0.25~b.1~p.70';
const NETWORK = {
  cell: 'rnn-relu',
  x: [1, -2, 0.5, 3],
  target: [1, 0, -1, 2],
  H: 3,
  seed: 42,
  edits: { 'W_hh[0,1]': -0.5, 'h_0[2]': 0.25 },
};

test('an address opens the figure where it points: network, backward half, place', async ({ page }) => {
  const figure = await open(page, 'three', STATE);
  const { numbers, ledger } = parts(figure);
  await expect(figure).toHaveAttribute('data-at', '70');
  await expect(figure).toHaveAttribute('data-half', 'backward');
  await expect(figure.getByRole('alert')).toHaveCount(0);
  const { values } = engine(NETWORK);
  const shown = [...(await shownIn(numbers)), ...(await shownIn(ledger))];
  expectTrue(shown, values);
  expect(shown.map(({ name }) => name)).toEqual(expect.arrayContaining(['h_4', 'dL/dh_3', 'dL/dW_hh←a_4']));
});

test('an address can point between two products', async ({ page }) => {
  const figure = await open(page, 'three', '1~d.scalar~p.9_3');
  const { narration, depth, forward, back } = parts(figure);
  await expect(depth).toHaveValue('scalar');
  await expect(narration).toContainText('(3 of 6 for W_hh·h₁)');
  await forward.click();
  await expect(narration).toContainText('(4 of 6 for W_hh·h₁)');
  await back.click();
  await expect.poll(() => new URL(page.url()).searchParams.get('unroll')).toBe('1~d.scalar~p.9_3');
});

test('the address follows the figure, keeps what else is in it, and leads back', async ({ page }) => {
  await page.goto('/gallery/unroll/three/?other=a+b#unroll');
  const figure = figureOf(page);
  await expect(figure).toHaveAttribute('data-awake', 'true');
  const { forward, narration } = parts(figure);
  await forward.click();
  await figure.getByRole('combobox', { name: 'Cell' }).selectOption({ label: 'RNN with ReLU' });
  await figure.getByRole('checkbox', { name: /^Walk backward too/ }).check();
  await expect.poll(() => page.url()).toMatch(/\?other=a%20b&unroll=1~c\.rnn-relu~b\.1~p\.10#unroll$/);
  const said = await narration.textContent();
  await page.reload();
  await expect(figure).toHaveAttribute('data-awake', 'true');
  await expect(figure).toHaveAttribute('data-at', '10');
  await expect(narration).toHaveText(said!);
  await expect(figure).toHaveAttribute('data-backward', 'true');
});

test('an address that cannot be read says so, starts from the default, and is forgotten at the first step', async ({
  page,
}) => {
  for (const [state, says] of [
    ['1~H.99', 'could not be read'],
    ['%00~~*zz', 'could not be read'],
    ['0~H.3', 'another version'],
  ]) {
    const figure = await open(page, 'three', state);
    const alert = figure.getByRole('alert');
    await expect(alert).toContainText(says!);
    await expect(figure).toHaveAttribute('data-at', '9');
    expectTrue(await shownIn(parts(figure).numbers), engine({}).values);
    await parts(figure).forward.click();
    await expect(alert).toHaveCount(0);
    await expect.poll(() => new URL(page.url()).searchParams.get('unroll')).toBe('1~p.10');
  }
});

test('undo takes back changes one by one, reset takes back all, and reset can be undone', async ({ page }) => {
  const figure = await open(page, 'three');
  const [undo, reset] = [figure.getByRole('button', { name: 'Undo' }), figure.getByRole('button', { name: 'Reset' })];
  const activation = figure.getByRole('combobox', { name: 'Cell' });
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await activation.selectOption('rnn-relu');
  await activation.selectOption('rnn-logistic');
  await parts(figure).forward.click();
  await undo.click();
  await expect(activation).toHaveValue('rnn-relu');
  await undo.click();
  await expect(activation).toHaveValue('rnn');
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await activation.selectOption('rnn-identity');
  await reset.click();
  await expect(activation).toHaveValue('rnn');
  expect(await at(figure)).toBe(9);
  await expect.poll(() => new URL(page.url()).search).toBe('');
  await undo.click();
  await expect(activation).toHaveValue('rnn-identity');
});

test('Copy link puts an address on the clipboard that opens the same state', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await open(page, 'three', STATE);
  await parts(figure).back.click();
  await figure.getByRole('button', { name: 'Copy link' }).click();
  await expect(figure.getByText('Link copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/~p\.69#unroll$/);
  const said = await parts(figure).narration.textContent();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(parts(figureOf(page)).narration).toHaveText(said!);
});

test('without a clipboard the link is shown, to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
  });
  const figure = await open(page, 'three');
  await figure.getByRole('button', { name: 'Copy link' }).click();
  await expect(figure.getByText(/^Copy this address: http.*unroll=1#unroll$/)).toBeVisible();
});

test('a state that is too long for a link is saved as a file, which opens it again, in any figure', async ({
  page,
}) => {
  const figure = await open(page, 'three');
  await parts(figure).setup.click();
  const numbers = Array.from({ length: 50 }, (_, k) => Math.sin(k) / 1e7);
  await figure.getByRole('textbox', { name: 'Numbers' }).fill(numbers.join(', '));
  await figure.getByRole('button', { name: 'Use this sequence' }).click();
  await expect(figure.getByRole('group', { name: /of 50$/ })).toBeVisible();
  await parts(figure).forward.click();
  const download = page.waitForEvent('download');
  await figure.getByRole('button', { name: 'Copy link' }).click();
  const path = await (await download).path();
  await expect(figure.getByText(/saved as a file/)).toBeVisible();

  const other = await open(page, 'by-hand');
  const file = other.getByLabel('Open a state file');
  await file.setInputFiles(path);
  await expect(other).toHaveAttribute('data-at', '10');
  const { values } = engine({ x: numbers, target: [...numbers.slice(1), numbers.at(-1)!] });
  expectTrue(await shownIn(parts(other).diagram), values);
  const nonsense = { name: 'x.txt', mimeType: 'text/plain', buffer: Buffer.from('nonsense') };
  await file.setInputFiles(nonsense);
  await expect(file).toHaveAccessibleDescription(/Nothing was changed/);
  await expect(file).toHaveAttribute('aria-invalid', 'true');
  await expect(other).toHaveAttribute('data-at', '10');
});
