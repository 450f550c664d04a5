/**
 * The bugs: each is the engine's rule table with one entry changed. Nothing else about the engine is different, and each
 * is a mistake that people make when they write a backward pass by hand.
 */
import { matvec, ops, RULES, type Rules, square, sub } from 'unrolled';

type Row = Rules['ops'][string];

/** The rule table with one row of the op table changed. */
const withRow = (name: string, change: (row: Row) => Partial<Row>): Rules => ({
  ...RULES,
  ops: { ...ops, [name]: { ...ops[name]!, ...change(ops[name]!) } },
});

/** How a gradient gets through W·x to x, for rows that list their pullbacks. */
type Pullbacks = Extract<NonNullable<Row['pullbacks']>, readonly unknown[]>;

export const BUGS = {
  /** `dW = …` where it should be `dW += …`. */
  assigned: { ...RULES, terms: 'replace' },
  /** What the next step says to the state is forgotten. */
  future: { ...RULES, future: 'drop' },
  /** The gradients of the pass before are still there. */
  leftover: { ...RULES, start: 'before' },
  /** 1 − a² in place of 1 − h²: the slope of tanh, at the wrong one of its two numbers. */
  argument: withRow('tanh', () => ({ partials: [([a]) => sub(1, square(a!))] })),
  /** W·g in place of Wᵀ·g. Where W is not square it would not fit, and be found at once. */
  transpose: withRow('matvec', ({ pullbacks }) => {
    const [byMatrix, byVector] = pullbacks as Pullbacks;
    return {
      pullbacks: [
        byMatrix!,
        (g, x, ...rest) => (x[0]!.shape[0] === x[0]!.shape[1] ? matvec(x[0]!, g) : byVector!(g, x, ...rest)),
      ],
    };
  }),
  /** No bug. */
  none: RULES,
} satisfies Record<string, Rules>;

export type BugId = keyof typeof BUGS;
export const BUG_IDS = Object.keys(BUGS) as readonly BugId[];
