/** Numbers from PyTorch in float64 (`fixtures/torch_rnn.py` makes them), to 1e-10 relative. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  backward,
  type Cell,
  network,
  output,
  rnn,
  rnnIdentity,
  rnnLogistic,
  rnnRelu,
  run,
  type TensorLike,
  tensor,
  toArray,
} from './index.ts';
import type { LossName } from './losses.ts';
import { distance, maxAbs } from './testing.ts';

type Nested = number | readonly Nested[];
interface Case {
  readonly name: string;
  readonly nonlinearity: string;
  readonly loss: LossName;
  readonly at: 'every' | 'last';
  readonly sizes: {
    readonly X: number;
    readonly H: number;
    readonly Y: number;
    readonly T: number;
    readonly N: number;
  };
  readonly x: Nested[];
  readonly h_0: Nested[];
  readonly targets: Nested[];
  readonly h: Nested[];
  readonly y: Nested[];
  readonly L: number[];
  readonly gradients: Readonly<Record<string, Nested>>;
  readonly [weight: string]: unknown;
}

const { cases } = JSON.parse(readFileSync(new URL('./fixtures/torch-rnn.json', import.meta.url), 'utf8')) as {
  cases: Case[];
};
const cellOf: Readonly<Record<string, Cell>> = {
  tanh: rnn,
  relu: rnnRelu,
  identity: rnnIdentity,
  logistic: rnnLogistic,
};
const WEIGHTS = ['W_hh', 'W_xh', 'b_h', 'W_hy', 'b_y'] as const;

const flatten = (value: Nested): Float64Array => tensor(value as TensorLike).data;
const close = (actual: ArrayLike<number>, expected: Nested, what: string) => {
  const reference = flatten(expected);
  expect(actual.length, what).toBe(reference.length);
  expect(distance(actual, reference), what).toBeLessThanOrEqual(1e-10 * Math.max(maxAbs(reference), 1e-3));
};
const oneHot = (classes: Nested, width: number): number[][] =>
  (classes as number[]).map((k) => Array.from({ length: width }, (_, j) => (j === k ? 1 : 0)));

describe('torch.nn.RNN', () => {
  it('covers T from 1 to 60, one and several examples, both nonlinearities of PyTorch', () => {
    const lengths = cases.map(({ sizes }) => sizes.T);
    expect(Math.min(...lengths)).toBe(1);
    expect(Math.max(...lengths)).toBe(60);
    expect(new Set(cases.map(({ sizes }) => sizes.N > 1))).toEqual(new Set([true, false]));
    expect(cases.map(({ nonlinearity }) => nonlinearity)).toEqual(expect.arrayContaining(['tanh', 'relu']));
  });

  it.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const { sizes, loss, at } = each;
    const { N, ...size } = sizes;
    const program = backward(network(cellOf[each.nonlinearity]!, { ...size, loss, lossAt: at }), {
      wrt: [...WEIGHTS, 'h_0', 'x'],
    });
    const weights = Object.fromEntries(WEIGHTS.map((name) => [name, each[name] as TensorLike]));
    const runs = Array.from({ length: N }, (_, n) => {
      const target = loss === 'crossEntropy' ? oneHot(each.targets[n]!, sizes.Y) : (each.targets[n] as TensorLike);
      return run(program, { ...weights, h_0: each.h_0[n] as TensorLike, x: each.x[n] as TensorLike, target });
    });
    runs.forEach((values, n) => {
      const read = (key: string) => output(program, values, key).data;
      close(read('h'), each.h[n]!, 'h');
      close(read('y'), each.y[n]!, 'y');
      close(read('L'), each.L[n]!, 'L');
      close(read('dL/dx'), (each.gradients.x as Nested[])[n]!, 'dL/dx');
      close(read('dL/dh_0'), (each.gradients.h_0 as Nested[])[n]!, 'dL/dh_0');
    });
    for (const name of WEIGHTS) {
      const parts = runs.map((values) => output(program, values, `dL/d${name}`));
      const sum = parts[0]!.data.map((_, k) => parts.reduce((total, { data }) => total + data[k]!, 0));
      close(sum, each.gradients[name]!, `dL/d${name}`);
    }
  });

  it('the worked example: h_2 = 0.3634', () => {
    const program = network(rnn, { X: 1, H: 1, Y: 1, T: 2, loss: 'mse' });
    const given = {
      W_hh: [[0.5]],
      W_xh: [[1]],
      b_h: [0],
      W_hy: [[1]],
      b_y: [0],
      h_0: [0],
      x: [[1], [0]],
      target: [[0], [0]],
    };
    const h = toArray(output(program, run(program, given), 'h')) as number[][];
    expect(h[1]![0]).toBeCloseTo(0.3634, 4);
  });
});
