/**
 * Judging answers: no DOM, no words. What an exercise asks is a `Question`, an answer is the text that the reader's
 * input amounts to, and a `Judgement` says what is to be told.
 */
import { readNumber, readShape } from './numbers.ts';

export type Question =
  | { kind: 'number'; answer: number; tolerance?: number | undefined; unit?: string | undefined; wrong: number[] }
  | { kind: 'shape'; answer: number[]; wrong: number[][] }
  | { kind: 'choice'; right: number[]; of: number }
  | { kind: 'order'; of: number };

export type Slip = 'rounded' | 'nearby' | 'sign' | 'transposed';

export interface Judgement {
  readonly verdict: 'right' | 'near' | 'wrong' | 'empty' | 'unreadable';
  readonly slip?: Slip;
  /** Index of the known wrong answer, or of the choice, whose reason is to be told. */
  readonly reason?: number;
  /** Right choices not yet taken. */
  readonly missing?: number;
  /** Items at the start that are in place. */
  readonly inPlace?: number;
}

export function judge(question: Question, answer: string): Judgement {
  if (answer.trim() === '') return { verdict: 'empty' };
  switch (question.kind) {
    case 'number':
      return judgeNumber(question, readNumber(answer, question.unit));
    case 'shape':
      return judgeShape(question, readShape(answer));
    case 'choice':
      return judgeChoice(question.right, indices(answer));
    case 'order':
      return judgeOrder(indices(answer));
  }
}

/** How the numbers of choices and items are written in an answer. */
export const indices = (answer: string): number[] => answer.split(',').map(Number);

/** Half a unit of the third significant digit; whole numbers are exact. */
export const defaultTolerance = (answer: number): number =>
  Number.isInteger(answer) ? 0 : 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(answer))) - 2);

/** A hair wider than the tolerance, so that a bound itself counts, whatever its last bit. */
export const isWithin = (x: number, answer: number, tolerance = defaultTolerance(answer)): boolean =>
  Math.abs(x - answer) <= tolerance + 1e-9 * Math.max(1e-6, Math.abs(answer));

function judgeNumber(
  { answer, tolerance, wrong }: Extract<Question, { kind: 'number' }>,
  readings: number[],
): Judgement {
  if (readings.length === 0) return { verdict: 'unreadable' };
  if (readings.some((x) => isWithin(x, answer, tolerance))) return { verdict: 'right' };
  const reason = wrong.findIndex((value) => readings.some((x) => isWithin(x, value, tolerance)));
  if (reason >= 0) return { verdict: 'wrong', reason };
  const near = (tolerance ?? defaultTolerance(answer)) * 10;
  if (near > 0 && readings.some((x) => isRounded(x, answer))) return { verdict: 'near', slip: 'rounded' };
  if (near > 0 && readings.some((x) => isWithin(x, answer, near))) return { verdict: 'near', slip: 'nearby' };
  if (answer !== 0 && readings.some((x) => isWithin(-x, answer, tolerance))) return { verdict: 'wrong', slip: 'sign' };
  return { verdict: 'wrong' };
}

const isRounded = (x: number, answer: number): boolean => [1, 2].some((d) => x === Number(answer.toPrecision(d)));

function judgeShape({ answer, wrong }: Extract<Question, { kind: 'shape' }>, shape?: number[]): Judgement {
  if (!shape) return { verdict: 'unreadable' };
  const is = (other: number[]): boolean => other.join() === shape.join();
  if (is(answer)) return { verdict: 'right' };
  const reason = wrong.findIndex(is);
  if (reason >= 0) return { verdict: 'wrong', reason };
  return is(answer.toReversed()) ? { verdict: 'wrong', slip: 'transposed' } : { verdict: 'wrong' };
}

function judgeChoice(right: number[], taken: number[]): Judgement {
  const reason = taken.find((choice) => !right.includes(choice));
  if (reason !== undefined) return { verdict: 'wrong', reason };
  const missing = right.length - taken.length;
  return missing > 0
    ? { verdict: 'near', missing }
    : { verdict: 'right', ...(right.length === 1 && { reason: right[0] }) };
}

function judgeOrder(order: number[]): Judgement {
  const first = order.findIndex((item, place) => item !== place);
  return first < 0 ? { verdict: 'right' } : { verdict: 'wrong', inPlace: first };
}

/** The order in which items are shown first: the same on every visit, and never the right one. */
export function shuffled(of: number, seed: string): number[] {
  const rank = (item: number): number =>
    [...`${seed}/${item}`].reduce((hash, c) => Math.imul(hash ^ c.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);
  const order = Array.from({ length: of }, (_, item) => item).sort((a, b) => rank(a) - rank(b));
  return judgeOrder(order).verdict === 'right' ? order.reverse() : order;
}
