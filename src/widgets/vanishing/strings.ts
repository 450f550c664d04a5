/** Every word of the map that a reader sees. */
import { short } from '../_shared/notation.ts';
import type { Causes, Link } from './causes.ts';
import type { CellMap, Facts } from './model.ts';
import type { Activation, BiasScheme, CellId, InputKind, Measure, Scheme, VanishingState } from './state.ts';

const steps = (n: number): string => `${n} step${n === 1 ? '' : 's'}`;

export const strings = {
  activation: 'activation',
  activations: {
    tanh: 'tanh',
    relu: 'ReLU',
    logistic: 'logistic σ',
    identity: 'none (linear)',
  } satisfies Record<Activation, string>,
  radius: 'spectral radius of the recurrent matrix',
  radiusShort: 'spectral radius',
  asDrawn: 'as drawn',
  h_0: 'start of every unit',
  input: 'inputs',
  inputs: { silence: 'silence', noise: 'noise', own: 'your own' } satisfies Record<InputKind, string>,
  ownInput: 'your inputs x_1, x_2, … (repeated when they are too few)',
  more: 'Size, seed, own matrix',
  later: 'Beyond this chapter',
  H: 'units',
  T: 'time steps',
  seed: 'seed',
  measure: 'the map shows',
  measures: {
    state: 'how much of a nudge arrives in the state',
    loss: 'the gradient of the loss of step t',
  } satisfies Record<Measure, string>,
  lossNote: 'The loss of a step is the squared error of an output with random weights, whose target is 1.',
  scheme: 'recurrent matrix',
  schemes: {
    glorot: 'Glorot, uniform',
    gaussian: 'Gaussian, deviation 1/√n',
    orthogonal: 'orthogonal',
    identity: 'identity',
    own: 'your own',
  } satisfies Record<Scheme, string>,
  schemeNote: 'Ways to draw it are compared in chapter 10.',
  ownMatrix: 'your W_hh, one row a line',
  matrixProblem: 'Give as many numbers in each row as there are rows: 1 to 8.',
  inputProblem: 'Give 1 to 50 numbers.',
  untied: 'a fresh matrix for each step (chapter 10)',
  layers: 'layers (chapter 13)',
  layerNorm: 'layer normalisation (chapter 10)',
  gated: 'LSTM and GRU on the same data (chapters 11 and 12)',
  bias: 'bias of the gates that keep',
  biases: { zero: '0', one: '1', chrono: 'chrono' } satisfies Record<BiasScheme, string>,
  cells: { rnn: 'RNN', lstm: 'LSTM', gru: 'GRU' } satisfies Record<CellId, string>,
  cellTitle: ({ id, cell }: CellMap) => (id === 'gru' ? 'GRU (PyTorch’s form)' : id === 'lstm' ? 'LSTM' : cell.name),
  axisK: 'k: the step that is nudged',
  axisT: 't: the step that notices',
  zero: '0 exactly',
  infinite: 'not finite',
  map: (title: string, T: number) =>
    `Map of ${title}: ${steps(T)}. Rows are steps t, columns are steps k. Arrow keys move the place that is looked at.`,
  place: 'place',
  placeT: 'step that notices',
  placeK: 'step that is nudged',
  nudged: (map: CellMap, k: number) =>
    map.nudged ? `the bottom layer at step ${k}` : map.id === 'lstm' ? `h and c at step ${k}` : `h at step ${k}`,
  causes: 'What this number is made of',
  chain: (causes: Causes) =>
    causes.kind === 'factors'
      ? 'What is left on the way back, and what each cause alone would have left'
      : causes.kind === 'paths'
        ? 'What is left on the way back: in all, along the carousel alone, and through gates'
        : 'What is left on the way back',
  lines: { total: 'all', phi: 'φ′', W: 'W', carousel: 'carousel', gates: 'gates' } satisfies Record<
    Exclude<keyof Link, 'j'>,
    string
  >,
  facts: 'The recurrent matrix',
  factRadius: 'spectral radius',
  factBound: (slope: string) => `most that a step can multiply by: ${slope} × largest singular value`,
  factStretches: 'singular values',
  placeStretches: 'singular values of this product',
  verdict: ({ bound }: Facts): string =>
    bound < 1 - 1e-9
      ? `Every step leaves at most ${short(bound)} of a gradient: it must vanish.`
      : bound < 1 + 1e-9
        ? 'No step can enlarge a gradient: it cannot explode.'
        : `A step can multiply a gradient by up to ${short(bound)}: that it grows is possible, not certain.`,
  ways: (ways: number, n: number) =>
    `${ways.toLocaleString('en')} ways lead from the bottom layer to the top in ${steps(n)}.`,
  busy: 'Computing …',
  narration: (map: CellMap, causes: Causes, { t, k, measure, activation }: VanishingState): string => {
    const end = causes.links.at(-1)!;
    const of = measure === 'loss' ? `the gradient of the loss at step ${t}` : `a nudge of ${strings.nudged(map, k)}`;
    const what =
      measure === 'loss'
        ? `Of the loss at step ${t}, a gradient of ${short(causes.start)} arrives at h, and ${short(end.total)} at ${strings.nudged(map, k)}.`
        : `At its most, ${of} arrives in h at step ${t} multiplied by ${short(end.total)}.`;
    if (t === k) return `${what} No step lies between.`;
    const n = steps(t - k);
    if (causes.kind === 'factors')
      return `${what} In ${n}, ${strings.activations[activation]} accounts for a factor ${short(end.phi!)} and the matrix for ${short(end.W!)}.`;
    if (causes.kind === 'stack') return `${what} ${strings.ways(causes.ways!, t - k)}`;
    return `${what} In ${n}, the carousel alone would leave ${short(end.carousel!)}; what went through a gate at least once is ${short(end.gates!)}.`;
  },
} as const;
