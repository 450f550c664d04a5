/** Every word of the figure that a reader sees, but for the sentences of the walk (`narrate.ts`). */
import { plain } from '../_shared/notation.ts';
import type { Frame } from './model.ts';
import { LIMITS } from './state.ts';

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** What the derivative of a value by the input that is moved is called: v̇. */
export const tangentName = (name: string): string => `tangent of ${name}`;

export const strings = {
  formulas: 'Formulas, the last one is L',
  formulasHint: 'Any letters are variables. Several formulas: a = w x + b; tanh(a)².',
  pick: 'Examples',
  inputs: 'Inputs',
  input: (name: string) => `value of ${plain(name)}`,
  inputsHint: 'Several numbers with commas make a vector.',
  numbers: `Give a number, or up to ${LIMITS.length} with commas between them, none beyond ±1,000,000.`,
  sameLength: (n: number) => `Give one number or ${n}: all vectors have one length.`,
  tooLarge: `With that the picture would have more than ${LIMITS.values} values.`,
  valuesDetail: `${LIMITS.values} values`,
  mode: 'Mode',
  reverse: 'reverse',
  forward: 'forward',
  along: 'derivatives by',
  view: 'Vectors',
  tensor: 'whole',
  scalar: 'number by number',
  scalarTooLarge: `Number by number there would be more than ${LIMITS.values} values.`,
  check: 'check every gradient',
  graph: 'The graph; it can be scrolled',
  picture: ({ graph, state, at, turns }: Frame) =>
    `The graph of ${state.text}: ${plural(graph.nodes.length, 'value')} from left to right, ${plural(graph.edges.length, 'edge')}, step ${at} of ${turns.length}. The table says the same.`,
  size: ({ graph }: Frame) => `${plural(graph.nodes.length, 'value')}, ${plural(graph.edges.length, 'edge')}`,
  smaller: 'Smaller picture',
  larger: 'Larger picture',
  fit: 'Fit',
  more: (n: number) => `and ${n} more`,
  laying: 'Laying out the graph …',
  step: ({ at, turns }: Frame) => `step ${at} of ${turns.length}`,
  equations: 'Equations in order',
  forwardHalf: 'Forward',
  backwardHalf: 'Backward',
  table: 'Values',
  tableCaption: 'Every value with how it is computed and its derivatives',
  columns: {
    name: 'value',
    equation: 'computed as',
    value: 'number',
    gradient: '∂L/∂·',
    tangent: (by: string) => `∂·/∂${plain(by)}`,
    difference: 'central difference',
    verdict: 'check',
  },
  verdict: (isRight: boolean) => (isRight ? '✓ agrees' : '≠ differs'),
  given: 'given',
  counts: 'What the derivatives cost',
  countsCaption: 'Operations for all derivatives of L, once the local derivatives are known',
  sweeps: 'sweeps',
  multiplications: 'products',
  additions: 'sums',
  total: 'all',
  reverseRow: 'reverse: L by every input',
  forwardRow: (n: number) => `forward: once for each of ${plural(n, 'input number')}`,
  forwardOne: (by: string) => `of these, by ${plain(by)}`,
  countsNote: 'A product for each edge whose local derivative is not 1; a sum wherever two contributions meet.',
  tangentOrigin: 'Where this tangent comes from',
  close: 'Close',
  checkedBy: (by: string) =>
    `Checked by a central difference, computing again with ${plain(by)} a little larger and a little smaller:`,
  picked: (name: string) => `Not computed yet: the walk has not come to ${plain(name)}.`,
} as const;
