/** Named states of the stepper: each is a gallery page, a test fixture, and documentation. For the build only. */
import { readFileSync } from 'node:fs';
import {
  type Cell,
  elementName,
  fromPytorch,
  gruPytorch,
  lstm,
  type Tensor,
  type TensorLike,
  tensor,
  unravel,
} from 'unrolled';
import type { UnrollState } from './state.ts';

export interface Example {
  readonly title: string;
  /** What to look for. */
  readonly note: string;
  readonly state: Partial<UnrollState>;
}

const byHand: Partial<UnrollState> = {
  sequence: { kind: 'numbers', x: [1, 0], target: [0, 0] },
  H: 1,
  edits: { 'W_hh[0,0]': 0.5, 'W_xh[0,0]': 1, 'b_h[0]': 0, 'W_hy[0,0]': 1, 'b_y[0]': 0 },
};

/** A case of a fixture file. */
function fixture(file: string, name: string) {
  const { cases } = JSON.parse(readFileSync(`lib/fixtures/${file}`, 'utf8'));
  return cases.find((each: { name: string }) => each.name === name);
}

/** Numbers that are set, by element. */
const edits = (tensors: Readonly<Record<string, Tensor | TensorLike>>): UnrollState['edits'] =>
  Object.fromEntries(
    Object.entries(tensors).flatMap(([symbol, value]) => {
      const { shape, data } = tensor(value);
      return Array.from(data, (number, at) => [elementName(symbol, unravel(at, shape)), number]);
    }),
  );

/** A network of one input, one output and one example that PyTorch has computed too, with its numbers. */
function fromTorch(name: string): Partial<UnrollState> {
  const given = fixture('torch-rnn.json', name);
  const { W_hh, W_xh, b_h, W_hy, b_y } = given;
  return {
    H: given.sizes.H,
    sequence: { kind: 'numbers', x: given.x[0].flat(), target: given.targets[0].flat() },
    edits: edits({ W_hh, W_xh, b_h, W_hy, b_y, h_0: given.h_0[0] }),
  };
}

/** The same of a gated layer of one unit, which has no readout: here y = h. */
function gatedFromTorch(cell: Cell, name: string): Partial<UnrollState> {
  const given = fixture('torch-gated.json', name);
  const states = Object.fromEntries(['h_0', 'c_0'].flatMap((key) => (given[key] ? [[key, given[key][0][0]]] : [])));
  return {
    cell: cell.id,
    H: 1,
    sequence: { kind: 'numbers', x: given.x[0].flat(), target: given.target[0].flat() },
    edits: edits({ ...fromPytorch(cell, given.weights), ...states, W_hy: [[1]], b_y: [0] }),
    backward: true,
    depth: 'step',
  };
}

/** Two units over three steps, for cells with gates. */
const GATED: Partial<UnrollState> = { sequence: { kind: 'numbers', x: [1, 0, -1], target: [0, 1, 0] } };

/** One LSTM unit whose gates look at the input alone: it keeps .88, writes at 1 and speaks at −1. */
const LSTM_BY_HAND: UnrollState['edits'] = {
  ...{ 'W_hf[0,0]': 0, 'W_xf[0,0]': 0, 'b_f[0]': 2 },
  ...{ 'W_hi[0,0]': 0, 'W_xi[0,0]': 2, 'b_i[0]': 0 },
  ...{ 'W_ho[0,0]': 0, 'W_xo[0,0]': -2, 'b_o[0]': 0 },
  ...{ 'W_hg[0,0]': 0, 'W_xg[0,0]': 1, 'b_g[0]': 0 },
  ...{ 'W_hy[0,0]': 1, 'b_y[0]': 0 },
};

/** One GRU unit whose gates look at the input alone: it writes .88 at 1, and keeps .88 at −1. */
const GRU_BY_HAND: UnrollState['edits'] = {
  ...{ 'W_hr[0,0]': 0, 'W_xr[0,0]': -2, 'b_r[0]': 0 },
  ...{ 'W_hz[0,0]': 0, 'W_xz[0,0]': 2, 'b_z[0]': 0 },
  ...{ 'W_hn[0,0]': 1, 'W_xn[0,0]': 1, 'b_n[0]': 0 },
  ...{ 'W_hy[0,0]': 1, 'b_y[0]': 0 },
};

/** Two numbers, of which the second means nothing. */
const ONE_AND_MINUS_ONE: UnrollState['sequence'] = { kind: 'numbers', x: [1, -1], target: [0, 0] };

export const examples = {
  'by-hand': {
    title: 'By hand: one unit, two steps',
    note: 'The smallest network that remembers: h₂ is not zero although x₂ is.',
    state: { ...byHand, at: 9 },
  },
  'by-hand-backward': {
    title: 'By hand, backward',
    note: 'At h₁ two gradients meet: one from y₁, one from the future.',
    state: { ...byHand, backward: true, at: 48 },
  },
  three: {
    title: 'Two units, three steps',
    note: 'Weights from seed 7. Every column uses the same three matrices.',
    state: { at: 9 },
  },
  hello: {
    title: 'A text: hello',
    note: 'Characters become one-hot vectors; the target is the next character.',
    state: { sequence: { kind: 'text', text: 'hello' }, H: 3, at: 18 },
  },
  long: {
    title: 'Fifty steps, eight units',
    note: 'An impulse at the start. The window follows the walk; the strip below shows all of it.',
    state: {
      sequence: { kind: 'numbers', x: [1, ...Array<number>(49).fill(0)], target: Array<number>(50).fill(0) },
      H: 8,
      backward: true,
      depth: 'step',
      at: 153,
    },
  },
  exploding: {
    title: 'A gradient that grows',
    note: 'ReLU with a recurrent weight of 1.5: every step back multiplies the gradient by 1.5.',
    state: {
      cell: 'rnn-relu',
      sequence: { kind: 'numbers', x: [1, ...Array<number>(19).fill(0)], target: Array<number>(20).fill(0) },
      H: 1,
      lossAt: 'last',
      backward: true,
      depth: 'step',
      edits: { 'W_hh[0,0]': 1.5, 'W_xh[0,0]': 1, 'b_h[0]': 0, 'W_hy[0,0]': 1, 'b_y[0]': 0 },
    },
  },
  pytorch: {
    title: 'The same numbers as PyTorch',
    note: 'torch.nn.RNN computed this network too, in float64: states, loss and gradients agree to ten digits.',
    state: { ...fromTorch('tanh-mse-every-X1-H2-Y1-T3-N1'), backward: true, at: 89 },
  },
  lstm: {
    title: 'An LSTM, one step open',
    note: 'A gate of 1 lets all through. The line of c passes f and a sum, and nothing else.',
    state: { ...GATED, cell: 'lstm', at: 46 },
  },
  'lstm-backward': {
    title: 'An LSTM, backward',
    note: 'Along the lane of c the gradient meets f and nothing else.',
    state: { ...GATED, cell: 'lstm', backward: true, depth: 'step', at: 195 },
  },
  'lstm-keeps': {
    title: 'An LSTM with its forget gate held open',
    note: 'With f at 1 and i at 0 nothing that c holds is lost.',
    state: { ...GATED, cell: 'lstm', clamp: { f: 1, i: 0 }, edits: { 'c_0[0]': 0.8, 'c_0[1]': -0.5 }, at: 60 },
  },
  'lstm-by-hand': {
    title: 'An LSTM by hand: one unit, two steps',
    note: 'The 1 is written, the −1 is nearly shut out: c₂ still has the sign of the 1.',
    state: {
      cell: 'lstm',
      sequence: { kind: 'numbers', x: [1, -1], target: [0, 0] },
      H: 1,
      edits: LSTM_BY_HAND,
      at: 21,
    },
  },
  'lstm-held': {
    title: 'An LSTM unit with two gates held',
    note: 'With f at 1 and i at 0 the inputs pass, and c stays what it was.',
    state: {
      cell: 'lstm',
      sequence: { kind: 'numbers', x: [1, -1], target: [0, 0] },
      H: 1,
      clamp: { f: 1, i: 0 },
      edits: { ...LSTM_BY_HAND, 'c_0[0]': 0.8 },
      at: 41,
    },
  },
  'lstm-carousel': {
    title: 'The carousel: one unit, backward',
    note: 'No gate looks at h here, so on the lane of c the gradient meets f and nothing else.',
    state: {
      cell: 'lstm',
      sequence: { kind: 'numbers', x: [1, -1, -1], target: [0, 0, 1] },
      H: 1,
      edits: LSTM_BY_HAND,
      lossAt: 'last',
      backward: true,
      at: 129,
    },
  },
  'lstm-counts': {
    title: 'An LSTM that counts to twenty',
    note: 'With f, i and g at 1 the cell state grows by 1 a step, and h soon shows nothing of it.',
    state: {
      cell: 'lstm',
      sequence: { kind: 'numbers', x: Array<number>(20).fill(1), target: Array<number>(20).fill(1) },
      H: 1,
      clamp: { f: 1, i: 1 },
      edits: { ...LSTM_BY_HAND, 'W_xo[0,0]': 2, 'W_xg[0,0]': 20 },
      depth: 'step',
      at: 200,
    },
  },
  gru: {
    title: 'A GRU, one step open',
    note: 'One gate decides both what stays and what is written; together they are 1.',
    state: { ...GATED, cell: 'gru', at: 40 },
  },
  'lstm-pytorch': {
    title: 'The same numbers as torch.nn.LSTM',
    note: 'One unit over three steps, computed by PyTorch too, in float64: states, loss and gradients agree to ten digits.',
    state: { ...gatedFromTorch(lstm, 'LSTM-X1-H1-T3-N1-L1-D1'), at: 259 },
  },
  'gru-pytorch': {
    title: 'The same numbers as torch.nn.GRU',
    note: 'One unit over three steps, computed by PyTorch too, in float64: states, loss and gradients agree to ten digits.',
    state: { ...gatedFromTorch(gruPytorch, 'GRU-X1-H1-T3-N1-L1-D1'), at: 223 },
  },
  'gru-by-hand': {
    title: 'A GRU by hand: one unit, two steps',
    note: 'At 1 the update gate is open and writes; at −1 it is nearly shut, and the old state stays.',
    state: { cell: 'gru', sequence: ONE_AND_MINUS_ONE, H: 1, edits: GRU_BY_HAND, at: 17 },
  },
  'gru-cho-by-hand': {
    title: 'The same numbers in the GRU of Cho et al.',
    note: 'Here z keeps: at 1 hardly anything is written, and the −1 turns the state over.',
    state: { cell: 'gru-cho', sequence: ONE_AND_MINUS_ONE, H: 1, edits: GRU_BY_HAND, at: 17 },
  },
  'gru-held': {
    title: 'A GRU unit with its update gate held',
    note: 'With z at 0 nothing is written, whatever r and the candidate are.',
    state: {
      cell: 'gru',
      sequence: ONE_AND_MINUS_ONE,
      H: 1,
      clamp: { z: 0 },
      edits: { ...GRU_BY_HAND, 'h_0[0]': 0.8 },
      at: 33,
    },
  },
  mgu: {
    title: 'A minimal gated unit, one step open',
    note: 'One gate writes, and resets too.',
    state: { ...GATED, cell: 'mgu', at: 40 },
  },
} as const satisfies Readonly<Record<string, Example>>;
