import { expect, test } from '@playwright/test';
import { BY_HAND, engine, open, parts, shownIn } from './figure.ts';

test('a gradient that is activated shows its equation and a central difference that agrees', async ({ page }) => {
  const figure = await open(page, 'by-hand-backward', '1~p.58');
  const { numbers, ledger, inspector } = parts(figure);
  const { values } = engine(BY_HAND);
  const gradients = [numbers.locator('[data-kind="grad"]'), ledger.locator('.total [data-kind="grad"]')];
  let checked = 0;
  for (const list of gradients)
    for (const chip of await list.all()) {
      const [name, value] = [await chip.getAttribute('data-name'), Number(await chip.getAttribute('data-value'))];
      await chip.click();
      await expect(inspector).toHaveAttribute('data-inspects', name!);
      const difference = Number(
        await inspector.locator('[data-central-difference]').getAttribute('data-central-difference'),
      );
      expect(Math.abs(difference - value), name!).toBeLessThanOrEqual(1e-8);
      await expect(inspector.locator('[data-full-value]')).toHaveAttribute('data-full-value', String(value));
      expect(value).toBe(values.get(name!)!.data[0]);
      await expect(inspector.locator('.equation')).toContainText(' = ');
      checked++;
    }
  expect(checked).toBeGreaterThanOrEqual(12);
  await inspector.getByRole('button', { name: 'Close' }).click();
  await expect(inspector).toHaveCount(0);
});

test('a state shows how it was computed from which numbers, an input that it was given', async ({ page }) => {
  const figure = await open(page, 'by-hand', '1~p.18');
  const { numbers, diagram, inspector } = parts(figure);
  await numbers.locator('[data-name="h_2"]').click();
  await expect(inspector.locator('.equation')).toContainText('h₂[0] = tanh(a₂[0])');
  await expect(inspector.locator('.equation')).toContainText('= 0.363399');
  await diagram.locator('[data-value][data-name="x_1"]').click();
  await expect(inspector).toContainText('Given: part of your data.');
  await diagram.locator('[data-value][data-name="h_0"]').click();
  await expect(inspector).toContainText('Given: the initial state.');
});

test('every number can be reached and asked with the keyboard: Tab to the table, arrows inside it', async ({
  page,
}) => {
  const figure = await open(page, 'three', '1~p.28');
  const { numbers, inspector } = parts(figure);
  const stops = await figure.locator('button.chip:not([tabindex="-1"])').count();
  expect(stops).toBe(1);
  await figure.getByRole('figure', { name: 'Numbers', exact: true }).focus();
  await page.keyboard.press('Tab');
  await expect(numbers.locator('button.chip').first()).toBeFocused();
  const all = await shownIn(numbers);
  for (let k = 0; k < 4; k++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(inspector).toHaveAttribute('data-inspects', all[4]!.name);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(numbers.locator('button.chip').nth(3)).toBeFocused();
  await expect(figure).toHaveAttribute('data-at', '28');
});

test('numbers that overflow are words with a warning, and their inspector says so', async ({ page }) => {
  const state = '1~c.rnn-relu~H.1~e.W_hh!0!0!1000000!!W_xh!0!0!1000000!!W_hy!0!0!1000000~d.step~p.311';
  const figure = await open(page, 'exploding', `${state}~x.${'1_'.repeat(49)}1~y.${'0_'.repeat(49)}0~b.0~p.300`);
  const { numbers, inspector, narration } = parts(figure);
  await expect(figure.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('End');
  await parts(figure).forward.focus();
  await page.keyboard.press('End');
  const infinite = numbers.locator('[data-value="Infinity"]').first();
  await expect(infinite).toContainText('∞ ⚠');
  await infinite.click();
  await expect(inspector.getByRole('alert')).toContainText('not a finite number');
  await expect(narration).not.toContainText('undefined');
});
