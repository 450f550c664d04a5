/** The functions that the explorer offers, and what is known of their series. Of typed formulas, only some. */
import { expressions } from 'unrolled';
import { readFormula } from './state.ts';

/** How far a series goes, by the point of expansion a. */
export interface Reach {
  /** Radius of convergence. */
  readonly radius: number;
  /** Distance up to which the sum of the series is the function. Less than the radius for what is not analytic. */
  readonly holds: number;
  /** Why no further. */
  readonly why: 'entire' | 'real' | 'complex' | 'kink' | 'flat';
}

interface Known {
  readonly label: string;
  readonly text: string;
  readonly reach: (a: number) => Reach;
}

const entire = (): Reach => ({ radius: Number.POSITIVE_INFINITY, holds: Number.POSITIVE_INFINITY, why: 'entire' });
/** The nearest place where the function is infinite lies at ±bi, off the line of real numbers. */
const offLine =
  (b: number) =>
  (a: number): Reach => {
    const radius = Math.hypot(a, b);
    return { radius, holds: radius, why: 'complex' };
  };

export const KNOWN: readonly Known[] = [
  { label: 'eˣ', text: 'e^x', reach: entire },
  { label: 'sin x', text: 'sin(x)', reach: entire },
  { label: 'tanh x', text: 'tanh(x)', reach: offLine(Math.PI / 2) },
  { label: 'σ(x)', text: 'σ(x)', reach: offLine(Math.PI) },
  { label: 'softplus(x)', text: 'softplus(x)', reach: offLine(Math.PI) },
  {
    label: 'ReLU(x)',
    text: 'ReLU(x)',
    reach: (a) => ({ radius: Number.POSITIVE_INFINITY, holds: Math.abs(a), why: 'kink' }),
  },
  {
    label: 'e^(−1/x²)',
    text: 'flat(x)',
    reach: (a) => ({ radius: a === 0 ? Number.POSITIVE_INFINITY : Math.abs(a), holds: Math.abs(a), why: 'flat' }),
  },
  { label: '1/(1 + x²)', text: '1/(1 + x^2)', reach: offLine(1) },
];

/** Not offered, but often typed: what stands at 0 is the nearest thing in the way. */
const FURTHER: ReadonlySet<string> = new Set(['1/x', 'log(x)', 'sqrt(x)', '1/x^2', 'log(abs(x))']);

const same = (a: string, b: string): boolean => canonical(a) === canonical(b);
const canonical = (text: string): string => {
  const formula = readFormula(text);
  return formula ? expressions.print(formula) : text;
};

/** Which of the offered functions a text is. */
export const knownBy = (text: string): Known | undefined => KNOWN.find((each) => same(each.text, text));

/** What is known of the series of a formula; undefined where the engine cannot tell. */
export function reachOf(text: string, a: number): Reach | undefined {
  const known = knownBy(text);
  if (known) return known.reach(a);
  if (FURTHER.has(canonical(text))) return { radius: Math.abs(a), holds: Math.abs(a), why: 'real' };
  const formula = readFormula(text);
  return formula && isEntire(formula) ? entire() : undefined;
}

const ENTIRE: ReadonlySet<string> = new Set(['exp', 'sin', 'cos', 'sinh', 'cosh']);

/** Sums, products, whole powers and functions that have no end anywhere: nor has the whole. */
function isEntire(part: expressions.Expression): boolean {
  switch (part.kind) {
    case 'number':
    case 'constant':
    case 'variable':
      return true;
    case 'negative':
      return isEntire(part.of);
    case 'call':
      return ENTIRE.has(part.name) && part.args.every(isEntire);
    case 'operation': {
      const { operator, left, right } = part;
      if (operator === '/') return isEntire(left) && isConstant(right) && isNonzero(right);
      if (operator !== '^') return isEntire(left) && isEntire(right);
      const isWhole = right.kind === 'number' && Number.isInteger(right.value) && right.value <= 100;
      return (isConstant(left) && isNonzero(left) && isEntire(right)) || (isWhole && isEntire(left));
    }
  }
}

const isConstant = (part: expressions.Expression): boolean => part.kind === 'number' || part.kind === 'constant';
const isNonzero = (part: expressions.Expression): boolean => part.kind !== 'number' || part.value !== 0;
