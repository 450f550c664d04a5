/**
 * Random strings from a finite automaton, and what can be known about their next symbol: the machine behind the grammars.
 *
 * From a state, each arc emits a symbol and leads to a state; a state without arcs ends the string. No two arcs of a
 * state emit the same symbol, so whoever reads along knows the state, and the best prediction of the next symbol is what
 * the arcs say.
 */

import { oneHot } from '../losses/one-hot.ts';
import { log } from '../math.ts';
import { choose, type Draw, type Made } from './define.ts';
import type { Bounds } from './task.ts';

export interface Arc {
  readonly symbol: string;
  readonly to: number;
  readonly p: number;
}

/** The arcs of each state; state 0 is the start. */
export type Automaton = readonly (readonly Arc[])[];

/** Arcs that are equally likely. */
export const equally = (...arcs: readonly (readonly [symbol: string, to: number])[]): Arc[] =>
  arcs.map(([symbol, to]) => ({ symbol, to, p: 1 / arcs.length }));

/** The state after some symbols, or undefined if no string begins like that. */
export function follow(automaton: Automaton, symbols: Iterable<string>): number | undefined {
  let state: number | undefined = 0;
  for (const symbol of symbols) {
    state = automaton[state!]!.find((arc) => arc.symbol === symbol)?.to;
    if (state === undefined) return undefined;
  }
  return state;
}

/** What may come next after some symbols; nothing, if they are a whole string or begin none. */
export function nextSymbols(automaton: Automaton, symbols: Iterable<string>): string[] {
  const state = follow(automaton, symbols);
  return state === undefined ? [] : automaton[state]!.map(({ symbol }) => symbol);
}

/** Whether some symbols are a whole string. */
export function accepts(automaton: Automaton, symbols: Iterable<string>): boolean {
  const state = follow(automaton, symbols);
  return state !== undefined && automaton[state]!.length === 0;
}

/** A random string, or its first `longest` symbols. */
export function randomString(automaton: Automaton, draw: Draw, longest = Number.POSITIVE_INFINITY): string[] {
  const symbols: string[] = [];
  for (let state = 0; symbols.length < longest && automaton[state]!.length > 0; ) {
    const arcs = automaton[state]!;
    const arc =
      arcs[
        choose(
          arcs.map(({ p }) => p),
          draw.uniform('arc', symbols.length),
        )
      ]!;
    symbols.push(arc.symbol);
    state = arc.to;
  }
  return symbols;
}

/** An example: after each symbol of a string, the next one. */
export function nextSymbolExample(automaton: Automaton, alphabet: readonly string[], symbols: readonly string[]): Made {
  const ids = symbols.map((symbol) => alphabet.indexOf(symbol));
  return {
    inputs: oneHot(ids.slice(0, -1), alphabet.length),
    targets: ids.slice(1),
    ideal: ids.slice(1).map((_, t) => {
      const arcs = automaton[follow(automaton, symbols.slice(0, t + 1))!]!;
      return alphabet.map((symbol) => arcs.find((arc) => arc.symbol === symbol)?.p ?? 0);
    }),
    columns: { inputs: alphabet, outputs: alphabet },
    text: symbols.join(''),
  };
}

/** Numbers of times, by what was seen and what came next. */
export type Counts = Map<string, Map<string, number>>;

export function count(counts: Counts, seen: string, next: string, times: number): void {
  const row = counts.get(seen) ?? new Map<string, number>();
  counts.set(seen, row.set(next, (row.get(next) ?? 0) + times));
}

/** Loss and accuracy of predicting what comes next by its share after what was seen. */
export function scoreCounts(counts: Counts): { loss: number; accuracy: number } {
  let [total, loss, right] = [0, 0, 0];
  for (const row of counts.values()) {
    const values = [...row.values()].filter((times) => times > 0);
    const sum = values.reduce((a, b) => a + b, 0);
    total += sum;
    right += values.reduce((a, b) => Math.max(a, b), 0);
    for (const times of values) loss -= times * log(times / sum);
  }
  return { loss: loss / total, accuracy: right / total };
}

/** All rows in one: what comes next, whatever was seen. */
export function pooled(counts: Counts): Counts {
  const all: Counts = new Map();
  for (const row of counts.values()) for (const [next, times] of row) count(all, '', next, times);
  return all;
}

/** Below this a string that is still going on is as good as none. */
const NEGLIGIBLE = 1e-18;

/**
 * The bounds of predicting every symbol but the first, in strings of at most `longest` symbols: with the state known, with
 * the last symbol known, with nothing known. Exact: the chance of being in each state is carried from symbol to symbol.
 */
export function automatonBounds(automaton: Automaton, longest = Number.POSITIVE_INFINITY): Bounds {
  const [byState, bySymbol]: Counts[] = [new Map(), new Map()];
  let now = new Map(automaton[0]!.map((arc) => [arc, arc.p]));
  for (let length = 1; length < longest; length++) {
    const next = new Map<Arc, number>();
    for (const [last, p] of now) {
      for (const arc of automaton[last.to]!) {
        count(byState!, String(last.to), arc.symbol, p * arc.p);
        count(bySymbol!, last.symbol, arc.symbol, p * arc.p);
        next.set(arc, (next.get(arc) ?? 0) + p * arc.p);
      }
    }
    now = new Map([...next].filter(([, p]) => p > NEGLIGIBLE));
    if (now.size === 0) break;
  }
  return {
    floor: { id: 'floor', ...scoreCounts(byState!), rule: 'the state of the automaton, known from all symbols so far' },
    baseline: { id: 'constant', ...scoreCounts(pooled(bySymbol!)), rule: 'how frequent each symbol is' },
    others: [{ id: 'bigram', ...scoreCounts(bySymbol!), rule: 'what follows the last symbol how often' }],
  };
}
