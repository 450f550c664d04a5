import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { gruPytorch, io, network, parameterCount, run, tensor } from '../lib/index.ts';

const figure = (page: Page) => page.locator('[data-widget="conventions"]');
const gap = (page: Page, a: string, b: string) => figure(page).locator(`[data-pair="${a} ${b}"]`);
const gapOf = async (page: Page, a: string, b: string) => Number(await gap(page, a, b).getAttribute('data-value'));
const last = (page: Page, form: string) => figure(page).locator(`[data-form="${form}"] .last [data-value]`);
const lastOf = async (page: Page, form: string) =>
  (await last(page, form).all()).reduce(
    async (all, each) => [...(await all), Number(await each.getAttribute('data-value'))],
    Promise.resolve<number[]>([]),
  );
const groups = (page: Page) =>
  figure(page)
    .locator('.forms > li')
    .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.group).join(''));
const carry = (page: Page) => figure(page).getByLabel('each of the others gets them');

async function open(page: Page, path = '/gallery/conventions/same-letters/') {
  await page.goto(path);
  await figure(page).scrollIntoViewIfNeeded();
  await expect(figure(page)).toHaveAttribute('data-awake', 'true');
}

const TORCH = 'lib/fixtures/torch-modules.safetensors';

test('the same letters are three functions; z turned over leaves two; a diagonal without b_hn leaves one', async ({
  page,
}) => {
  await open(page);
  expect(await groups(page)).toBe('ABCCB');
  expect(await gapOf(page, 'pytorch', 'keras')).toBe(0);
  expect(await gapOf(page, 'cho', 'pytorch')).toBeGreaterThan(0.1);
  await expect(figure(page).locator('.why .narration')).toContainText('differ, by up to');
  await expect(figure(page).locator('[data-fact="keeps"]')).toHaveAttribute('data-standing', 'different');

  await carry(page).selectOption('with z turned over where needed');
  expect(await groups(page)).toBe('AABBA');
  await expect(figure(page).locator('[data-fact="keeps"]')).toHaveAttribute('data-standing', 'mended');
  await gap(page, 'cho', 'pytorch').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(figure(page).locator('[data-fact="reset"]')).toContainText('no weights turn one into the other');

  await figure(page)
    .getByRole('checkbox', { name: /diagonal/ })
    .press('Space');
  expect(await groups(page)).toBe('AABBA');
  await expect(figure(page).locator('[data-fact="reset"]')).toContainText('has a place on one side only');
  await figure(page).getByRole('checkbox', { name: /= 0/ }).press('Space');
  expect(await groups(page)).toBe('AAAAA');
  await expect(figure(page).getByText('All 5 compute the same.')).toBeVisible();
});

test('block by block r and z change places, but not in an LSTM of PyTorch and Keras', async ({ page }) => {
  await open(page);
  await carry(page).selectOption('block by block, as arrays lie');
  expect(await gapOf(page, 'pytorch', 'keras')).toBeGreaterThan(0.01);
  await gap(page, 'keras', 'pytorch').getByRole('button').click();
  await expect(figure(page).locator('[data-fact="order"]')).toContainText('z, r, n and as r, z, n');
  await figure(page).getByRole('combobox', { name: 'layer', exact: true }).selectOption('LSTM');
  expect(await groups(page)).toBe('ABBC');
  await expect(figure(page).locator('[data-form="pytorch"] .formula')).toContainText('tanh(c');
  await expect(figure(page).locator('[data-form="onnx"] .blocks')).toHaveAccessibleName(
    'gates i, o, f, g, below one another',
  );
  await carry(page).selectOption('by their letters');
  expect(await groups(page)).toBe('AAAA');
});

test('counts are the engine’s, and never one unit: reset before and after are the same there', async ({ page }) => {
  await open(page, '/gallery/conventions/sixty-four/');
  const count = (form: string) => figure(page).locator(`[data-form="${form}"] [data-count]`);
  const sizes = { X: 1, H: 64, Y: 1 };
  await expect(count('pytorch')).toHaveAttribute('data-count', String(parameterCount(gruPytorch, sizes, 'pytorch')));
  await expect(count('kerasBefore')).toHaveText('12672 parameters');
  await figure(page).getByText('Size, seed, inputs').click();
  const units = figure(page).getByRole('textbox', { name: 'units', exact: true });
  await units.fill('1');
  await units.press('Enter');
  await expect(figure(page).getByRole('alert').filter({ hasText: 'whole number from 2 to 64' })).toBeVisible();
  await figure(page).getByLabel('inputs, one a step').fill('1 two');
  await figure(page).getByLabel('inputs, one a step').blur();
  await expect(figure(page).getByText('Give up to 12 numbers')).toBeVisible();
});

test('a file of PyTorch computes here what the library computes, layer by layer, and can be saved for Keras', async ({
  page,
}) => {
  await open(page);
  const sent: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
  await figure(page).getByLabel('Open your own weights').setInputFiles(TORCH);
  const layers = figure(page).getByLabel('layer of the file');
  await expect(layers.getByRole('option')).toHaveCount(6);

  const { tensors } = io.readSafetensors(new Uint8Array(await readFile(TORCH)));
  const place = { library: 'pytorch' as const, layers: [{ forward: { prefix: 'gru.', suffix: '_l0' } }] };
  const { weights, sizes } = io.readRecurrent(gruPytorch, tensors, place);
  const inputs = [1, 0, -1, 0.5, 0, 1];
  const program = network(gruPytorch, { ...sizes, Y: 1, T: 6, loss: 'mse' });
  const zeros = Object.fromEntries(
    program.inputs.map(({ name, shape }) => [
      name,
      { shape, data: new Float64Array(shape.reduce((a, b) => a * b, 1)) },
    ]),
  );
  const x = tensor(inputs.map((x_t) => Array<number>(sizes.X).fill(x_t)));
  const h = run(program, { ...zeros, ...weights, x })
    .get('h')!
    .data.slice(-sizes.H);
  expect(await lastOf(page, 'pytorch')).toEqual([...h].slice(0, 4));
  expect(await gapOf(page, 'pytorch', 'keras')).toBe(0);

  await figure(page).getByText('Export').click();
  const download = page.waitForEvent('download');
  await figure(page).getByRole('button', { name: 'Weights for Keras', exact: true }).click();
  const saved = await (await download).path();
  await figure(page).getByLabel('Open your own weights').setInputFiles(saved);
  await expect(layers.getByRole('option')).toHaveText(['gru/gru_cell: Keras']);
  expect(await lastOf(page, 'keras')).toEqual([...h].slice(0, 4));
  expect(sent).toEqual([]);
});

test('the samples are there to be tried, and both GRUs are one function', async ({ page }) => {
  await open(page);
  const states: number[][] = [];
  for (const [words, form] of [
    ['a GRU of PyTorch', 'pytorch'],
    ['the same GRU for Keras', 'keras'],
  ] as const) {
    const download = page.waitForEvent('download');
    await figure(page).getByRole('link', { name: words }).click();
    await figure(page)
      .getByLabel('Open your own weights')
      .setInputFiles(await (await download).path());
    await expect(figure(page).getByText('4 units that read 3 numbers.')).toBeVisible();
    await expect
      .poll(() => figure(page).getByLabel('layer of the file').textContent())
      .toContain(form === 'keras' ? 'Keras' : 'PyTorch');
    states.push(await lastOf(page, form));
  }
  expect(states[1]).toEqual(states[0]);
  expect(states[0]!.every((h) => h !== 0 && Math.abs(h) < 1)).toBe(true);
});

test('a file that cannot be used is refused at the field with the reason, and nothing changes', async ({ page }) => {
  await open(page);
  const before = await lastOf(page, 'pytorch');
  const give = (name: string, bytes: Uint8Array) =>
    figure(page)
      .getByLabel('Open your own weights')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  const alert = figure(page).locator('#conventions-file-problem');
  await give('model.h5', Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a));
  await expect(alert).toContainText('this is an HDF5 file, not safetensors; Python converts it');
  await expect(alert.locator('pre')).toContainText('import h5py');
  await give('cut.safetensors', new Uint8Array(await readFile(TORCH)).subarray(0, 3000));
  await expect(alert).toContainText('cut off');
  await give(
    'dense.safetensors',
    io.writeSafetensors(
      new Map([
        ['fc.weight', tensor([[1, 2]])],
        ['fc.bias', tensor([3])],
      ]),
    ),
  );
  await expect(alert).toContainText('no GRU and no LSTM in it; there is fc (dense)');
  expect(await lastOf(page, 'pytorch')).toEqual(before);
});

test('undo, reset, a link, and numbers in a file', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await carry(page).selectOption('with z turned over where needed');
  await figure(page).getByLabel('numbers made for').selectOption('Chung et al. 2014');
  const there = await lastOf(page, 'cho');
  await figure(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(figure(page).getByText('Link copied.')).toBeVisible();
  const link = page.url();
  await figure(page).getByRole('button', { name: 'Undo' }).click();
  await expect(figure(page).getByLabel('numbers made for')).toHaveValue('pytorch');
  await page.goto(link);
  await expect.poll(() => lastOf(page, 'cho')).toEqual(there);
  await figure(page).getByText('Export').click();
  const download = page.waitForEvent('download');
  await figure(page).getByRole('button', { name: 'Numbers (CSV)' }).click();
  expect((await readFile(await (await download).path(), 'utf8')).split('\r\n')).toHaveLength(8);
  await page.goto('/gallery/conventions/same-letters/?conventions=1~H.1');
  await expect(figure(page).getByRole('alert').first()).toContainText('could not be read');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('table, lines, formulas and reasons are there', async ({ page }) => {
    await page.goto('/gallery/conventions/same-letters/');
    expect(await groups(page)).toBe('ABCCB');
    await expect(figure(page).locator('svg.states .line')).toHaveCount(3);
    await expect(figure(page).locator('.formula .katex').first()).toBeVisible();
    await expect(figure(page).locator('.why li')).toHaveCount(3);
  });
});
