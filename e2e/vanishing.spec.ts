import { expect, type Page, test } from '@playwright/test';
import { linearAlgebra, network, rnnIdentity, throughTime } from '../lib/index.ts';

const figure = (page: Page) => page.locator('[data-widget="vanishing"]');
const number = (page: Page) => figure(page).locator('.looked-at [data-value]');
const value = async (page: Page) => Number(await number(page).getAttribute('data-value'));
const cause = async (page: Page, name: string) =>
  Number(await figure(page).locator(`.chain [data-symbol="${name}"]`).getAttribute('data-value'));
const box = (page: Page, name: string) => figure(page).getByRole('textbox', { name, exact: true });

async function open(page: Page, path = '/gallery/vanishing/eight-units/') {
  await page.goto(path);
  await expect(figure(page)).toHaveAttribute('data-awake', 'true');
}

/** Types a number, and waits until the picture has followed. */
async function type(page: Page, name: string, text: string) {
  await box(page, name).fill(text);
  await box(page, name).press('Enter');
  await expect(figure(page)).toHaveAttribute('aria-busy', 'false');
}

/** What the engine says of one linear unit. */
function power(w: number, steps: number): number {
  const program = network(rnnIdentity, { X: 1, H: 1, Y: 1, T: steps, loss: 'mse' });
  const zeros = Array.from({ length: steps }, () => [0]);
  const weights = { W_hh: [[w]], W_xh: [[0]], b_h: [0], W_hy: [[0]], b_y: [0], h_0: [0] };
  const jacobians = throughTime.stateJacobians(program, { ...weights, x: zeros, target: zeros });
  return linearAlgebra.spectralNorm(throughTime.jacobianBetween(jacobians, 0, steps));
}

test('one linear unit shows the powers of its weight, as the engine has them', async ({ page }) => {
  await open(page, '/gallery/vanishing/one-weight/');
  expect(await value(page)).toBe(power(0.9, 50));
  await type(page, 'spectral radius of the recurrent matrix', '1.1');
  await expect.poll(() => value(page)).toBe(power(1.1, 50));
  await expect(figure(page).locator('[data-name="radius"]')).toHaveAttribute('data-value', '1.1');
});

test('with w = 1.5 the gradient explodes on h = 0 only', async ({ page }) => {
  await open(page, '/gallery/vanishing/on-the-edge/');
  expect(await value(page)).toBeCloseTo(power(1.5, 50), -2);
  await type(page, 'start of every unit', '0.5');
  await expect.poll(() => value(page)).toBeLessThan(1e-19);
  expect(await cause(page, 'W')).toBeCloseTo(power(1.5, 50), -2);
  expect(await cause(page, 'phi')).toBeLessThan(1e-27);
  await expect(figure(page).locator('.narration')).toContainText('tanh accounts for a factor 6.4e−29');
});

test('a number is the product of its causes, and arrow keys walk the map', async ({ page }) => {
  await open(page);
  const map = figure(page).getByRole('application');
  await map.focus();
  await map.press('Home');
  await expect(number(page)).toHaveAttribute('data-name', 'dh_40/dh_0');
  await map.press('Shift+ArrowRight');
  await map.press('ArrowRight');
  await expect(number(page)).toHaveAttribute('data-name', 'dh_40/dh_11');
  await map.press('ArrowUp');
  await expect(number(page)).toHaveAttribute('data-name', 'dh_39/dh_11');
  await expect(figure(page)).toHaveAttribute('aria-busy', 'false');
  const [whole, phi, W] = [await value(page), await cause(page, 'phi'), await cause(page, 'W')];
  expect(Math.abs(phi * W - whole)).toBeLessThan(1e-9 * whole);
  await map.press('End');
  await expect.poll(() => value(page)).toBe(1);
  await expect(figure(page).locator('.narration')).toContainText('No step lies between');
});

test('a click on the map looks at its place, and boxes say which', async ({ page }) => {
  await open(page);
  const svg = figure(page).locator('svg.vanishing-map');
  await svg.scrollIntoViewIfNeeded();
  const frame = (await svg.boundingBox())!;
  const scale = frame.width / 360;
  // Row 30, column 5 of 41: the square begins at (38, 6) and is 316 wide.
  const unit = 316 / 41;
  await page.mouse.click(frame.x + scale * (38 + 5.5 * unit), frame.y + scale * (6 + 29.5 * unit));
  await expect(number(page)).toHaveAttribute('data-name', 'dh_30/dh_5');
  await expect(box(page, 'step that notices')).toHaveValue('30');
  await type(page, 'step that is nudged', '30');
  await expect.poll(() => value(page)).toBe(1);
});

test('an own matrix is read, and what is no matrix is refused with the reason', async ({ page }) => {
  await open(page, '/gallery/vanishing/grows-first/');
  await figure(page).getByText('Size, seed, own matrix').click();
  const matrix = figure(page).getByRole('textbox', { name: 'your W_hh' });
  await matrix.fill('0.5 0\n0');
  await matrix.blur();
  await expect(figure(page).getByRole('alert')).toContainText('as many numbers');
  await matrix.fill('0 0.8\n-0.8 0');
  await matrix.blur();
  await expect(figure(page).locator('[data-name="stretches"]')).toContainText('0.800, 0.800');
  await expect.poll(() => value(page)).toBeCloseTo(0.8 ** 30, 12);
});

test('LSTM and GRU come beside the plain network, and their numbers split into carousel and gates', async ({
  page,
}) => {
  await open(page, '/gallery/vanishing/side-by-side/');
  await expect(figure(page).getByRole('application')).toHaveCount(3);
  await figure(page).getByRole('application', { name: /LSTM/ }).focus();
  await page.keyboard.press('End');
  await expect(number(page)).toHaveAttribute('data-name', /c_30/);
  await figure(page).getByLabel('bias of the gates that keep').selectOption('chrono');
  await type(page, 'step that is nudged', '5');
  await expect.poll(() => cause(page, 'carousel')).toBeGreaterThan(0.05);
  const [whole, carousel, gates] = [await value(page), await cause(page, 'carousel'), await cause(page, 'gates')];
  expect(Math.abs(whole - carousel)).toBeLessThanOrEqual(gates * 1.000001);
});

test('more layers, more ways', async ({ page }) => {
  await open(page, '/gallery/vanishing/three-layers/');
  await expect(figure(page).locator('.narration')).toContainText('820 ways');
});

test('undo, reset and a link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  const before = await value(page);
  await figure(page).getByLabel('activation').selectOption('logistic');
  await expect.poll(() => value(page)).toBeLessThan(before / 1e6);
  await figure(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(figure(page).getByText('Link copied.')).toBeVisible();
  const [link, there] = [page.url(), await value(page)];
  await figure(page).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => value(page)).toBe(before);
  await page.goto(link);
  await expect.poll(() => value(page)).toBe(there);
  await figure(page).getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => value(page)).toBe(before);
  await page.goto('/gallery/vanishing/eight-units/?vanishing=1~H.99');
  await expect(figure(page).getByRole('alert')).toBeVisible();
});

test('the numbers of the map go into a file', async ({ page }) => {
  await open(page, '/gallery/vanishing/grows-first/');
  await figure(page).getByText('Export').click();
  const download = page.waitForEvent('download');
  await figure(page).getByRole('button', { name: 'Numbers (CSV)' }).click();
  expect((await download).suggestedFilename()).toBe('vanishing.csv');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('map, number and causes are there', async ({ page }) => {
    await page.goto('/gallery/vanishing/eight-units/');
    await expect(figure(page).locator('svg.vanishing-map path.shade').first()).toBeVisible();
    await expect(number(page)).toHaveText('1.7e−5');
    await expect(figure(page).getByRole('img', { name: /back to step 10/ })).toBeVisible();
  });
});
