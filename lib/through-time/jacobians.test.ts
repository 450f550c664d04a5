import { describe, expect, it } from 'vitest';
import {
  backward,
  cells,
  linearAlgebra,
  lstm,
  network,
  plan,
  random,
  rnn,
  run,
  type Tensor,
  tangents,
  throughTime,
  unroll,
} from '../index.ts';
import { distance, maxAbs, randomInputs } from '../testing.ts';
import { oneUnit } from './testing.ts';

const { block, jacobianBetween, jacobiansTo, stateJacobians } = throughTime;
const { identityMatrix, norm, product, singularValues, spectralRadius } = linearAlgebra;

describe.each(cells.map((cell) => [cell.id, cell] as const))('Jacobians of the state of %s', (_, cell) => {
  const program = network(cell, { X: 2, H: 2, Y: 2, T: 4, loss: 'mse' });
  const given = randomInputs(program, 3, 0.6);
  const jacobians = stateJacobians(program, given);

  it('have as columns the tangents of the whole unrolled network', () => {
    const unrolled = unroll(program);
    const J = jacobianBetween(jacobians, 0, 4);
    const S = J.shape[1]!;
    for (const { symbol, start, size } of jacobians.parts)
      for (let j = 0; j < size; j++) {
        const moved = tangents(unrolled, given, { [`${symbol}_0`]: [0, 0].with(j, 1) });
        const column = jacobians.parts.flatMap((part) => Array.from(moved.get(`${part.symbol}_4`)!.data));
        const expected = column.map((_each, i) => J.data[i * S + start + j]!);
        expect(distance(column, expected)).toBeLessThanOrEqual(1e-14);
      }
  });

  it('carry the gradient back: ∂L/∂s_0 = ∂L/∂s_4 · ∂s_4/∂s_0 for a loss at the last step', () => {
    const last = network(cell, { X: 2, H: 2, Y: 2, T: 4, loss: 'mse', lossAt: 'last' });
    const both = backward(unroll(last));
    const values = run(both, given);
    const gradient = (t: number): Tensor => {
      // As coordinates of the last state, h alone enters the loss: c only did so by way of h.
      const parts = jacobians.parts.flatMap(({ symbol }, k) =>
        t === 4 && k > 0 ? [0, 0] : Array.from(values.get(both.gradients![`${symbol}_${t}`]!)!.data),
      );
      return { shape: [1, parts.length], data: Float64Array.from(parts) };
    };
    const carried = product(gradient(4), jacobianBetween(jacobians, 0, 4));
    expect(distance(carried.data, gradient(0).data)).toBeLessThanOrEqual(1e-14);
  });

  it('of the same step are the identity, and all of them come at once', () => {
    const all = jacobiansTo(jacobians, 4);
    expect(all).toHaveLength(5);
    expect(all[4]).toEqual(identityMatrix(all[4]!.shape[0]!));
    for (const [k, J] of all.entries())
      expect(distance(J.data, jacobianBetween(jacobians, k, 4).data)).toBeLessThanOrEqual(1e-14);
  });
});

describe('norms', () => {
  it('the product of the largest singular values bounds what is left of a difference', () => {
    const program = network(rnn, { X: 1, H: 4, Y: 1, T: 6, loss: 'mse' });
    const jacobians = stateJacobians(program, randomInputs(program, 1));
    const bound = jacobians.steps.reduce((all, J) => all * singularValues(J)[0]!, 1);
    expect(singularValues(jacobianBetween(jacobians, 0, 6))[0]!).toBeLessThanOrEqual(bound);
  });

  it('a block is where it says', () => {
    const program = network(lstm, { X: 1, H: 2, Y: 1, T: 1, loss: 'mse' });
    const { parts, steps } = stateJacobians(program, randomInputs(program, 1));
    expect(parts).toEqual([
      { symbol: 'h', start: 0, size: 2 },
      { symbol: 'c', start: 2, size: 2 },
    ]);
    expect(Array.from(block(steps[0]!, parts, 'h', 'c').data)).toEqual([2, 3, 6, 7].map((at) => steps[0]!.data[at]));
    expect(() => block(steps[0]!, parts, 'h', 'z')).toThrow('no state z; there are h, c');
  });
});

/** ∂s_T/∂s_0 of one unit without input. */
const overAll = (T: number, h_0: number, w: number) => {
  const { program, given } = oneUnit(rnn, T, { w, h_0, w_x: 0 });
  return jacobianBetween(stateJacobians(program, given), 0, T).data[0]!;
};

it('tanh with w = 1.5 explodes on h = 0 and vanishes beside it (source audit, warning 3: 50 steps)', () => {
  expect(overAll(50, 0, 1.5)).toBeCloseTo(1.5 ** 50, -2);
  expect(overAll(50, 0, 1.5).toExponential(1)).toBe('6.4e+8');
  expect(overAll(50, 0.5, 1.5).toExponential(1)).toBe('4.1e-20');
});

describe('an LSTM can explode (source audit, E74)', () => {
  // One unit with constant gates f = .73, i = o = .88, candidate tanh(2h), no input; h_0 = o·tanh(c_0), as if c_0 had
  // been reached. The factor is that of c alone: dc_t/dc_0 along the curve on which h follows c.
  const T = 30;
  const logit = (p: number) => Math.log(p / (1 - p));
  const program = network(lstm, { X: 1, H: 1, Y: 1, T, loss: 'mse' });
  const factor = (c_0: number) => {
    const gates = { f: logit(0.73), i: logit(0.88), o: logit(0.88), g: 0 };
    const given = Object.fromEntries(
      Object.entries(gates).flatMap(([gate, b]) => [
        [`W_h${gate}`, [[gate === 'g' ? 2 : 0]]],
        [`W_x${gate}`, [[0]]],
        [`b_${gate}`, [b]],
      ]),
    );
    const zeros = Array.from({ length: T }, () => [0]);
    const rest = { W_hy: [[0]], b_y: [0], h_0: [0.88 * Math.tanh(c_0)], c_0: [c_0], x: zeros, target: zeros };
    const { parts, steps } = stateJacobians(program, { ...given, ...rest });
    const J = jacobianBetween({ parts, steps }, 0, T);
    const slope = 0.88 * (1 - Math.tanh(c_0) ** 2);
    return {
      all: block(J, parts, 'c', 'c').data[0]! + block(J, parts, 'c', 'h').data[0]! * slope,
      radius: spectralRadius(steps[0]!),
    };
  };

  it('by 2.28 a step exactly on c = 0, 5.4e10 over 30', () => {
    expect(factor(0).radius).toBeCloseTo(0.73 + 0.88 * 2 * 0.88, 12);
    expect(factor(0).all.toExponential(1)).toBe('5.4e+10');
  });

  it('and not beside it: 2.2e-4 from c_0 = .5', () => {
    expect(factor(0.5).all.toExponential(1)).toBe('2.2e-4');
  });

  it('with random weights: ‖∂(v·h_T)/∂c_0‖ grows with g, U ~ N(0, g²/n), n = 32, b_f = 1, T = 50', () => {
    // x_t ~ N(0, 1), W_x· ~ N(0, 1/n), other biases 0, h_0 = c_0 = 0, |v| = 1. Medians of 40 seeds: .014, 1.2, 20, 6e4.
    const [n, steps] = [32, 50];
    const big = network(lstm, { X: 1, H: n, Y: 1, T: steps, loss: 'mse', lossAt: 'last' });
    const run64 = plan(backward(big, { wrt: ['c_0'] }), { type: 'float64' });
    const normOf = (g: number, seed: number): number => {
      const r = random(seed);
      for (const { name, shape } of big.inputs) {
        const size = shape.reduce((a, b) => a * b, 1);
        const std =
          name.startsWith('W_h') && name !== 'W_hy' ? g / Math.sqrt(n) : name.startsWith('W_x') ? 1 / Math.sqrt(n) : 1;
        const isRandom = name.startsWith('W') || name === 'x';
        const values = Float64Array.from({ length: size }, (_, k) =>
          isRandom ? std * r.normal(name, k) : name === 'b_f' ? 1 : 0,
        );
        if (name === 'W_hy') values.set(values.map((v) => v / norm({ shape: [n], data: values })));
        run64.set(name, values);
      }
      run64.run();
      const y = run64.buffer('y')[steps - 1]!;
      return norm({ shape: [n], data: Float64Array.from(run64.buffer('dL/dc_0'), (x) => x / (2 * y)) });
    };
    const median = (g: number) => Array.from({ length: 9 }, (_, seed) => normOf(g, seed)).sort((a, b) => a - b)[4]!;
    const medians = [1, 2, 4, 8].map(median);
    const ranges = [
      [0.003, 0.06],
      [0.2, 6],
      [4, 100],
      [2e3, 1e6],
    ] as const;
    medians.forEach((value, k) => {
      expect(value).toBeGreaterThan(ranges[k]![0]);
      expect(value).toBeLessThan(ranges[k]![1]);
    });
    expect(maxAbs(medians)).toBe(medians[3]);
  });
});

it.each([
  [0, 5],
  [3, 2],
  [-1, 2],
  [0.5, 2],
])('there is no Jacobian from step %d to %d of 4', (k, t) => {
  const program = network(lstm, { X: 1, H: 2, Y: 1, T: 4, loss: 'mse' });
  const jacobians = stateJacobians(program, randomInputs(program, 1));
  expect(() => jacobianBetween(jacobians, k, t)).toThrow(`no Jacobian from step ${k} to ${t}`);
});
