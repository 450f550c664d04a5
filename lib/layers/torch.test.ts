/** Stacks of layers in both directions against `torch.nn`, in float64 (`fixtures/torch_gated.py`), to 1e-10 relative. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  backward,
  type Cell,
  fromPytorch,
  gruPytorch,
  lstm,
  mse,
  output,
  recurrentStack,
  rnn,
  rnnRelu,
  run,
  scan,
  stackParameters,
  stackStates,
  sumTime,
  type TensorLike,
  tensor,
  toArray,
  toPytorch,
  trace,
} from '../index.ts';
import { distance, maxAbs } from '../testing.ts';

interface Case {
  readonly name: string;
  readonly module: 'LSTM' | 'GRU' | 'RNN';
  readonly nonlinearity?: 'tanh' | 'relu';
  readonly layers: number;
  readonly directions: 1 | 2;
  readonly bias: boolean;
  readonly sizes: { readonly X: number; readonly H: number; readonly T: number; readonly N: number };
  readonly weights: Readonly<Record<string, TensorLike>>;
  readonly gradients: Readonly<Record<string, TensorLike>>;
  readonly x: TensorLike[];
  readonly target: TensorLike[];
  readonly output: TensorLike[];
  readonly L: number[];
  readonly h_0: TensorLike[][];
  readonly c_0: TensorLike[][];
}

const { cases } = JSON.parse(readFileSync(new URL('../fixtures/torch-gated.json', import.meta.url), 'utf8')) as {
  cases: Case[];
};
const cellOf = ({ module, nonlinearity }: Case): Cell =>
  ({ LSTM: lstm, GRU: gruPytorch, RNN: nonlinearity === 'relu' ? rnnRelu : rnn })[module];

const close = (actual: ArrayLike<number>, expected: TensorLike, what: string) => {
  const reference = tensor(expected).data;
  expect(distance(actual, reference), what).toBeLessThanOrEqual(1e-10 * Math.max(maxAbs(reference), 1e-3));
};

describe('torch.nn', () => {
  it.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const cell = cellOf(each);
    const { X, H, T, N } = each.sizes;
    const depth = { layers: each.layers, bidirectional: each.directions === 2 };
    const sizes = { X, H, Y: 1 };
    const states = stackStates(cell, sizes, depth);
    const lanes = Array.from({ length: each.layers * each.directions }, (_lane, k) => {
      const layer = Math.floor(k / each.directions);
      const reverse = each.directions === 2 && k % 2 === 1;
      const ours =
        each.directions === 2 ? `^${layer + 1}${reverse ? 'b' : 'f'}` : each.layers > 1 ? `^${layer + 1}` : '';
      return { k, ours, theirs: `l${layer}${reverse ? '_reverse' : ''}` };
    });
    const parameters = Object.assign(
      {},
      ...lanes.map(({ ours, theirs }) =>
        Object.fromEntries(
          Object.entries(fromPytorch(cell, each.weights, theirs)).map(([name, value]) => [`${name}${ours}`, value]),
        ),
      ),
    );
    const inputs = {
      ...Object.fromEntries(
        Object.entries(stackParameters(cell, sizes, depth)).map(([name, shape]) => [
          name,
          { shape, kind: 'parameter' as const },
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(states).map(([symbol, shape]) => [
          `${symbol}_0`,
          { shape, symbol, t: 0, kind: 'state' as const },
        ]),
      ),
      x: { shape: [T, X], kind: 'data' as const },
      target: { shape: [T, H * each.directions], kind: 'data' as const },
    };
    const program = trace(inputs, ({ x, target, ...rest }) => {
      const initial = Object.fromEntries(Object.keys(states).map((symbol) => [symbol, rest[`${symbol}_0`]!]));
      const { out } = recurrentStack(cell, depth, { x: x!, parameters: rest, initial });
      const { l } = scan({}, { y: out!, target: target! }, (_carry, row) => ({ l: mse(row.y!, row.target!) }));
      return { out: out!, L: sumTime(l!) };
    });
    const names = Object.keys(inputs).filter((name) => name !== 'target');
    const both = backward(program, { wrt: names });
    const runs = Array.from({ length: N }, (_n, n) => {
      const initial = Object.fromEntries(
        lanes.flatMap(({ k, ours }) =>
          (['h', 'c'] as const).flatMap((symbol) =>
            `${symbol}${ours}` in states ? [[`${symbol}${ours}_0`, each[`${symbol}_0`]![k]![n]!]] : [],
          ),
        ),
      );
      return run(both, { ...parameters, ...initial, x: each.x[n]!, target: each.target[n]! });
    });
    runs.forEach((values, n) => {
      close(output(both, values, 'out').data, each.output[n]!, 'output');
      close(output(both, values, 'L').data, each.L[n]!, 'L');
      close(output(both, values, 'dL/dx').data, (each.gradients.x as TensorLike[])[n]!, 'dL/dx');
    });
    const total = (name: string) => {
      const parts = runs.map((values) => output(both, values, `dL/d${name}`));
      return {
        shape: parts[0]!.shape,
        data: parts[0]!.data.map((_x, k) => parts.reduce((sum, { data }) => sum + data[k]!, 0)),
      };
    };
    for (const { ours, theirs } of lanes) {
      const own = Object.keys(cell.parameters({ X, H, Y: 1 }));
      const gradients = toPytorch(cell, Object.fromEntries(own.map((name) => [name, total(`${name}${ours}`)])), theirs);
      for (const key of ['weight_ih', 'weight_hh', 'bias_ih']) {
        const name = `${key}_${theirs}`;
        if (each.gradients[name]) close(gradients[name]!.data, each.gradients[name], name);
      }
    }
    expect(toArray(output(both, runs[0]!, 'out'))).toHaveLength(T);
  });
});
