import { expect, test } from '@playwright/test';
import { at, engine, expectTrue, open, parts, shownIn } from './figure.ts';

test('play walks at the chosen speed, pauses, and stops at the end', async ({ page }) => {
  await page.clock.install();
  const figure = await open(page, 'three', '1~d.step~p.0');
  const play = figure.getByRole('button', { name: 'Play' });
  const pause = figure.getByRole('button', { name: 'Pause' });
  await page.clock.runFor(5000);
  expect(await at(figure), 'no autoplay').toBe(0);
  await play.click();
  await page.clock.runFor(1100);
  await expect(figure).toHaveAttribute('data-at', '9');
  await pause.click();
  await page.clock.runFor(5000);
  await expect(figure).toHaveAttribute('data-at', '9');
  await figure.getByLabel('Speed').selectOption('4/s');
  await play.click();
  await page.clock.runFor(550);
  await expect(figure).toHaveAttribute('data-at', '27');
  await page.clock.runFor(1000);
  await expect(figure).toHaveAttribute('data-at', '28');
  await expect(play).toHaveAttribute('aria-disabled', 'true');
  await expect(play).toHaveAttribute('aria-pressed', 'false');
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('nothing in the figure moves by itself or takes time to change', async ({ page }) => {
    const figure = await open(page, 'three');
    await parts(figure).forward.click();
    const moving = await figure.evaluate((root) => root.getAnimations({ subtree: true }).length);
    expect(moving).toBe(0);
  });
});

test('one product at a time: two units, every product and sum is the engine’s', async ({ page }) => {
  const figure = await open(page, 'three', '1~p.18');
  const { depth, forward, narration, numbers, diagram } = parts(figure);
  await depth.selectOption({ label: 'single product' });
  const rows = figure.getByRole('table', { name: 'Steps done' }).locator('tr.scalar');
  const said: string[] = [];
  for (let k = 1; k < 6; k++) {
    await forward.click();
    await expect(rows).toHaveCount(k);
    said.push((await narration.textContent())!);
  }
  expect(said.map((text) => /\(.*\)\.$/.exec(text)?.[0])).toEqual(
    [1, 2, 3, 4, 5].map((k) => expect.stringContaining(`(${k} of 6 for W_hh·h₂)`)),
  );
  const { values, order } = engine({});
  const [W, h] = [values.get('W_hh')!.data, values.get('h_2')!.data];
  const printed = (await rows.locator('td:last-child').allTextContents()).map((text) => Number(text.replace('−', '-')));
  const wanted = [W[0]! * h[0]!, W[1]! * h[1]!, W[0]! * h[0]! + W[1]! * h[1]!, W[2]! * h[0]!, W[3]! * h[1]!];
  wanted.forEach((value, k) => {
    expect(printed[k]).toBeCloseTo(value, 4);
  });
  await forward.click();
  await expect(figure).toHaveAttribute('data-at', '19');
  await expect(rows).toHaveCount(0);
  // a₃ = W_hh·h₂ + …: its second element is not shown before its own sum.
  await figure.getByRole('slider', { name: 'Position' }).fill(String(order.get('a_3')! + 1));
  await expect(narration).toContainText('a₃');
  await parts(figure).back.click();
  for (const view of [numbers, diagram]) {
    await expect(view.locator('[data-name="a_3"][data-index="0"]')).toHaveCount(1);
    await expect(view.locator('[data-name="a_3"][data-index="1"]')).toHaveCount(0);
  }
  expectTrue(await shownIn(figure), values);
});

test('single products are offered up to four units', async ({ page }) => {
  const figure = await open(page, 'three', '1~d.scalar~H.4~p.3');
  const { depth } = parts(figure);
  await expect(depth).toHaveValue('scalar');
  await figure.getByRole('slider', { name: /Hidden units/ }).fill('5');
  await expect(depth).toHaveValue('equation');
  await expect(depth.getByRole('option', { name: 'single product (up to H = 4)' })).toBeDisabled();
  await expect(figure).toHaveAttribute('data-at', '3');
});

test('eight units and fifty steps: any column is one press away; the time of a step is logged', async ({ page }) => {
  const figure = await open(page, 'long');
  const { forward, numbers } = parts(figure);
  const strip = figure.getByRole('slider', { name: /^Hidden states over 50 time steps/ });
  await strip.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await strip.boundingBox())!;
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  const middleOf = (t: number) => x + ((t - 0.5) / 50) * width;
  await page.mouse.click(middleOf(12), y + height / 2);
  await expect(strip).toHaveAttribute('aria-valuenow', '12');
  await page.mouse.move(middleOf(12), y + height / 2);
  await page.mouse.down();
  await page.mouse.move(middleOf(38), y + height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(strip).toHaveAttribute('aria-valuenow', '38');
  for (const [key, t] of [
    ['ArrowRight', 39],
    ['End', 50],
    ['Home', 1],
    ['ArrowLeft', 1],
    ['End', 50],
    ['ArrowLeft', 49],
  ] as const) {
    await strip.press(key);
    await expect(strip).toHaveAttribute('aria-valuenow', String(t));
  }
  await page.mouse.click(middleOf(40), y + height / 2);
  await expect(figure.getByRole('group', { name: /^Unrolled network.* of 50$/ })).toContainText('t = 40');
  expect((await shownIn(numbers)).some(({ name }) => name === 'h_40')).toBe(true);
  const times = await forward.evaluate(async (button) => {
    const frame = () => new Promise(requestAnimationFrame);
    const tasks: number[] = [];
    for (let k = 0; k < 10; k++) {
      await frame();
      const from = performance.now();
      (button as HTMLButtonElement).click();
      await Promise.resolve();
      document.body.getBoundingClientRect();
      tasks.push(performance.now() - from);
    }
    return tasks;
  });
  console.log(`a step at H = 8, T = 50 took ${Math.max(...times).toFixed(1)} ms at most`);
});
