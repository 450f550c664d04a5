/**
 * The engine with one rule changed, run on a small network, and its gradients beside central differences of the loss,
 * number by number. No DOM and no timers.
 */
import {
  backward,
  CHECK_TOLERANCE,
  checkGradients,
  type Given,
  initializers,
  initialState,
  network,
  type Program,
  parametersOf,
  random,
  rnn,
  run,
  sgd,
  type Tensor,
  unroll,
  update,
  type Values,
} from 'unrolled';
import { stackOf } from '../_shared/stack.ts';
import { BUGS, type BugId } from './bugs.ts';
import { type Block, type BreakState, blocksOf, bugOf } from './state.ts';

type Network = Pick<BreakState, 'seed' | 'H' | 'T' | 'layers' | 'pass'>;

/** One number of a gradient: what the engine says beside what the loss says. */
export interface Checked {
  readonly claimed: number;
  readonly difference: number;
  /** claimed / difference: 1 where both agree, NaN where both are 0. */
  readonly ratio: number;
  /** Relative error. */
  readonly error: number;
  readonly isRight: boolean;
}

export interface CheckedBlock extends Block {
  readonly numbers: readonly Checked[];
  readonly isRight: boolean;
}

export interface Check {
  readonly blocks: readonly CheckedBlock[];
  /** The written-out program with the backward equations of this engine. */
  readonly program: Program;
  readonly loss: number;
}

export interface Frame {
  readonly state: BreakState;
  readonly bug: BugId;
  readonly check: Check;
  readonly block: CheckedBlock;
  readonly now: Checked;
}

/** Learning rate of the update between the two passes. */
export const RATE = 0.1;

export function frameOf(state: BreakState): Frame {
  const bug = bugOf(state);
  const check = checkOf(bug, state);
  const block = check.blocks.find(({ name }) => name === state.name)!;
  return { state, bug, check, block, now: block.numbers[state.at]! };
}

const known = new Map<string, Check>();

/** The gradient check of an engine on a network. */
export function checkOf(bug: BugId, { seed, H, T, layers, pass }: Network): Check {
  const key = [bug, seed, H, T, layers, pass].join();
  if (known.size > 200) known.clear();
  if (!known.has(key)) known.set(key, compute(bug, { seed, H, T, layers, pass }));
  return known.get(key)!;
}

function compute(bug: BugId, state: Network): Check {
  const scanned = scannedOf(state);
  const engine = unroll(backward(scanned, { rules: BUGS[bug] }));
  const parameters = scanned.inputs.filter(({ kind }) => kind === 'parameter').map(({ name }) => name);
  let given: Given = { ...weightsOf(state), ...exampleOf(state, 1) };
  let values = run(engine, { ...given, ...standing(engine) });
  if (state.pass === 2) {
    const first = Object.fromEntries(parameters.map((name) => [name, gradientOf(engine, values, name)]));
    const weights = Object.fromEntries(parameters.map((name) => [name, given[name]!]));
    const next = update(sgd, weights, first, initialState(sgd, weights), { η: RATE }).parameters;
    given = { ...given, ...next, ...exampleOf(state, 2) };
    values = run(engine, { ...given, ...standing(engine, first) });
  }
  const blocks = blocksOf(state);
  const claimed = Object.fromEntries(blocks.map(({ name }) => [name, gradientOf(engine, values, name)]));
  const checked = Map.groupBy(checkGradients(unroll(scanned), given, claimed), ({ name }) => name);
  return {
    program: engine,
    loss: values.get('L')!.data[0]!,
    blocks: blocks.map((block) => {
      const numbers = checked.get(block.name)!.map(
        ({ claimed, difference, error }): Checked => ({
          ...{ claimed, difference, error },
          ratio: claimed === difference && claimed !== 0 ? 1 : claimed / difference,
          isRight: error < CHECK_TOLERANCE,
        }),
      );
      return { ...block, numbers, isRight: numbers.every(({ isRight }) => isRight) };
    }),
  };
}

/** The network without its backward pass, time not written out. */
export const scannedOf = ({ H, T, layers }: Network): Program =>
  network(stackOf(rnn, layers), { X: 1, H, Y: 1, T, loss: 'mse' });

/** PyTorch's start, made larger, so that no gradient is too small to be read; h_0 is not 0. */
function weightsOf({ seed, H, layers }: Network): Given {
  const source = random(seed);
  const cell = stackOf(rnn, layers);
  const sizes = { X: 1, H, Y: 1 };
  const draw = (name: string, shape: readonly number[]): Tensor => ({
    shape,
    data: initializers
      .torchDefault(H)(shape, source, name)
      .map((w) => 1.4 * w),
  });
  const states = Object.entries(cell.state(sizes)).map(([symbol, shape]) => [`${symbol}_0`, shape] as const);
  const shapes = [...Object.entries(parametersOf(cell, sizes)), ...states];
  return Object.fromEntries(shapes.map(([name, shape]) => [name, draw(name, shape)]));
}

/** The sequence of a pass, and its targets. */
function exampleOf({ seed, T }: Network, pass: number): Given {
  const source = random(seed);
  const sequence = (name: string) => Array.from({ length: T }, (_, t) => [source.normal(name, pass, t)]);
  return { x: sequence('x'), target: sequence('target') };
}

/** What stands in the gradients before a pass, for an engine that reads it: nothing, or those of the pass before. */
const standing = (engine: Program, first?: Readonly<Record<string, Tensor>>): Given =>
  Object.fromEntries(
    engine.inputs.flatMap(({ name, shape }) => {
      const parameter = /^dL\/d(.*) before$/.exec(name)?.[1];
      if (parameter === undefined) return [];
      return [[name, first?.[parameter] ?? { shape, data: new Float64Array(shape.reduce((a, b) => a * b, 1)) }]];
    }),
  );

/** Of an input under its output's name; of a state by its name in the list. */
const gradientOf = (engine: Program, values: Values, name: string): Tensor =>
  values.get(engine.outputs[`dL/d${name}`] ?? `dL/d${name}`)!;
