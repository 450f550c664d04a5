/** Every word of the explorer that a reader sees. */
import { tickText } from '../_shared/axes.ts';
import { long } from '../_shared/long.ts';
import { short } from '../_shared/notation.ts';
import type { Corner } from './corners.ts';
import type { Comparison, Curve, ScalarFrame, VectorFrame } from './model.ts';
import { FAR, type Zone } from './study.ts';

const marks = ['', '′', '″'] as const;
const listed = (texts: readonly string[]): string =>
  texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
/** Enough digits to tell a place apart from its neighbours: 1.663. */
const place = (x: number): string => long(x, 4);

export const strings = {
  formula: 'f, a function of x',
  other: 'g, a function of x',
  pick: 'Activation functions',
  softmax: 'softmax',
  compare: 'compare with',
  alone: 'nothing',
  typed: 'the formula below',
  x: 'place x',
  start: 'start x',
  threshold: 'flat below |f′| =',
  span: 'axis shown',
  spanOf: (span: number) => `−${span} to ${span}`,
  bend: 'draw f″',
  views: { label: 'What is shown', curves: 'Curves and slopes', repeated: 'Applied many times' },
  curve: (letter: string, order: 0 | 1 | 2) => `${letter}${marks[order]}`,
  nameOf: ({ name, letter }: Curve) => (name === letter ? letter : name),
  keys: {
    zones: (threshold: number) => `Hatched: |f′| < ${threshold}.`,
    meter: 'The bars on the right reach as far as the values do; an arrow says that they go on.',
    corner: '○ one-sided value, ● what the engine takes.',
  },
  picture: (frame: ScalarFrame) =>
    `${listed(frame.curves.map(({ letter, name }) => (name === letter ? letter : `${letter} = ${name}`)))} above, the derivatives below, from −${frame.state.span} to ${frame.state.span}. ${narration(frame)}`,
  numbers: {
    title: 'At x',
    caption: (x: number) => `Values and derivatives at x = ${tickText(x)}, and the slope by a central difference.`,
    rows: ['value', 'slope ′', 'bend ″'],
    check: 'slope by differences',
    sides: ({ left, right }: Corner) => `${short(left)} left, ${short(right)} right`,
    none: 'none on a corner',
  },
  facts: {
    values: (letter: string) => `${letter} here reaches from`,
    to: 'to',
    far: ([left, right]: Curve['far']) =>
      `at x = −10⁶ and 10⁶ it is ${short(left)} and ${short(right)}${[left, right].some((each) => Math.abs(each) > FAR / 1e3) ? ': not bounded' : ''}`,
    zones,
    corner: cornerText,
    meet: ({ values, slopes, same }: Comparison): readonly string[] =>
      same !== undefined
        ? [`f and g are one function: nowhere in the picture do they differ by more than ${short(same)}.`]
        : [
            slopes.length > 0
              ? `f′ = g′ at x = ${listed(slopes.map(place))}.`
              : 'f′ and g′ do not cross in the picture.',
            ...(values.length > 0 ? [`f = g at x = ${listed(values.map(place))}.`] : []),
          ],
  },
  identities: {
    title: 'Identities, at this x',
    caption: 'Both sides of each identity at x, and the largest difference in the picture.',
    columns: ['identity', 'left', 'right', 'largest difference'],
    draw: 'Draw both',
    drawBoth: (label: string) => `Draw both sides of ${label}`,
  },
  repeated: {
    layers: 'times n',
    slider: 'times n: slider',
    weight: 'factor w before each',
    title: 'How much of a change of x is left',
    axis: 'times applied',
    picture: (frame: ScalarFrame) => `|∂hₖ/∂x| on a logarithmic scale. ${chains(frame)}`,
    narration: chains,
    table: 'Every step',
    caption: 'The value after each application, its factor, and the product of all factors so far.',
    columns: (letter: string) => ['k', `hₖ by ${letter}`, `factor w·${letter}′`, '∂hₖ/∂x'],
    rule: 'h₀ = x, and each time hₖ = f(w·hₖ₋₁). The product of the factors w·f′ is what a small change of x becomes.',
    corner: (letter: string, k: number) =>
      `${letter}: at step ${k} the input stands on a corner. The factor is the engine’s choice of two, and the product with it.`,
    zero: (letter: string, k: number) =>
      `${letter}: from step ${k} on the product is exactly 0, which a logarithmic scale has no place for: it is drawn at the bottom, as 0.`,
    infinite: (letter: string, k: number) => `${letter}: from step ${k} on the numbers are no longer finite.`,
  },
  vector: {
    logits: 'Logits',
    logit: (i: number) => `logit z ${i + 1}`,
    probability: 'Probabilities',
    jacobian: 'Jacobian: ∂p (row) by ∂z (column)',
    caption: 'Every probability by every logit. A row and a column add up to 0.',
    shift: (by: number) => `${by > 0 ? 'Add' : 'Take'} 1 ${by > 0 ? 'to' : 'from'} all`,
    pair: 'Of the first two alone: p₁/(p₁ + p₂), and σ(z₁ − z₂)',
    sum: 'sum',
    cell: (i: number, j: number, value: number) => `∂p ${i + 1} by ∂z ${j + 1} = ${short(value)}`,
    picture: ({ state, softmax }: VectorFrame) =>
      `Softmax of ${state.logits.map(tickText).join(', ')}: ${softmax.probabilities.map(short).join(', ')}.`,
    narration: ({ state, softmax: { probabilities, jacobian } }: VectorFrame): string => {
      const top = probabilities.indexOf(Math.max(...probabilities));
      const flat = jacobian[top]![top]! < state.threshold;
      return `The largest logit, z${top + 1} = ${tickText(state.logits[top]!)}, gets ${short(probabilities[top]!)}. More of it would add ${short(jacobian[top]![top]!)} for each unit${flat ? ': saturated, like σ far out' : ''}; what it gains, the others lose.`;
    },
    where: (i: number, j: number, p: readonly number[], value: number) =>
      i === j
        ? `∂p${i + 1}/∂z${j + 1} = p${i + 1}·(1 − p${i + 1}) = ${short(p[i]!)}·(1 − ${short(p[i]!)}) = ${short(value)}`
        : `∂p${i + 1}/∂z${j + 1} = −p${i + 1}·p${j + 1} = −${short(p[i]!)}·${short(p[j]!)} = ${short(value)}`,
  },
  narration,
} as const;

function zones({ letter, zones: all }: Curve, span: number, threshold: number): readonly string[] {
  const text = ({ from, to }: Zone) =>
    from <= -span && to >= span
      ? 'everywhere'
      : from <= -span
        ? `x < ${place(to)}`
        : to >= span
          ? `x > ${place(from)}`
          : `${place(from)} < x < ${place(to)}`;
  const tails = all.filter(({ isTail }) => isTail).map(text);
  const passing = all.filter(({ isTail }) => !isTail).map(text);
  const below = `|${letter}′| < ${threshold}`;
  return [
    tails.length > 0 ? `${letter} is saturated (${below}): ${listed(tails)}.` : `${letter} is nowhere saturated here.`,
    ...(passing.length > 0 ? [`Flat only in passing, where ${letter}′ changes its sign: ${listed(passing)}.`] : []),
  ];
}

function cornerText(letter: string, { at, order, left, right, engine }: Corner): string {
  const x = place(at);
  if (order === undefined) return `At x = ${x} there is no finite value: the engine says ${short(engine)}.`;
  const of = `${letter}${marks[order]}`;
  const sides = `${of} is ${short(left)} to the left and ${short(right)} to the right`;
  const what = ['a jump', 'a kink', 'no kink, but the bend jumps'][order];
  return `At x = ${x} ${letter} has ${what}: ${sides}. The engine takes ${short(engine)} there, by convention.`;
}

function narration({ state, curves }: ScalarFrame): string {
  const said = curves.map(({ letter, name, probe: { values, corner, isFlat } }) => {
    const [value, slope] = values;
    const who = name === letter ? letter : name;
    if (corner?.order === 0) return `${who} jumps here from ${short(corner.left)} to ${short(corner.right)}`;
    if (corner?.order === 1)
      return `${who} is ${short(value)} and has no slope: ${short(corner.left)} on the left, ${short(corner.right)} on the right`;
    return `${who} is ${short(value)}, its slope ${short(slope)}${isFlat ? ': flat' : ''}`;
  });
  const [f, g] = curves.map(({ probe }) => Math.abs(probe.values[1]));
  const steeper =
    f !== undefined && g !== undefined && !curves.some(({ probe }) => probe.corner) && Math.abs(f - g) > 1e-9
      ? ` ${f > g ? 'f' : 'g'} is the steeper one.`
      : '';
  return `At x = ${tickText(state.x)} ${said.join('; ')}.${steeper}`;
}

function chains({ state, curves }: ScalarFrame): string {
  const times = state.layers === 1 ? 'once' : `${state.layers} times`;
  const said = curves.map(({ name, letter, chain }) => {
    const { value, gradient } = chain.at(-1)!;
    return `${name === letter ? letter : name}: ${short(gradient)} of a change is left, at the value ${short(value)}`;
  });
  return `Applied ${times} from x = ${tickText(state.x)}${state.weight === 1 ? '' : `, with w = ${tickText(state.weight)}`}: ${said.join('; ')}.`;
}
