/** Equations between activation functions, and both of their sides at a place. No DOM. */
import { derivativesAlong } from './derivatives.ts';
import { type Name, textOf } from './known.ts';
import { readFormula } from './state.ts';
import { functionOf } from './study.ts';

interface Identity {
  /** As it is read, and which functions it is about. */
  readonly label: string;
  readonly about: readonly Name[];
  readonly left: string;
  /** Whether the left side is the derivative of `left`. */
  readonly isSlope?: true;
  readonly right: string;
}

const IDENTITIES: readonly Identity[] = [
  { label: 'tanh x = 2σ(2x) − 1', about: ['tanh', 'logistic σ'], left: 'tanh(x)', right: '2σ(2x) − 1' },
  { label: 'tanh′(x) = 1 − tanh²x', about: ['tanh'], left: 'tanh(x)', isSlope: true, right: '1 − tanh(x)^2' },
  { label: 'σ(x) = 1/(1 + e⁻ˣ)', about: ['logistic σ'], left: 'σ(x)', right: '1/(1 + e^(−x))' },
  { label: 'σ(−x) = 1 − σ(x)', about: ['logistic σ'], left: 'σ(−x)', right: '1 − σ(x)' },
  { label: 'σ′(x) = σ(x)·(1 − σ(x))', about: ['logistic σ'], left: 'σ(x)', isSlope: true, right: 'σ(x)·(1 − σ(x))' },
  {
    label: 'softplus′(x) = σ(x)',
    about: ['softplus', 'logistic σ'],
    left: 'softplus(x)',
    isSlope: true,
    right: 'σ(x)',
  },
  { label: 'softplus(x) − softplus(−x) = x', about: ['softplus'], left: 'softplus(x) − softplus(−x)', right: 'x' },
  { label: 'ReLU(x) = (x + |x|)/2', about: ['ReLU'], left: 'ReLU(x)', right: '(x + |x|)/2' },
  { label: 'ReLU(x) − ReLU(−x) = x', about: ['ReLU'], left: 'ReLU(x) − ReLU(−x)', right: 'x' },
  { label: 'SiLU(x) = x/2·(1 + tanh(x/2))', about: ['SiLU'], left: textOf('SiLU'), right: 'x/2·(1 + tanh(x/2))' },
  { label: 'GELU(x) − GELU(−x) = x', about: ['GELU'], left: 'x·Φ(x) + x·Φ(−x)', right: 'x' },
  {
    label: 'hard tanh(x) = 2·hard sigmoid(3x) − 1',
    about: ['hard tanh', 'hard sigmoid'],
    left: textOf('hard tanh'),
    right: '2·min(1, max(0, 3x/6 + 1/2)) − 1',
  },
];

export interface Shown {
  readonly label: string;
  readonly left: number;
  readonly right: number;
  /** The largest difference at any of the places. */
  readonly worst: number;
  /** The formulas of both sides, where they can be drawn one over the other. */
  readonly sides: readonly [string, string] | undefined;
}

/** The identities that are about one of these formulas, at x. */
export function identitiesOf(texts: readonly string[], x: number, places: readonly number[]): readonly Shown[] {
  return IDENTITIES.filter(({ about }) => about.some((name) => texts.includes(textOf(name)))).map((identity) => {
    const { label, left, isSlope, right } = identity;
    const at = [x, ...places];
    const lefts = derivativesAlong(functionOf(readFormula(left)!), at, isSlope ? 1 : 0);
    const rights = derivativesAlong(functionOf(readFormula(right)!), at, 0);
    return {
      label,
      left: lefts[0]!,
      right: rights[0]!,
      worst: Math.max(...lefts.map((each, k) => Math.abs(each - rights[k]!))),
      sides: isSlope ? undefined : ([left, right] as const),
    };
  });
}
