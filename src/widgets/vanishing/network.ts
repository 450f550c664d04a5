/**
 * The networks of the figure and the numbers that they start from. Made of the library's own cells: stacked, with
 * normalised sums, or with a fresh recurrent matrix for each step.
 */
import {
  add,
  type Cell,
  chronoBias,
  defineCell,
  forgetBias,
  type Given,
  gruPytorch,
  identity,
  initializers,
  layerNorm,
  linearAlgebra,
  lstm,
  matvec,
  type Program,
  type Random,
  random,
  relu,
  rnn,
  rnnIdentity,
  rnnLogistic,
  rnnRelu,
  type Sizes,
  scan,
  sigmoid,
  type Tensor,
  tanh,
  tensor,
  trace,
  type Var,
} from 'unrolled';
import { stackOf } from '../_shared/stack.ts';
import type { Activation, CellId, VanishingState } from './state.ts';

const PLAIN: Record<Activation, Cell> = { tanh: rnn, relu: rnnRelu, logistic: rnnLogistic, identity: rnnIdentity };
const PHI: Record<Activation, (a: Var) => Var> = { tanh, relu, logistic: sigmoid, identity };

/** The largest slope of φ: what a step can at most let through. */
export const STEEPEST: Record<Activation, number> = { tanh: 1, relu: 1, logistic: 0.25, identity: 1 };

/** The plain cell with the sum normalised over the units before φ (Ba, Kiros & Hinton 2016). */
const normalised = (activation: Activation): Cell =>
  defineCell({
    id: `rnn-${activation}-layer-norm`,
    name: 'RNN with layer normalisation',
    paper: 'ba2016',
    parameters: ({ X, H }) => ({ W_hh: [H, H], W_xh: [H, X], gamma: [H], beta: [H] }),
    state: ({ H }) => ({ h: [H] }),
    step({ W_hh, W_xh, gamma, beta }, { h }, x) {
      const a = layerNorm.apply({ gamma, beta }, add(matvec(W_hh, h), matvec(W_xh, x)));
      return { a, h: PHI[activation](a) };
    },
  });

export function cellOf(id: CellId, { activation, layers, hasLayerNorm }: VanishingState): Cell {
  if (id === 'lstm') return lstm;
  if (id === 'gru') return gruPytorch;
  return stackOf(hasLayerNorm ? normalised(activation) : PLAIN[activation], layers);
}

/** Matrices that a state is multiplied with at the next step. */
const isRecurrent = (name: string): boolean => name.startsWith('W_h');

/** A cell over T steps, without readout or loss. `isTied: false` reads its recurrent matrices anew at each step. */
export function programOf(cell: Cell, sizes: Sizes, T: number, isTied = true): Program {
  const shapes = Object.entries(cell.parameters(sizes));
  const states = Object.entries(cell.state(sizes));
  const parameter = ([name, shape]: (typeof shapes)[number]) =>
    isTied || !isRecurrent(name)
      ? [name, { shape, kind: 'parameter' as const }]
      : [name, { shape: [T, ...shape], kind: 'data' as const }];
  const inputs = {
    ...Object.fromEntries(shapes.map(parameter)),
    ...Object.fromEntries(states.map(([symbol, shape]) => [`${symbol}_0`, { shape, symbol, t: 0, kind: 'state' }])),
    x: { shape: [T, sizes.X], kind: 'data' },
  };
  return trace(inputs, (given) => {
    const weights = Object.fromEntries(shapes.map(([name]) => [name, given[name]!]));
    const initial = Object.fromEntries(states.map(([symbol]) => [symbol, given[`${symbol}_0`]!]));
    const fresh = isTied ? {} : Object.fromEntries(Object.entries(weights).filter(([name]) => isRecurrent(name)));
    return scan(initial, { x: given.x!, ...fresh }, (state, { x, ...now }) =>
      cell.step({ ...weights, ...now }, state, x!),
    );
  });
}

/** What the program is run on: weights drawn from the seed, h_0 for every unit, and the inputs. */
export function givenOf(cell: Cell, state: VanishingState): Given {
  const { H, T, seed, isTied, bias } = state;
  const sizes = { X: 1, H, Y: 1 };
  const source = random(seed);
  const weights = Object.entries(cell.parameters(sizes)).map(([name, shape]) => {
    if (!isRecurrent(name) || shape.length === 1) return [name, other(name, shape, source)];
    if (isTied) return [name, recurrent(state, source, name)];
    const steps = Array.from({ length: T }, (_, t) => recurrent(state, source, name, t + 1));
    return [name, { shape: [T, H, H], data: Float64Array.from(steps.flatMap(({ data }) => Array.from(data))) }];
  });
  const starts = Object.keys(cell.state(sizes)).map((symbol) => [`${symbol}_0`, new Array<number>(H).fill(state.h_0)]);
  return {
    ...Object.fromEntries(weights),
    ...(cell.memory && biasesOf(cell, sizes, bias, T, source)),
    ...Object.fromEntries(starts),
    x: inputsOf(state).map((x_t) => [x_t]),
  };
}

/** Input weights by Glorot, biases 0, scales of a normalisation 1. */
function other(name: string, shape: readonly number[], source: Random): Tensor {
  if (name.startsWith('W_')) return { shape, data: initializers.glorotUniform(shape, source, name) };
  return { shape, data: initializers.constant(name.startsWith('gamma') ? 1 : 0)(shape, source, name) };
}

function biasesOf(cell: Cell, sizes: Sizes, bias: VanishingState['bias'], T: number, source: Random): Given {
  if (bias === 'one') return forgetBias(cell, sizes);
  return bias === 'chrono' ? chronoBias(cell, sizes, T, source, 'chrono') : {};
}

/** One recurrent matrix: drawn, and scaled to the radius that was asked for. */
export function recurrent(
  { scheme, H, W, radius }: VanishingState,
  source: Random,
  ...key: (string | number)[]
): Tensor {
  const shape = [H, H];
  const drawn: Tensor = scheme === 'own' ? tensor(W) : { shape, data: SCHEME[scheme](H)(shape, source, ...key) };
  const size = radius === undefined ? 0 : linearAlgebra.spectralRadius(drawn);
  if (radius === undefined || size === 0) return drawn;
  return { shape, data: drawn.data.map((w) => (w * radius) / size) };
}

const SCHEME = {
  glorot: () => initializers.glorotUniform,
  gaussian: (H: number) => initializers.normal(1 / Math.sqrt(H)),
  orthogonal: () => initializers.orthogonal(),
  identity: () => initializers.identity(),
};

/** x_1 … x_T: nothing, standard normal noise, or the reader's own, repeated. */
export function inputsOf({ input, x, T, seed }: VanishingState): number[] {
  const source = random(seed);
  const read = { silence: () => 0, noise: (t: number) => source.normal('x', t), own: (t: number) => x[t % x.length]! };
  return Array.from({ length: T }, (_, t) => read[input](t));
}
