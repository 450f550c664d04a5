/** Every word of this figure that a reader sees. */
import { plain, short } from '../_shared/notation.ts';
import type { BugId } from './bugs.ts';
import type { Against } from './evidence.ts';
import type { CheckedBlock, Frame } from './model.ts';
import { type BreakState, bugOf } from './state.ts';

/** `h^1_2` → `h_2¹`: the layer is written behind, so that letter and step stay together. */
export const readable = (name: string): string =>
  name.replace(/\^(\d)(_\d+)?/, (_, layer: string, t = '') => `${t}${'¹²'[Number(layer) - 1]}`);

export const gradientName = (name: string): string => `dL/d${readable(name)}`;
const said = (name: string): string => plain(gradientName(name));
const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const bugs = {
  assigned: '= in place of +=',
  future: 'dh_next dropped',
  leftover: 'gradients not zeroed',
  argument: 'wrong argument in a derivative',
  transpose: 'transpose missing',
  none: 'no bug at all',
} satisfies Record<BugId, string>;

const settings = {
  H: (n: number) => `${n} ${n === 1 ? 'unit' : 'units'}`,
  T: (n: number) => `T = ${n}`,
  layers: (n: number) => (n === 1 ? 'one layer' : 'two layers'),
  pass: (n: number) => (n === 1 ? 'the first pass' : 'the second pass'),
};

export const strings = {
  bugs,
  engine: 'Engine',
  mystery: (seed: number) => `mystery no. ${seed}`,
  engineOf: { none: 'the right one' } as Partial<Record<BugId, string>>,
  fresh: 'Another mystery',
  units: 'hidden units',
  steps: 'time steps',
  layers: 'Layers',
  layerCounts: { 1: 'one', 2: 'two' } as Record<number, string>,
  pass: 'Backward pass',
  passes: { 1: 'the first', 2: 'the second, after an update' } as Record<number, string>,
  map: 'Gradient check, a number for each number of the network. Arrow keys walk from one to the next.',
  parameters: 'Parameters: backward ÷ difference',
  states: 'States, step by step: backward ÷ difference',
  legend: { right: 'the same (1)', wrong: 'not the same: the ratio', negative: 'and of the other sign' },
  scrolls: 'The map is wider than the screen: swipe it.',
  cell: (name: string, index: readonly number[], ratio: string, isRight: boolean) =>
    `${said(name)}[${index.join(',')}]: ratio ${ratio}, ${isRight ? 'the same' : 'not the same'}`,
  claimed: 'the engine’s backward pass says',
  difference: 'the loss itself says (central difference)',
  ratio: 'ratio',
  error: 'relative error',
  right: 'They are the same.',
  wrong: 'They are not the same.',
  question: 'What is wrong with this engine?',
  show: 'Show the answer',
  found: (bug: BugId) => (bug === 'none' ? 'Right: nothing is wrong.' : `Right: ${bugs[bug]}.`),
  shown: (bug: BugId) => (bug === 'none' ? 'Nothing is wrong with this engine.' : `It is: ${bugs[bug]}.`),
  missed: (guess: BugId, why: Against) =>
    `Not ${guess === 'none' ? 'free of bugs' : `“${bugs[guess]}”`}. ${because(guess, why)}`,
  why: {
    assigned:
      'A parameter acts at every step, so its gradient is a sum of T terms. With = each term replaces the one before, and since backward goes from the last step to the first, what is left is the term of step 1. The states have one sum each, inside a step, and are right. With T = 1 there is one term, and nothing to see.',
    future:
      'The state of a step is used twice: for this step’s output, and for the next state. What comes from the next step is lost, so the last state is right and all before it are wrong, and so are the weights behind them. The readout has no part in that. With T = 1 there is no next step.',
    leftover:
      'Nothing in the backward pass itself is wrong: every state has its right gradient, and so has every parameter in the first pass. From the second on, the old gradient is still there when the new one is added. Only a check that runs backward twice can find it.',
    argument:
      'The slope of tanh is 1 − h², with what tanh gave, not 1 − a² with what it was given. The last state is still right, because no tanh stands between it and the loss. All that lies behind a tanh is wrong, even with T = 1, and even with one unit.',
    transpose:
      'A gradient goes back through W by its transpose. W itself fits only because it is square, and mixes up the units: with one unit there is nothing to mix up. With T = 1 only h₀ lies behind W_hh. With two layers the weights between them are square too, so layer 1 is wrong even then.',
    none: 'All numbers agree to a millionth. That is what the check can say: for these weights, this data, these sizes and this pass. A bug that shows only elsewhere needs a check elsewhere.',
  } satisfies Record<BugId, string>,
  lookalikes: (names: readonly BugId[]) =>
    names.length === 0
      ? 'In this setting no other of the five has the same pattern.'
      : `In this setting ${list(names.map((each) => (each === 'none' ? 'the right engine' : `“${bugs[each]}”`)))} would look the same. Change the sizes or the pass to tell them apart.`,
  equations: (t: number) => `The backward equations of step ${t}`,
  rightEngine: 'as they should be',
  thisEngine: 'in this engine',
  absent: 'no such equation',
  same: 'same',
  differs: 'differs',
  noDifference: 'No equation of this step differs.',
  rest: (n: number) => `${n} more that are the same in both`,
  table: 'The check as a table',
  tableCaption: 'A row for each gradient',
  columns: { name: 'gradient', count: 'numbers', wrong: 'not the same', worst: 'largest relative error' },
  range: (least: number, most: number) => `Give a whole number from ${least} to ${most}.`,
  narration,
} as const;

function because(guess: BugId, why: Against): string {
  const would = guess === 'none' ? 'Without a bug' : 'With that bug';
  switch (why.kind) {
    case 'here':
      return `${would} ${said(why.block.name)} would be ${why.block.isRight ? 'wrong' : 'right'} here. It is ${why.block.isRight ? 'right' : 'wrong'}.`;
    case 'there':
      return `In this setting it would look the same. Look again with ${settings[why.setting](why.value)}.`;
    case 'numbers': {
      const { claimed } = why.block.numbers[why.at]!;
      return `The same numbers would be wrong, but otherwise: ${said(why.block.name)} would begin with ${short(why.would)}, not ${short(claimed)}.`;
    }
  }
}

/** What the map shows, in a sentence or two. */
function narration({ state, check: { blocks }, bug }: Frame): string {
  const wrong = blocks.filter(({ isRight }) => !isRight);
  const where = `${settings.layers(state.layers)}, ${settings.H(state.H)}, T = ${state.T}, ${settings.pass(state.pass)}`;
  if (wrong.length === 0)
    return bug === 'none' && state.bug === 'none'
      ? `All gradients are those of the loss (${where}).`
      : `With ${where}, no number is wrong. Is the engine right, or does this setting hide the bug?`;
  const parameters = wrong.filter(({ kind }) => kind === 'parameter');
  const states = wrong.filter(({ kind }) => kind === 'state');
  const right = blocks.filter(({ kind, isRight }) => kind === 'parameter' && isRight);
  return [
    parameters.length > 0 && `Wrong: ${list(parameters.map(nameOf))}.`,
    right.length > 0 && `Right: ${list(right.map(nameOf))}.`,
    states.length === 0
      ? 'The gradients of all states are right.'
      : `Of the states, ${list(states.map(nameOf))} are wrong.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const nameOf = ({ name }: CheckedBlock): string => plain(readable(name));

/** How the engine in question is called. */
export const engineName = (state: BreakState): string =>
  state.bug === 'mystery' ? strings.mystery(state.seed) : (strings.engineOf[state.bug] ?? strings.bugs[bugOf(state)]);
