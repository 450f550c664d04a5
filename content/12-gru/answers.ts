/**
 * The answers of the chapter's exercises, right and wrong ones, and the numbers in its sentences, as the engine computes
 * them: nothing is typed in.
 */
import {
  gru,
  gruCho,
  gruKeras,
  gruPytorch,
  lstm,
  math,
  matvec,
  mgu,
  mul,
  parameterCount,
  parametersOf,
  rnn,
  run,
  trace,
} from 'unrolled';
import { judged, piecesOf, type StepValues, trialStep, unit } from '../../src/authoring/equations.ts';

export { digits } from '../../src/authoring/equations.ts';

const { log, sigmoid, tanh } = math;

/** The unit of the first figure: its gates look at the input alone. */
const BY_HAND = { W_xr: -2, W_xz: 2, W_hn: 1, W_xn: 1 };
const chung = unit(gru, BY_HAND, [1, -1]);
const cho = unit(gruCho, BY_HAND, [1, -1]);
const at = (symbol: string, t: number): number => chung(symbol)[t - 1]!;

/** What the worked steps need. */
export const numbers = {
  h1: at('h', 1),
  n2: at('n', 2),
  h2: at('h', 2),
  cho1: cho('h')[0]!,
  cho2: cho('h')[1]!,
  plain: unit(rnn, { W_hh: 1, W_xh: 1 }, [1, -1])('h'),
};

/** Section 1: h_2, and what slips lead to. */
export const second = {
  right: at('h', 2),
  exchanged: at('z', 2) * at('h', 1) + (1 - at('z', 2)) * at('n', 2),
  kept: (1 - at('z', 2)) * at('h', 1),
  written: at('z', 2) * at('n', 2),
  candidate: at('n', 2),
};

/** Section 1: a candidate that sees half of the past. */
export const alone = {
  right: tanh(0.5 * 0.8 - 0.6),
  all: tanh(0.8 - 0.6),
  none: tanh(-0.6),
  gatedAll: 0.5 * tanh(0.8 - 0.6),
  noTanh: 0.5 * 0.8 - 0.6,
};

const now = trialStep(gru);
const get = (v: StepValues, name: string): number => v[name]!;
const sum = (v: StepValues, k: string, past = get(v, 'h_0')): number =>
  get(v, `W_h${k}`) * past + get(v, `W_x${k}`) * get(v, 'x') + get(v, `b_${k}`);
const sumTex = (k: string, past = 'h_{t-1}'): string => `W_{h${k}} ${past} + W_{x${k}} x_t + b_${k}`;

/** Exercises that have the reader write the equations. */
export const equations = {
  update: judged(now, 'z', [
    {
      tex: String.raw`\tanh(${sumTex('z')})`,
      of: (v) => tanh(sum(v, 'z')),
      reason: 'tanh goes down to −1, and then neither z nor 1 − z is a share.',
    },
    {
      tex: String.raw`\sigma(${sumTex('z', String.raw`(r_t \odot h_{t-1})`)})`,
      of: (v) => sigmoid(sum(v, 'z', get(v, 'r') * get(v, 'h_0'))),
      reason: 'The reset gate acts in the candidate and nowhere else.',
    },
    {
      tex: String.raw`\sigma(${sumTex('z')})`,
      of: (v) => sigmoid(sum(v, 'z')),
      reason: 'Like every gate of chapter 11. The reset gate has the same line with an r for each z.',
    },
    {
      tex: String.raw`1 - \sigma(${sumTex('z')})`,
      of: (v) => 1 - sigmoid(sum(v, 'z')),
      reason: 'That is the share of the old state, not of the candidate.',
    },
  ]),
  candidate: judged(now, 'n', [
    {
      tex: String.raw`r_t \odot \tanh(${sumTex('n')})`,
      of: (v) => get(v, 'r') * tanh(sum(v, 'n')),
      reason: 'Then r would also shut out the input. It is only to shut out the past.',
    },
    {
      tex: String.raw`\tanh(${sumTex('n', String.raw`(r_t \odot h_{t-1})`)})`,
      of: (v) => tanh(sum(v, 'n', get(v, 'r') * get(v, 'h_0'))),
      reason: 'A plain recurrent cell that sees the share r of each unit of the past.',
    },
    {
      tex: String.raw`\tanh(${sumTex('n', String.raw`(z_t \odot h_{t-1})`)})`,
      of: (v) => tanh(sum(v, 'n', get(v, 'z') * get(v, 'h_0'))),
      reason: 'z decides how much of the candidate is written. What the candidate sees is for r to say.',
    },
    {
      tex: String.raw`\tanh(${sumTex('n')})`,
      of: (v) => tanh(sum(v, 'n')),
      reason: 'That is the plain cell. Where is the reset gate?',
    },
  ]),
};
/** `h_t =`, `(1 − z_t) ⊙`, `h_{t−1}`, `+ z_t ⊙`, `n_t`. */
export const statePieces = piecesOf(gru, 'h', /(?<==|\\odot) |(?<=h_\{t-1\}) /);

/** Shapes for n units and m inputs. */
export const shapes = (n: number, m: number) => parametersOf(gru, { X: m, H: n, Y: 1 });

/** z = 0.9, h_{t−1} = 1 and a candidate of 0, in two conventions: a step with its gate given by its bias. */
const mixed = (cell: typeof gru): number => unit(cell, { b_z: log(9), h_0: 1 }, [0])('h')[0]!;
export const mix = { chung: mixed(gru), pytorch: mixed(gruPytorch) };

const products = trace(
  { U: { shape: [2, 2], kind: 'parameter' }, r: { shape: [2], kind: 'data' }, h: { shape: [2], kind: 'state' } },
  ({ U, r, h }) => ({ before: matvec(U!, mul(r!, h!)), after: mul(r!, matvec(U!, h!)), whole: matvec(U!, h!) }),
);
const values = run(products, {
  U: [
    [1, 2],
    [3, 4],
  ],
  r: [1, 0],
  h: [1, -1],
});
const vector = (name: string): readonly number[] => Array.from(values.get(name)!.data);
const shown = (v: readonly number[]): string => `(${v.join(', ').replaceAll('-', '−')})`;
/** U (r ⊙ h), r ⊙ (U h), and U h. */
export const reset = { before: shown(vector('before')), after: shown(vector('after')), whole: shown(vector('whole')) };
/** Second entry of each, to be typed. */
export const resetSecond = { before: vector('before')[1]!, after: vector('after')[1]!, whole: vector('whole')[1]! };

/** Steps until half is left of a state when z has only its bias. */
export const halfLife = (b_z: number): number => log(0.5) / log(1 - sigmoid(b_z));

const sizes = { X: 1, H: 64, Y: 1 };
/** 64 units that read one number. */
export const count = {
  own: parameterCount(gru, sizes),
  pytorch: parameterCount(gruPytorch, sizes, 'pytorch'),
  keras: parameterCount(gruKeras, sizes, 'keras'),
  lstm: parameterCount(lstm, sizes),
  rnn: parameterCount(rnn, sizes),
  mgu: parameterCount(mgu, sizes),
};
