/** From what an author writes in an exercise to the question that is checked; what cannot be asked fails the build. */
import { type Question, shuffled } from './check.ts';
import { readShape } from './numbers.ts';

export interface Asked {
  id: string;
  kind: 'number' | 'shape' | 'choice' | 'order';
  question: string;
  /** For `number`, from the engine; for `shape`, as `3×5` or `[3, 5]`. */
  answer?: number | string | readonly number[];
  /** For `number`: how far off is right. Whole numbers are exact; others are right to three digits. */
  tolerance?: number;
  unit?: string;
  /** For `choice`; when several are correct, all of them are to be found. */
  choices?: readonly { text: string; correct?: boolean; reason?: string }[];
  /** For `order`, in the right order. */
  items?: readonly string[];
  hints?: readonly string[];
  /** Wrong answers that readers come to, and how. */
  wrong?: readonly { value: number | string | readonly number[]; reason: string }[];
}

export function questionOf({
  id,
  kind,
  answer,
  tolerance,
  unit,
  choices = [],
  items = [],
  wrong = [],
}: Asked): Question {
  const fail = (why: string): never => {
    throw new Error(`Exercise ${id}: ${why}`);
  };
  const number = (value: unknown): number =>
    typeof value === 'number' && Number.isFinite(value) ? value : fail(`${value} is no number`);
  const shape = (value: unknown): number[] =>
    (Array.isArray(value) ? [...value] : readShape(String(value))) ?? fail(`"${value}" is no shape`);
  const right = choices.flatMap(({ correct }, i) => (correct ? [i] : []));
  switch (kind) {
    case 'number':
      return { kind, answer: number(answer), tolerance, unit, wrong: wrong.map(({ value }) => number(value)) };
    case 'shape':
      return { kind, answer: shape(answer), wrong: wrong.map(({ value }) => shape(value)) };
    case 'choice':
      return right.length ? { kind, right, of: choices.length } : fail('no choice is correct');
    case 'order':
      return items.length > 1 ? { kind, of: items.length } : fail('there is nothing to order');
  }
}

/** The order in which the items are shown first. */
export const startOf = ({ id, kind, items = [] }: Asked): number[] =>
  kind === 'order' ? shuffled(items.length, id) : [];
