/** The losses of the figure as programs with their numbers: of one typed parameter, or of a small network. */
import {
  expressions,
  type Given,
  initializers,
  network,
  type Program,
  parametersOf,
  random,
  rnn,
  type Tensor,
} from 'unrolled';
import { readLoss, type StepState } from './state.ts';

export interface Loss {
  readonly program: Program;
  readonly given: Given;
  readonly parameters: readonly string[];
}

export const lossOf = (state: StepState): Loss =>
  state.kind === 'one' ? ofOne(readLoss(state.text)!, state.w) : ofNetwork(state.seed);

function ofOne(formula: expressions.Expression, w: number): Loss {
  const program = expressions.programOf(formula, { variables: ['w'], output: 'L', kind: 'parameter' });
  return { program, given: { w }, parameters: ['w'] };
}

const [H, T] = [3, 6];
const SIZES = { X: 1, H, Y: 1 };

/** Three tanh units read six numbers, and are to say at every step what they read one step before. */
function ofNetwork(seed: number): Loss {
  const source = random(seed);
  const draw = initializers.torchDefault(H);
  const weights: [string, Tensor][] = Object.entries(parametersOf(rnn, SIZES)).map(([name, shape]) => [
    name,
    { shape, data: draw(shape, source, name) },
  ]);
  const x = Array.from({ length: T }, (_, t) => source.normal('x', t));
  const given = {
    ...Object.fromEntries(weights),
    h_0: Array<number>(H).fill(0),
    x: x.map((each) => [each]),
    target: x.map((_, t) => [x[t - 1] ?? 0]),
  };
  return { program: network(rnn, { ...SIZES, T, loss: 'mse' }), given, parameters: weights.map(([name]) => name) };
}
