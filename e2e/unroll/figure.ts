/** What the stepper's specs share: finding its parts by role and name, and what the engine says of the same network. */
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import {
  backward,
  cells,
  elementName,
  type Given,
  initializers,
  type NetworkOptions,
  network,
  parametersOf,
  random,
  run,
  type Tensor,
  tensor,
  unravel,
  unroll,
  type Values,
} from 'unrolled';

export const figure = (page: Page): Locator => page.locator('[data-widget="unroll"]');

/** Opens a page of the gallery and waits until its figure can be used. */
export async function open(page: Page, example: string, state?: string): Promise<Locator> {
  await page.goto(`/gallery/unroll/${example}/${state === undefined ? '' : `?unroll=${state}`}`);
  await expect(figure(page)).toHaveAttribute('data-awake', 'true');
  return figure(page);
}

/** The figure's parts, as a reader finds them. */
export const parts = (of: Page | Locator) => ({
  diagram: of.getByRole('group', { name: /^(Unrolled network|The cell opened)/ }),
  numbers: of.getByRole('table', { name: /^Numbers/ }),
  ledger: of.getByRole('table', { name: /^Shared weights/ }),
  formula: of.getByRole('figure', { name: 'Formula', exact: true }),
  code: of.getByRole('figure', { name: 'Code', exact: true }),
  backward: of.getByRole('figure', { name: 'Backward', exact: true }),
  inspector: of.getByRole('complementary', { name: 'Where this number comes from' }),
  narration: of.locator('.narration'),
  forward: of.getByRole('button', { name: 'Step forward' }),
  back: of.getByRole('button', { name: 'Step back' }),
  depth: of.getByLabel('One press is one'),
  setup: of.getByText('Your own sequence and numbers'),
});

export const at = async (of: Locator): Promise<number> => Number(await of.getAttribute('data-at'));

export interface ShownNumber {
  readonly name: string;
  readonly index: string;
  readonly kind: string;
  readonly value: number;
}

/** Every number that a part shows, at full precision. */
export const shownIn = (part: Locator): Promise<ShownNumber[]> =>
  part.evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>('[data-value]')].map(({ dataset }) => ({
      name: dataset.name!,
      index: dataset.index!,
      kind: dataset.kind!,
      value: Number(dataset.value),
    })),
  );

export interface Network extends Partial<NetworkOptions> {
  readonly cell?: string;
  readonly seed?: number;
  readonly x?: readonly number[];
  readonly target?: readonly number[];
  readonly text?: string;
  /** By element: `W_hh[0,1]`. */
  readonly edits?: Readonly<Record<string, number>>;
}

/** The engine's own run of a network, forward and backward. */
export function engine({ cell: id = 'rnn', seed = 7, H = 2, lossAt = 'every', edits = {}, text, ...own }: Network) {
  const { x = [1, 0, -1], target = [0, -1, -1] } = own;
  const characters = text === undefined ? undefined : Array.from(text);
  const alphabet = [...new Set(characters)];
  const oneHot = (each: string) => alphabet.map((other) => Number(other === each));
  const width = characters ? alphabet.length : 1;
  const T = characters ? characters.length - 1 : x.length;
  const options: NetworkOptions = { X: width, Y: width, H, T, lossAt, loss: characters ? 'crossEntropy' : 'mse' };
  const cell = cells.find((each) => each.id === id)!;
  const [draw, source] = [initializers.torchDefault(H), random(seed)];
  const initial = Object.keys(cell.state(options)).map((state) => `${state}_0`);
  const drawn: [string, Tensor][] = [
    ...Object.entries(parametersOf(cell, options)).map(([name, shape]): [string, Tensor] => [
      name,
      { shape, data: draw(shape, source, name) },
    ]),
    ...initial.map((name): [string, Tensor] => [name, { shape: [H], data: new Float64Array(H) }]),
  ];
  const given: Record<string, Given[string]> = Object.fromEntries(
    drawn.map(([name, { shape, data }]) => [
      name,
      { shape, data: data.map((value, k) => edits[elementName(name, unravel(k, shape))] ?? value) },
    ]),
  );
  given.x = characters ? characters.slice(0, -1).map(oneHot) : x.map((value) => [value]);
  given.target = characters ? characters.slice(1).map(oneHot) : target.map((value) => [value]);
  const program = backward(unroll(network(cell, options)));
  const values = run(program, given);
  return { program, values, order: new Map(program.equations.map(({ name }, k) => [name, k])) };
}

export const numberOf = (values: Values, name: string, index: string): number => {
  const { shape, data } = values.get(name)!;
  const places = index === '' ? [] : index.split(',').map(Number);
  return data[places.reduce((flat, place, axis) => flat * shape[axis]! + place, 0)]!;
};

/** Every number shown is the engine's, to the last bit. */
export function expectTrue(shown: readonly ShownNumber[], values: Values): void {
  for (const { name, index, value } of shown)
    expect(Object.is(value + 0, numberOf(values, name, index) + 0), `${name}[${index}] shows ${value}`).toBe(true);
}

export const BY_HAND = { H: 1, x: [1, 0], target: [0, 0], edits: weights(1, 0.5, 0, 1, 0) } satisfies Network;

function weights(W_xh: number, W_hh: number, b_h: number, W_hy: number, b_y: number): Record<string, number> {
  return { 'W_xh[0,0]': W_xh, 'W_hh[0,0]': W_hh, 'b_h[0]': b_h, 'W_hy[0,0]': W_hy, 'b_y[0]': b_y };
}

/** What PyTorch computed for the network of the example `pytorch`. */
export const torch = (
  JSON.parse(readFileSync('lib/fixtures/torch-rnn.json', 'utf8')).cases as Record<string, never>[]
).find(({ name }) => name === ('tanh-mse-every-X1-H2-Y1-T3-N1' as never)) as unknown as {
  readonly [weight: string]: unknown;
  readonly x: number[][][];
  readonly targets: number[][][];
  readonly h: number[][][];
  readonly y: number[][][];
  readonly h_0: number[][];
  readonly L: number[];
  readonly gradients: Readonly<Record<string, unknown>>;
};

export const torchNetwork = (): Network => ({
  x: torch.x[0]!.flat(),
  target: torch.targets[0]!.flat(),
  edits: Object.fromEntries(
    ['W_hh', 'W_xh', 'b_h', 'W_hy', 'b_y', 'h_0'].flatMap((name) => {
      const { shape, data } = tensor((name === 'h_0' ? torch.h_0[0] : torch[name]) as number[]);
      return Array.from(data, (value, k) => [elementName(name, unravel(k, shape)), value] as const);
    }),
  ),
});
