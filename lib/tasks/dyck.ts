import { oneHot } from '../losses/one-hot.ts';
import { log } from '../math.ts';
import { type Counts, count, scoreCounts } from './automaton.ts';
import { defineTask } from './define.ts';
import type { Bounds } from './task.ts';

const KINDS = ['()', '[]', '{}', '<>'] as const;

/** ways[r][d]: in how many ways r brackets bring depth d back to 0, of one kind and never deeper than `deepest`. */
function waysBack(T: number, deepest: number): number[][] {
  const ways: number[][] = [Array.from({ length: deepest + 2 }, (_, d) => (d === 0 ? 1 : 0))];
  for (let r = 1; r <= T; r++) {
    const before = ways[r - 1]!;
    ways.push(before.map((_, d) => (d > deepest ? 0 : (d > 0 ? before[d - 1]! : 0) + before[d + 1]!)));
  }
  return ways;
}

interface Size {
  readonly T: number;
  readonly kinds: number;
  readonly deepest: number;
}

/** The chance that the next bracket opens, at depth d after t brackets: every string being equally likely. */
function chanceToOpen({ T, deepest }: Size): (t: number, d: number) => number {
  const ways = waysBack(T, deepest);
  return (t, d) => (d < deepest && t < T ? ways[T - t - 1]![d + 1]! / ways[T - t]![d]! : 0);
}

interface Place {
  readonly t: number;
  readonly d: number;
  readonly last: 'open' | 'close';
  readonly chance: number;
}

/** All places at which a next bracket is predicted, after t brackets at depth d, and how likely a string comes there. */
function places(size: Size): Place[] {
  const opens = chanceToOpen(size);
  const all: Place[] = [];
  let now: readonly Place[] = [{ t: 1, d: 1, last: 'open', chance: 1 }];
  for (let t = 1; t <= size.T; t++) {
    all.push(...now);
    const next = new Map<string, Place>();
    const reach = (d: number, last: Place['last'], chance: number) => {
      const key = `${last} ${d}`;
      if (chance > 0) next.set(key, { t: t + 1, d, last, chance: chance + (next.get(key)?.chance ?? 0) });
    };
    for (const { d, chance } of now) {
      reach(d + 1, 'open', chance * opens(t, d));
      reach(d - 1, 'close', chance * (1 - opens(t, d)));
    }
    now = [...next.values()];
  }
  return all;
}

function bounds(size: Size): Bounds {
  const { T, kinds, deepest } = size;
  const opens = chanceToOpen(size);
  const counts: Counts = new Map();
  const ofEachKind = (what: string, last: string, times: number) => {
    for (let k = 0; k < kinds; k++) count(counts, last, `${what} ${k}`, times / kinds);
  };
  let right = 0;
  for (const { t, d, last, chance } of places(size)) {
    const p = opens(t, d);
    right += chance * (t === T ? 1 : Math.max(p / kinds, 1 - p));
    if (t === T) {
      count(counts, last, 'end', chance);
      continue;
    }
    ofEachKind('open', last, chance * p);
    // What was opened last is closed next; what encloses a closed pair may be of any kind.
    if (last === 'open') count(counts, last, 'close it', chance * (1 - p));
    else ofEachKind('close', last, chance * (1 - p));
  }
  const frequencies: Counts = new Map();
  for (let k = 0; k < kinds; k++) {
    count(frequencies, '', `open ${k}`, (T / 2 - 1) / kinds);
    count(frequencies, '', `close ${k}`, T / 2 / kinds);
  }
  count(frequencies, '', 'end', 1);
  const loss = (log(waysBack(T, deepest)[T]![0]!) + (T / 2 - 1) * log(kinds)) / T;
  return {
    floor: { id: 'floor', loss, accuracy: right / T, rule: 'all strings that begin like this one, equally likely' },
    baseline: { id: 'constant', ...scoreCounts(frequencies), rule: 'how frequent each bracket is' },
    others: [{ id: 'bigram', ...scoreCounts(counts), rule: 'what follows the last bracket how often' }],
  };
}

/** Whether brackets match: a stack, the memory that the task asks for. */
export function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const bracket of text) {
    const kind = KINDS.find((pair) => pair.includes(bracket));
    if (!kind) return false;
    if (bracket === kind[0]) open.push(kind);
    else if (open.pop() !== kind) return false;
  }
  return open.length === 0;
}

/**
 * Brackets: the next symbol of a string of T brackets of some kinds that all match, no deeper than `deepest`; then a full
 * stop. (Dyck languages, Chomsky & Schützenberger 1963.) All such strings are equally likely.
 *
 * With C strings of one kind, there are C·kinds^(T/2) of them, and the best predictor pays the logarithm of that for every
 * single one, less the first bracket, which is given: the floor is (ln C + (T/2 − 1)·ln kinds)/T. For any depth C is the
 * Catalan number. One kind needs a counter; more kinds need a stack, as what must be closed is what was opened last.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.dyck.generate(1997).text // → {[][()](){(())}}[]{}.
 * tasks.dyck.bounds({ T: 4, kinds: 1 }).floor.loss // → 0.1732…
 * ```
 */
export const dyck = defineTask({
  id: 'dyck',
  name: 'Brackets',
  description: 'Predict the next bracket of a string in which all brackets match.',
  loss: 'crossEntropy',
  options: {
    T: { default: 20, min: 2, max: 200 },
    kinds: { default: 3, min: 1, max: 4 },
    deepest: { default: 10, min: 1, max: 100 },
  },
  bounds: (size) => bounds(checked(size)),
  make(size, draw) {
    const { T, kinds } = checked(size);
    const opens = chanceToOpen(size);
    const columns = [...KINDS.slice(0, kinds).join(''), '.'];
    const end = 2 * kinds;
    const stack: number[] = [];
    const ids: number[] = [];
    const ideal: number[][] = [];
    for (let t = 0; t < T; t++) {
      const kind = draw.uniform('open', t) < opens(t, stack.length) ? draw.integer(kinds, 'kind', t) : undefined;
      if (kind === undefined) ids.push(2 * stack.pop()! + 1);
      else ids.push(2 * stack[stack.push(kind) - 1]!);
      const open = opens(t + 1, stack.length) / kinds;
      const row = columns.map((_, k) => (k < end && k % 2 === 0 ? open : 0));
      row[stack.length > 0 ? 2 * stack.at(-1)! + 1 : end] = t + 1 === T ? 1 : 1 - kinds * open;
      ideal.push(row);
    }
    return {
      inputs: oneHot(ids, columns.length),
      targets: [...ids.slice(1), end],
      ideal,
      columns: { inputs: columns, outputs: columns },
      text: `${ids.map((id) => columns[id]).join('')}.`,
    };
  },
});

function checked(size: Size): Size {
  if (size.T % 2 === 1) throw new RangeError(`dyck: brackets that match come in pairs; T is ${size.T}.`);
  return size;
}
