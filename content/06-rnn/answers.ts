/**
 * The answers of the chapter's exercises, right and wrong ones, as the engine computes them: nothing is typed in.
 */
import {
  add,
  last,
  math,
  matvec,
  network,
  parameterCount,
  parametersOf,
  rnn,
  rnnIdentity,
  run,
  scan,
  sizeOf,
  tanh,
  toArray,
  trace,
} from 'unrolled';

/** The last state of the scalar cell h_t = tanh(w_h h_{t−1} + w_x x_t + b), from h_0 = 0. */
export function scalarState(x: readonly number[], w_h = 0.5, w_x = 1, b = 0): number {
  const values = run(scalarCell(x.length), { w_h: [[w_h]], w_x: [[w_x]], b: [b], h_0: [0], x: x.map((x_t) => [x_t]) });
  return values.get('end')!.data[0]!;
}

const scalarCell = (T: number) =>
  trace(
    {
      w_h: { shape: [1, 1], kind: 'parameter' },
      w_x: { shape: [1, 1], kind: 'parameter' },
      b: { shape: [1], kind: 'parameter' },
      h_0: { shape: [1], kind: 'state' },
      x: { shape: [T, 1], kind: 'data' },
    },
    ({ w_h, w_x, b, h_0, x }) => {
      const { h } = scan({ h: h_0! }, { x: x! }, ({ h }, { x: x_t }) => ({
        h: tanh(add(matvec(w_h!, h!), matvec(w_x!, x_t!), b!)),
      }));
      return { end: last(h!) };
    },
  );

/** One step of two units with these weights, from the state and input given. */
export function vectorStep(W_hh: number[][], W_xh: number[][], h: number[], x: number[]): number[] {
  const step = trace(
    {
      W_hh: { shape: [2, 2], kind: 'parameter' },
      W_xh: { shape: [2, x.length], kind: 'parameter' },
      h: { shape: [2], kind: 'state' },
      x: { shape: [x.length], kind: 'data' },
    },
    (given) => ({ next: tanh(add(matvec(given.W_hh!, given.h!), matvec(given.W_xh!, given.x!))) }),
  );
  return toArray(run(step, { W_hh, W_xh, h, x }).get('next')!) as number[];
}

/** What h_t = tanh(1.5 h_{t−1}) goes to from h_0 = 0.8: a 0.8 that is read first, and then silence. */
export const kept = scalarState([math.log(9) / 2, ...Array<number>(500).fill(0)], 1.5);

const transposed = (W: number[][]): number[][] => W[0]!.map((_, j) => W.map((row) => row[j]!));

/** Section 1: the state after reading 1, then 0. */
export const secondStep = {
  right: scalarState([1, 0]),
  noTanh: 0.5 * scalarState([1]),
  kept: scalarState([1]),
};

/** Section 1: w_h = −0.5, w_x = 1, b = 0.1, reading 1, 1. */
export const alone = {
  right: scalarState([1, 1], -0.5, 1, 0.1),
  signLost: scalarState([1, 1], 0.5, 1, 0.1),
  noBias: scalarState([1, 1], -0.5, 1, 0),
  biasOnce: math.tanh(-0.5 * scalarState([1], -0.5, 1, 0.1) + 1),
  oneStep: scalarState([1], -0.5, 1, 0.1),
  noTanh: -0.5 * scalarState([1], -0.5, 1, 0.1) + 1 + 0.1,
};

const W_hh = [
  [0.5, -1],
  [1, 0],
];
const W_xh = [[1], [0]];
const [h_1, x_2] = [[0.6, 0.4], [1]];

/** The vector exercise: unit 0 of h_2. */
export const vector = {
  right: vectorStep(W_hh, W_xh, h_1, x_2)[0]!,
  columns: vectorStep(transposed(W_hh), W_xh, h_1, x_2)[0]!,
  ownOnly: math.tanh(0.5 * 0.6 + 1),
  noInput: vectorStep(W_hh, W_xh, h_1, [0])[0]!,
  noTanh: 0.5 * 0.6 - 1 * 0.4 + 1,
  otherUnit: vectorStep(W_hh, W_xh, h_1, x_2)[1]!,
};

/** Shapes for n units, m inputs, k outputs. */
export const shapes = (n: number, m: number, k = 1) => parametersOf(rnn, { X: m, H: n, Y: k });

const sizes = { X: 1, H: 64, Y: 1 };
const full = parametersOf(rnn, sizes);

/** 64 units that read one number: the count, and the counts that go wrong. */
export const count = {
  right: parameterCount(rnn, sizes),
  keras: parameterCount(rnn, sizes, 'keras'),
  pytorch: parameterCount(rnn, sizes, 'pytorch'),
  noBias: sizeOf(full.W_hh!) + sizeOf(full.W_xh!),
  noInput: sizeOf(full.W_hh!) + sizeOf(full.b_h!),
  onlyRecurrent: sizeOf(full.W_hh!),
  withReadout: Object.values(full).reduce((sum, shape) => sum + sizeOf(shape), 0),
};

/**
 * The rule y_i = 0.9 X_i + 0.1 y_{i−1} as a linear cell of one unit: the largest error over a series, for weights that
 * a reader proposes. The series is the sources' own: X_i = u_i + y_{i−1}.
 */
export function ruleError(w_h: number, w_x: number): number {
  const u = [0.3, 0.9, 0.1, 0.7, 0.5, 0.2, 0.8, 0.4];
  const X: number[] = [];
  const y: number[] = [];
  for (const u_i of u) {
    const before = y.at(-1) ?? 0;
    X.push(u_i + before);
    y.push(0.9 * X.at(-1)! + 0.1 * before);
  }
  const program = network(rnnIdentity, { X: 1, H: 1, Y: 1, T: u.length, loss: 'mse' });
  const weights = { W_hh: [[w_h]], W_xh: [[w_x]], b_h: [0], W_hy: [[1]], b_y: [0], h_0: [0] };
  const values = run(program, { ...weights, x: X.map((x) => [x]), target: y.map((y_i) => [y_i]) });
  return Math.max(...y.map((y_i, i) => Math.abs(values.get('y')!.data[i]! - y_i)));
}

export const rule = {
  right: ruleError(0.1, 0.9),
  swapped: ruleError(0.9, 0.1),
  copy: ruleError(0, 1),
  both: ruleError(1, 0.9),
};

/** Three or four significant digits, with a real minus sign, for a sentence. */
export const digits = (x: number, places = 4): string => x.toFixed(places).replace('-', '−');
