/**
 * The answers of the chapter's exercises, right and wrong ones, and the numbers of its drawings, as the engine computes
 * them: nothing is typed in.
 */
import {
  backward,
  chronoBias,
  gru,
  initializers,
  lstm,
  lstm1997,
  lstmCoupled,
  lstmPeephole,
  math,
  network,
  parameterCount,
  parametersOf,
  random,
  rnn,
  run,
  sizeOf,
  unroll,
} from 'unrolled';
import { judged, piecesOf, type StepValues, trialStep, unit } from '../../src/authoring/equations.ts';

export { digits } from '../../src/authoring/equations.ts';

const { exp, log, sigmoid, tanh } = math;
const ONE = { X: 1, H: 1, Y: 1 };

const asTensor = ({ shape, data }: { readonly shape: readonly number[]; readonly data: readonly number[] }) => ({
  shape,
  data: Float64Array.from(data),
});

/** The unit of the first figure: its gates look at the input alone. */
const BY_HAND = { b_f: 2, W_xi: 2, W_xo: -2, W_xg: 1 };
const hand = unit(lstm, BY_HAND, [1, -1]);
const at = (symbol: string, t: number): number => hand(symbol)[t - 1]!;

/** The two numbers that the worked steps need, and the plain cell that reads the same. */
export const numbers = {
  open: sigmoid(2),
  shut: sigmoid(-2),
  g: tanh(1),
  c1: at('c', 1),
  h1: at('h', 1),
  c2: at('c', 2),
  h2: at('h', 2),
  plain: unit(rnn, { W_hh: 0.5, W_xh: 1 }, [1, -1])('h'),
};

/** Section 1: c_2, and what slips lead to. */
export const second = {
  right: at('c', 2),
  swapped: at('i', 2) * at('c', 1) + at('f', 2) * at('g', 2),
  noCandidate: at('f', 2) * at('c', 1),
  noPast: at('i', 2) * at('g', 2),
  state: at('h', 2),
};

/** A step with its gates given: σ and tanh of these biases are the gates, to the last bit that is shown. */
function given(c_0: number, gates: Readonly<Record<'f' | 'i' | 'o' | 'g', number>>) {
  const logit = (p: number) => log(p / (1 - p));
  const biases = {
    b_f: logit(gates.f),
    b_i: logit(gates.i),
    b_o: logit(gates.o),
    b_g: log((1 + gates.g) / (1 - gates.g)) / 2,
  };
  const read = unit(lstm, { ...biases, c_0 }, [0]);
  return { c: read('c')[0]!, h: read('h')[0]! };
}

const gates = { f: 0.75, i: 0.8, o: 0.5, g: 0.5 };
/** Section 1: h_t from c_{t−1} = 2 and its gates. */
export const alone = {
  right: given(2, gates).h,
  forgetsWithF: given(2, { ...gates, f: 1 - gates.f }).h,
  noTanh: gates.o * given(2, gates).c,
  cell: given(2, gates).c,
  noOutputGate: given(2, { ...gates, o: 1 - 1e-12 }).h,
  overwrites: given(0, gates).h,
};

const now = trialStep(lstm);
const sum = (v: StepValues, k: string, h = v.h_0!): number => v[`W_h${k}`]! * h + v[`W_x${k}`]! * v.x! + v[`b_${k}`]!;

const sumTex = (k: string, h = 'h_{t-1}'): string => `W_{h${k}} ${h} + W_{x${k}} x_t + b_${k}`;

/** Exercises that have the reader write the equations. */
export const equations = {
  forget: judged(now, 'f', [
    {
      tex: String.raw`\tanh(${sumTex('f')})`,
      of: (v) => tanh(sum(v, 'f')),
      reason: 'tanh goes down to −1: the gate could turn the sign of what it keeps.',
    },
    {
      tex: String.raw`\sigma(${sumTex('f')})`,
      of: (v) => sigmoid(sum(v, 'f')),
      reason: 'The same kind of sum as in the plain cell, squashed to between 0 and 1.',
    },
    {
      tex: String.raw`\sigma(${sumTex('f', 'c_{t-1}')})`,
      of: (v) => sigmoid(sum(v, 'f', v.c_0!)),
      reason:
        'A gate reads the hidden state. The cell state is what it acts on. (Peepholes, further down, let it look.)',
    },
    {
      tex: String.raw`\sigma(${sumTex('f', 'h_t')})`,
      of: (v) => sigmoid(sum(v, 'f', v.h!)),
      reason: '$h_t$ is not there yet: it is made from $c_t$, which needs $f_t$.',
    },
  ]),
  candidate: judged(now, 'g', [
    {
      tex: String.raw`\sigma(${sumTex('g')})`,
      of: (v) => sigmoid(sum(v, 'g')),
      reason: 'Then only positive numbers could ever be written.',
    },
    {
      tex: String.raw`i_t \odot \tanh(${sumTex('g')})`,
      of: (v) => v.i! * tanh(sum(v, 'g')),
      reason: 'The input gate acts when $c_t$ is made. Here it would act twice.',
    },
    {
      tex: String.raw`\tanh(${sumTex('g')})`,
      of: (v) => tanh(sum(v, 'g')),
      reason: 'This is the plain recurrent cell, letter by letter. In an LSTM it is only a proposal.',
    },
  ]),
};

/** `c_t =`, `f_t ⊙`, `c_{t−1}`, `+ i_t ⊙`, `g_t`. */
export const cellPieces = piecesOf(lstm, 'c', /(?<==|\\odot) |(?<=c_\{t-1\}) /);
/** `h_t =`, `o_t ⊙`, `tanh(`, `c_t`, `)`. */
export const hiddenPieces = piecesOf(lstm, 'h', /(?<==|\\odot) |(?<=\\tanh\()|(?=\)$)/);

/** Shapes for n units and m inputs. */
export const shapes = (n: number, m: number) => parametersOf(lstm, { X: m, H: n, Y: 1 });

/** Steps until half is left when the forget gate has only its bias. */
export const halfLife = (b: number): number => log(0.5) / log(sigmoid(b));
/** Steps until 1/e is left. */
export const lifetime = (b: number): number => -1 / log(sigmoid(b));

/** The cell state after these steps with all of f, i and g at 1; and the hidden state. */
const full = unit(lstm, { b_f: 50, b_i: 50, b_o: 50, b_g: 50 }, Array<number>(100).fill(1));
export const counted = { right: full('c')[99]!, state: full('h')[99]!, one: full('c')[0]! };

/** c_0 = 0 and a shut input gate, whatever else: the hidden state. */
export const silent = unit(lstm, { ...BY_HAND, W_xi: 0, b_i: -1000, W_hg: 1, W_hf: 1 }, [1, -1, 3])('h').at(-1)!;

/** Three steps of the unit of the first figure, with the loss at the last: its forget gates, and the gradients of c_0 … c_3. */
export const laneBack = (() => {
  const program = backward(unroll(network(lstm, { ...ONE, T: 3, loss: 'mse', lossAt: 'last' })));
  const parameters = Object.entries(parametersOf(lstm, ONE)).map(([name, shape]) => {
    const value = name === 'W_hy' ? 1 : ((BY_HAND as Readonly<Record<string, number>>)[name] ?? 0);
    return [name, asTensor({ shape, data: [value] })];
  });
  const sequences = { x: [[1], [-1], [-1]], target: [[0], [0], [1]] };
  const values = run(program, { ...Object.fromEntries(parameters), h_0: [0], c_0: [0], ...sequences });
  return {
    gates: [1, 2, 3].map((t) => values.get(`f_${t}`)!.data[0]!),
    gradients: [0, 1, 2, 3].map((t) => values.get(`dL/dc_${t}`)!.data[0]!),
  };
})();

/** What is left of a gradient on the lane of c after T steps with f constant. */
export const lane = (f: number, T: number): number => exp(T * log(f));

const sizes = { X: 1, H: 64, Y: 1 };
const own = lstm.parameters(sizes);
const sizeOfAll = (names: RegExp): number =>
  Object.entries(own).reduce((total, [name, shape]) => total + (names.test(name) ? sizeOf(shape) : 0), 0);
/** 64 units that read one number. */
export const count = {
  right: parameterCount(lstm, sizes),
  keras: parameterCount(lstm, sizes, 'keras'),
  pytorch: parameterCount(lstm, sizes, 'pytorch'),
  rnn: parameterCount(rnn, sizes),
  noCandidate: parameterCount(lstm, sizes) - parameterCount(rnn, sizes),
  noBias: sizeOfAll(/^W/),
  peephole: parameterCount(lstmPeephole, sizes),
  of1997: parameterCount(lstm1997, sizes),
  coupled: parameterCount(lstmCoupled, sizes),
};

/** The curve of the half-life over the bias, and the units of a chrono start for lags up to T. */
export const curve = Array.from({ length: 81 }, (_, k) => -2 + k / 10).map((b) => ({ b, steps: halfLife(b) }));
export const chronoUnits = (T: number, H = 16) =>
  Array.from(chronoBias(lstm, { X: 1, H, Y: 1 }, T, random(1), 'b_f').b_f!.data);
/** Where PyTorch's start puts b_f for 64 units: two biases, each uniform in ±1/8. */
export const torchUnits = (H = 16) => {
  const draw = initializers.torchDefault(64);
  const [ih, hh] = ['b_ih', 'b_hh'].map((name) => draw([H], random(1), name));
  return Array.from(ih!, (b, k) => b + hh![k]!);
};

/** What the counting figure draws: states over 30 ones. */
const ones = Array<number>(30).fill(1);
const open = { b_i: 50, b_o: 50, W_xg: 50 };
export const counting = {
  'c, LSTM': unit(lstm, { ...open, b_f: 50 }, ones)('c'),
  'h, LSTM': unit(lstm, { ...open, b_f: 50 }, ones)('h'),
  'h, GRU': unit(gru, { b_z: -3, W_xn: 50, b_r: 50 }, ones)('h'),
  'h, plain': unit(rnn, { W_hh: 1, W_xh: 1 }, ones)('h'),
};
