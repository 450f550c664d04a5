/** Named states of the explorer: gallery pages, and what the tests start from. */
import { type Name, textOf } from './known.ts';
import { type ActivationsState, SOFTMAX } from './state.ts';

const start: ActivationsState = {
  ...{ f: textOf('logistic σ'), g: '', view: 'curves', x: 1, span: 6, threshold: 0.05, bend: true },
  ...{ layers: 10, weight: 1, logits: [2, 1, 0, -1] },
};
const of = (name: Name, change: Partial<ActivationsState> = {}): ActivationsState => ({
  ...start,
  f: textOf(name),
  ...change,
});
const against = (f: Name, g: Name, change: Partial<ActivationsState> = {}): ActivationsState =>
  of(f, { g: textOf(g), bend: false, ...change });

export const examples = {
  /** The logistic function and its two derivatives. */
  logistic: start,
  /** Far out, where its slope is a tenth of what it was. */
  saturated: { ...start, x: 5 },
  step: of('step', { x: 0 }),
  tanh: of('tanh'),
  /** On the corner, where there are two slopes. */
  relu: of('ReLU', { x: 0, span: 4 }),
  leaky: of('leaky ReLU', { x: -2, span: 4 }),
  /** Smooth, but its second derivative jumps. */
  elu: of('ELU', { x: 0, span: 4 }),
  softplus: of('softplus'),
  softsign: of('softsign', { span: 10 }),
  silu: of('SiLU', { x: -1.3 }),
  gelu: of('GELU', { x: -0.75, span: 4 }),
  'hard-sigmoid': against('hard sigmoid', 'logistic σ', { x: 2 }),
  'hard-tanh': against('hard tanh', 'tanh', { span: 4 }),
  /** tanh′ falls below σ′ at 1.663. */
  'tanh-against-logistic': against('tanh', 'logistic σ', { x: 1.7, span: 4 }),
  /** Two formulas of one function. */
  'tanh-from-logistic': of('tanh', { g: '2σ(2x) − 1', bend: false, span: 4 }),
  'relu-against-gelu': against('ReLU', 'GELU', { x: -1, span: 4 }),
  /** What ten logistic functions in a row leave of a change. */
  'ten-layers': against('logistic σ', 'tanh', { view: 'repeated' }),
  'fifty-layers': against('tanh', 'ReLU', { view: 'repeated', layers: 50 }),
  /** ReLU in the dead half: exactly 0 from the first layer on. */
  dead: against('ReLU', 'leaky ReLU', { view: 'repeated', x: -1 }),
  /** A factor of 1.5 between the layers, with nothing to hold it back. */
  growing: against('ReLU', 'tanh', { view: 'repeated', layers: 50, weight: 1.5 }),
  softmax: { ...start, f: SOFTMAX },
  /** One logit far above the others. */
  'softmax-sure': { ...start, f: SOFTMAX, logits: [8, 1, 0, -1] },
} satisfies Record<string, ActivationsState>;

export type ExampleName = keyof typeof examples;
