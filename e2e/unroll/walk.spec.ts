import { expect, type Locator, type Page, test } from '@playwright/test';
import { tensor, type Values } from 'unrolled';
import { at, BY_HAND, engine, expectTrue, type Network, open, parts, shownIn, torch, torchNetwork } from './figure.ts';

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach it');
}

/** Everything that the three views show at this stop is the engine's; they show all that is computed and no more. */
async function expectStop(figure: Locator, { values, order }: ReturnType<typeof engine>): Promise<void> {
  const { diagram, numbers, ledger } = parts(figure);
  const [done, isBackward] = [await at(figure), (await ledger.count()) > 0];
  const [inDiagram, inNumbers, inLedger] = [
    await shownIn(diagram),
    await shownIn(numbers),
    isBackward ? await shownIn(ledger) : [],
  ];
  for (const shown of [inDiagram, inNumbers, inLedger]) {
    expectTrue(shown, values);
    for (const { name } of shown) expect(order.get(name) ?? -1, `${name} after ${done}`).toBeLessThan(done);
  }
  const computed = [...order].filter(([name, k]) => k < done && /^[ahyl]_\d+$/.test(name)).map(([name]) => name);
  for (const shown of [inDiagram, inNumbers])
    expect(new Set(shown.map(({ name }) => name).filter((name) => /^[ahyl]_[1-9]/.test(name)))).toEqual(
      new Set(computed),
    );
}

const walks: [string, Network][] = [
  ['by-hand', BY_HAND],
  ['three', {}],
  ['pytorch', torchNetwork()],
];
for (const [example, net] of walks)
  test(`${example}: with the keyboard alone, to the last step back; every number at every stop is the engine’s`, async ({
    page,
  }) => {
    const figure = await open(page, example);
    const expected = engine(net);
    const { depth, forward } = parts(figure);
    const backwardToo = figure.getByRole('checkbox', { name: /^Walk backward too/ });
    await tabTo(page, depth);
    await page.keyboard.press('ArrowUp');
    await expect(depth).toHaveValue('step');
    await tabTo(page, forward);
    await page.keyboard.press('Home');
    await expect(figure).toHaveAttribute('data-at', '0');
    if (!(await backwardToo.isChecked())) {
      await tabTo(page, backwardToo);
      await page.keyboard.press('Space');
      await page.keyboard.press('Shift+Tab');
    }
    const T =
      expected.values.get('x')?.shape[0] ?? [...expected.values.keys()].filter((name) => /^x_/.test(name)).length;
    const halves: (string | null)[] = [];
    for (let stop = 0; stop <= 2 * T + 2; stop++) {
      if (stop > 0) await page.keyboard.press('ArrowRight');
      halves.push(await figure.getAttribute('data-half'));
      await expectStop(figure, expected);
    }
    const end = await at(figure);
    expect(end).toBe(expected.program.equations.length);
    expect(halves).toEqual(['start', ...Array(T).fill('forward'), 'loss', ...Array(T + 1).fill('backward')]);
    await page.keyboard.press('ArrowRight');
    await expect(figure).toHaveAttribute('data-at', String(end));
    await page.keyboard.press('ArrowLeft');
    await expectStop(figure, expected);
    await page.keyboard.press('End');
    await expect(figure).toHaveAttribute('data-at', String(end));
    await page.keyboard.press('Home');
    await expect(figure).toHaveAttribute('data-at', '0');
    await expectStop(figure, expected);
  });

test('the numbers of PyTorch’s network are PyTorch’s, to ten digits', async ({ page }) => {
  const figure = await open(page, 'pytorch');
  const { diagram, numbers, ledger } = parts(figure);
  const shown = [...(await shownIn(numbers)), ...(await shownIn(diagram)), ...(await shownIn(ledger))];
  const expectClose = (name: string, value: unknown) => {
    const wanted = tensor(value as number[]).data;
    const mine = shown.filter((each) => each.name === name);
    expect(mine.length, name).toBeGreaterThanOrEqual(wanted.length);
    for (const { index, value: x } of mine) {
      const shape = tensor(value as number[]).shape;
      const flat = index === '' ? 0 : index.split(',').reduce((sum, k, axis) => sum * shape[axis]! + Number(k), 0);
      expect(Math.abs(x - wanted[flat]!), `${name}[${index}]`).toBeLessThanOrEqual(1e-10 * Math.abs(wanted[flat]!));
    }
  };
  torch.h[0]!.forEach((h, k) => {
    expectClose(`h_${k + 1}`, h);
  });
  torch.y[0]!.forEach((y, k) => {
    expectClose(`y_${k + 1}`, y);
  });
  expectClose('L', torch.L[0]);
  for (const name of ['W_hh', 'W_xh', 'b_h', 'W_hy', 'b_y']) expectClose(`dL/d${name}`, torch.gradients[name]);
  expectClose('dL/dh_0', (torch.gradients.h_0 as number[][])[0]);
});

test('where gradients meet, two contributions and their sum are shown; every product is its factors’', async ({
  page,
}) => {
  const figure = await open(page, 'by-hand-backward');
  const { backward, narration, forward, ledger, depth } = parts(figure);
  const { values, order } = engine(BY_HAND);
  await expect(narration).toContainText('Two gradients meet');
  const chain = backward.locator('.chain-rule');
  const terms = await shownIn(chain);
  expect(terms.map(({ name }) => name)).toEqual(['dL/dh_1←a_2', 'dL/dh_1←y_1', 'dL/dh_1']);
  expect(terms[0]!.value + terms[1]!.value).toBe(terms[2]!.value);
  await expect(chain).toContainText('From the future: dh_next');
  await expect(chain).toContainText('From this step’s output');

  await figure.getByRole('slider', { name: 'Position' }).fill(String(order.get('L')! + 1));
  await expect(depth).toHaveValue('equation');
  let products = 0;
  const filled: number[] = [];
  for (let k = order.get('dL/dL')!; k < order.size; k++) {
    await forward.click();
    await expect(figure).toHaveAttribute('data-at', String(k + 1));
    const shown = await shownIn(chain);
    expectTrue(shown, values);
    const [kinds, numbers] = [shown.map(({ kind }) => kind), shown.map(({ value }) => value)];
    const result = numbers.pop()!;
    const role = await chain.getAttribute('data-role');
    if (role === 'product') {
      expect(kinds[0]).toBe('upstream');
      expect(
        numbers.reduce((product, x) => product * x, 1),
        shown.at(-1)!.name,
      ).toBe(result);
      products += Number(numbers.length === 2);
    } else if (role === 'sum') expect(numbers.reduce((sum, x) => sum + x, 0)).toBe(result);
    filled.push(await expectLedger(ledger, values, order, k + 1));
  }
  expect(products).toBeGreaterThan(10);
  expect(filled.at(-1)).toBe(10);
  expect(filled).toEqual(filled.toSorted((a, b) => a - b));
});

/** Of each weight, the terms that are done and their sum so far; returns how many terms there are. */
async function expectLedger(ledger: Locator, values: Values, order: ReadonlyMap<string, number>, done: number) {
  const rows = await ledger
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) =>
        [...row.querySelectorAll('td')].map((cell) =>
          [...cell.querySelectorAll<HTMLElement>('[data-value]')].map(({ dataset }) => Number(dataset.value)),
        ),
      ),
    );
  const names = ['W_hh', 'W_xh', 'b_h', 'W_hy', 'b_y'];
  expect(rows).toHaveLength(names.length);
  let terms = 0;
  for (const cells of rows) {
    const total = cells.pop()![0];
    const mine = cells.flat();
    terms += mine.length;
    // A term is there one equation before it is added: the sum may lack the newest one, which is the earliest step's.
    const sums = [mine, mine.slice(1)].map((list) => list.toReversed().reduce((sum, x) => sum + x, 0));
    if (mine.length > 0) expect(sums).toContain(total);
    else expect(total).toBeUndefined();
  }
  const wanted = names.flatMap((name) =>
    [...order].filter(([each, k]) => k < done && each.startsWith(`dL/d${name}←`) && !each.endsWith('+')),
  );
  expect(terms).toBe(wanted.length);
  expect(values.size).toBeGreaterThan(0);
  return terms;
}
