import { readFileSync } from 'node:fs';
import {
  backward,
  type Cell,
  fromPytorch,
  gruPytorch,
  linearAlgebra,
  lstm,
  network,
  rnn,
  rnnRelu,
  run,
  type Tensor,
  type TensorLike,
  tensor,
  throughTime,
  unroll,
} from 'unrolled';
import { describe, expect, it } from 'vitest';
import { causesOf, splitOf, waysOf } from './causes.ts';
import { type ExampleName, examples } from './examples.ts';
import { factsOf, mapOf, normsOf, sizeOf, sweep } from './model.ts';
import { cellOf, givenOf, programOf } from './network.ts';
import { log10, rangeOf, SHADES, shadeOf } from './shades.ts';
import { type CellId, LIMITS, START, type VanishingState } from './state.ts';

const example = (name: ExampleName): VanishingState => examples[name];
const at = (state: VanishingState, cell: CellId = state.cell) => mapOf(cell, state).norms[state.t - 1]![state.k]!;
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const close = (actual: number, expected: number, tolerance = 1e-9) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));

describe('the norms', () => {
  interface Case {
    readonly module: 'RNN' | 'LSTM' | 'GRU';
    readonly nonlinearity: 'tanh' | 'relu' | null;
    readonly sizes: { readonly X: number; readonly H: number; readonly T: number };
    readonly weights: Record<string, TensorLike>;
    readonly x: TensorLike;
    readonly start: number[][];
    readonly w: number[];
    readonly norms: number[][];
    readonly losses: number[][];
  }
  // lib/fixtures/torch_norms.py made them: singular values of torch.func.jacrev, for every t and k.
  const { cases } = JSON.parse(readFileSync('lib/fixtures/torch-norms.json', 'utf8')) as { cases: Case[] };
  const cellFor = ({ module, nonlinearity }: Case): Cell =>
    ({ RNN: nonlinearity === 'relu' ? rnnRelu : rnn, LSTM: lstm, GRU: gruPytorch })[module];

  it.each(cases.map((each) => [`${each.module} ${each.nonlinearity ?? ''}`, each] as const))(
    'of %s are PyTorch’s, for every t and k',
    (_, each) => {
      const { X, H, T } = each.sizes;
      const cell = cellFor(each);
      const states = Object.keys(cell.state({ X, H, Y: 1 }));
      const given = {
        ...fromPytorch(cell, each.weights),
        ...Object.fromEntries(states.map((symbol, n) => [`${symbol}_0`, each.start[n]!])),
        x: each.x,
      };
      const program = programOf(cell, { X, H, Y: 1 }, T);
      const { norms, jacobians } = normsOf(program, given, { measure: 'state', seed: 1 });
      const h = run(program, given).get('h')!.data;
      each.losses.forEach((row, y) => {
        const error = each.w.reduce((sum, w, i) => sum + w * h[y * H + i]!, -1);
        const g = { shape: [1, H * states.length], data: new Float64Array(H * states.length) };
        g.data.set(each.w.map((w) => 2 * error * w));
        const sizes = sweep(jacobians, g, y + 1).map(sizeOf);
        for (const [k, expected] of row.entries()) close(sizes[k]!, expected, 1e-7);
      });
      const largest = Math.max(...each.norms.flat());
      each.norms.forEach((row, y) => {
        row.forEach((expected, k) => {
          expect(Math.abs(norms[y]![k]! - expected)).toBeLessThanOrEqual(1e-10 * largest);
          close(norms[y]![k]!, expected, 1e-7);
        });
      });
    },
  );

  it('are those of a backward pass: the gradient of l_t by h_k', () => {
    const state: VanishingState = { ...START, T: 6, t: 6, H: 3, measure: 'loss' };
    const map = mapOf('rnn', state);
    const program = unroll(network(rnn, { X: 1, H: 3, Y: 1, T: 6, loss: 'mse', lossAt: 'last' }));
    // A readout with the same gradient by h_6 as the map's own.
    const g = map.starts[5]!.data;
    const h_6 = run(map.program, map.given).get('h')!.data.slice(15);
    const y = g.reduce((sum, g_i, i) => sum + g_i * h_6[i]!, 0);
    const target = Array.from({ length: 6 }, () => [y - 0.5]);
    const both = backward(program, { wrt: ['h_0'] });
    const values = run(both, { ...map.given, W_hy: [Array.from(g)], b_y: [0], target });
    close(map.norms[5]![0]!, linearAlgebra.norm(values.get('dL/dh_0')!));
    close(map.norms[5]![4]!, linearAlgebra.norm(values.get('dL/dh_4')!));
  });

  it('of powers of one number are those powers', () => {
    close(at(example('one-weight')), 0.9 ** 50, 1e-12);
    close(at({ ...example('one-weight'), radius: 1.1 }), 1.1 ** 50, 1e-12);
  });

  it('stay 1 under ReLU with the identity, and explode by 1.1 a step with 1.1 times it', () => {
    expect(at(example('relu-identity'))).toBe(1);
    close(at(example('relu-explodes')), 1.1 ** 40);
  });

  it('are exactly 0 behind dead units', () => {
    const dead: VanishingState = { ...example('relu-identity'), h_0: -1 };
    expect(at(dead)).toBe(0);
    expect(shadeOf(at(dead), 3)).toBe('zero');
  });

  it('that no float64 can hold are infinite, and have a shade of their own', () => {
    const state: VanishingState = { ...example('one-weight'), scheme: 'own', W: [[1e9]], radius: undefined, h_0: 0 };
    expect(at(state)).toBe(Number.POSITIVE_INFINITY);
    expect(shadeOf(at(state), 3)).toBe('infinite');
    expect(sizeOf(tensor([[Number.NaN]]))).toBeNaN();
  });
});

// The audit's warnings for widget authors: what the usual story has wrong.
describe('against the usual story', () => {
  it('a tanh unit with w = 1.5 explodes on h = 0 only: from 0.5 its gradient vanishes (warning 3)', () => {
    close(at(example('on-the-edge')), 1.5 ** 50);
    close(at(example('latched')), 4.1e-20, 0.01);
  });

  it('more layers raise the gradient from the first step on, over seeds (warning 2)', () => {
    const reach = (layers: number, seed: number) =>
      at({ ...START, layers, seed, H: 4, t: 40, k: 0, radius: undefined });
    const medians = [1, 2, 4].map((layers) => median([1, 2, 3, 4, 5].map((seed) => reach(layers, seed))));
    expect(medians).toEqual(medians.toSorted((a, b) => a - b));
    expect(medians[2]! / medians[0]!).toBeGreaterThan(100);
  });

  it('in a linear stack of ones the gradient is the number of ways (warning 2)', () => {
    const ones: VanishingState = { ...example('one-weight'), radius: 1 };
    const one = (layers: number) => {
      const state = { ...ones, layers };
      const cell = cellOf('rnn', state);
      const given = givenOf(cell, state) as Record<string, Tensor>;
      const weights = Object.fromEntries(
        Object.entries(given).map(([name, v]) => [name, name.startsWith('W_xh') ? tensor([[1]]) : v]),
      );
      const program = programOf(cell, { X: 1, H: 1, Y: 1 }, 50);
      const bottom = layers === 1 ? undefined : 'h^1';
      return normsOf(program, weights, state, bottom).norms[49]![0]!;
    };
    expect([1, 2, 3, 4].map(one)).toEqual([1, 50, 1275, 22100]);
    expect([1, 2, 3, 4].map((layers) => waysOf(50, layers))).toEqual([1, 50, 1275, 22100]);
  });
});

describe('the causes of a number', () => {
  it.each(['eight-units', 'latched', 'logistic', 'of-the-loss', 'untied'] as const)(
    'in %s: what φ′ and W account for multiply to it',
    (name) => {
      const state = example(name);
      const { start, links } = causesOf(mapOf('rnn', state), state.t, state.k);
      for (const { total, phi, W } of links) close(start * phi! * W!, total);
      expect(links.map(({ j }) => j)).toEqual(Array.from({ length: state.t - state.k + 1 }, (_, n) => state.t - n));
    },
  );

  it('no tanh enlarges, and a turning matrix changes nothing beyond its factor', () => {
    const state = example('eight-units');
    const links = causesOf(mapOf('rnn', state), 40, 0).links;
    for (const [n, { phi, W }] of links.entries()) {
      expect(phi).toBeLessThanOrEqual(1 + 1e-12);
      close(W!, 0.9 ** n, 1e-6);
    }
  });

  it.each(['lstm', 'gru'] as const)('of %s: carousel and gates add up to the Jacobian', (id) => {
    const state: VanishingState = { ...example('chrono'), T: 8, t: 8, k: 2, cell: id };
    const map = mapOf(id, state);
    const { links } = causesOf(map, 8, 2);
    const end = links.at(-1)!;
    const J = throughTime.jacobianBetween(map.jacobians, 2, 8);
    const direct = [8, 7, 6, 5, 4, 3].map((j) => splitOf(map, j).direct).reduce(linearAlgebra.product);
    const rows = (M: Tensor) => ({ shape: [4, M.shape[1]!], data: M.data.slice(0, 4 * M.shape[1]!) });
    close(end.total, sizeOf(rows(J)));
    close(end.carousel!, sizeOf(rows(direct)));
    close(end.gates!, sizeOf({ shape: rows(J).shape, data: rows(J).data.map((x, i) => x - direct.data[i]!) }), 1e-8);
    expect(Math.abs(end.total - end.carousel!)).toBeLessThanOrEqual(end.gates! * (1 + 1e-9));
  });

  it('chrono biases keep the carousel open', () => {
    const reach = (bias: VanishingState['bias']) => at({ ...example('chrono'), bias });
    expect(reach('chrono')).toBeGreaterThan(1000 * reach('zero'));
  });

  it('at k = t nothing is between, and the start is all', () => {
    const map = mapOf('rnn', START);
    expect(causesOf(map, 7, 7)).toMatchObject({ start: 1, links: [{ j: 7, total: 1, phi: 1, W: 1 }] });
  });
});

describe('what is known of the matrix', () => {
  it('is its spectral radius, its singular values and the most that a step can do', () => {
    const state = example('grows-first');
    const facts = factsOf(mapOf('rnn', state), state);
    close(facts.radius, 0.9, 1e-6);
    close(facts.stretches[0]!, 1 + Math.hypot(1, 0.9), 1e-6);
    close(facts.bound, facts.stretches[0]!);
  });

  it('bounds every step: the map is never above bound to the power t − k', () => {
    for (const name of ['eight-units', 'logistic', 'grows-first'] as const) {
      const state = example(name);
      const map = mapOf('rnn', state);
      const { bound } = factsOf(map, state);
      map.norms.forEach((row, y) => {
        row.forEach((norm, k) => {
          expect(norm).toBeLessThanOrEqual(bound ** (y + 1 - k) * (1 + 1e-9));
        });
      });
    }
  });

  it('scales to the radius that was asked for, tied or fresh', () => {
    for (const isTied of [true, false])
      for (const scheme of ['glorot', 'gaussian', 'orthogonal'] as const) {
        const state: VanishingState = { ...START, T: 3, scheme, radius: 1.2, isTied };
        close(factsOf(mapOf('rnn', state), state).radius, 1.2, 1e-6);
      }
  });
});

describe('the colours', () => {
  it('have one shade for 1, twelve on each side, and others for what no scale has', () => {
    expect([1, 10, 0.1, 1e3, 1e-3, 1e9].map((x) => shadeOf(x, 3))).toEqual([0, 4, -4, 12, -12, 12]);
    expect([0, Number.POSITIVE_INFINITY, Number.NaN].map((x) => shadeOf(x, 3))).toEqual(['zero', 'infinite', 'nan']);
    expect(SHADES).toBe(12);
  });

  it('span the first range that holds all norms, whatever is 0 or infinite', () => {
    const range = (...norms: number[]) => rangeOf([{ norms: [norms] }]);
    expect([range(1), range(0.1), range(99, 0), range(1e-16), range(Number.POSITIVE_INFINITY, 2)]).toEqual([
      1, 1, 2, 20, 1,
    ]);
    expect(log10(1000)).toBeCloseTo(3, 12);
  });
});

it('the largest network that can be asked for has a map', () => {
  const state: VanishingState = { ...START, T: LIMITS.T.most, t: LIMITS.T.most, H: 8, hasGated: true };
  expect(mapOf('lstm', state).norms.flat()).toHaveLength(1325);
});
