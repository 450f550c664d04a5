/**
 * What exercises about a cell's equations need: a cell of one unit with its values, and choices among right-hand sides
 * that the cell itself judges. Nothing is typed in as right.
 */
import { type Cell, network, parametersOf, random, run, stepTex } from 'unrolled';

const ONE = { X: 1, H: 1, Y: 1 };

/** Numbers of one time step by their symbols: weights, the states before, and what the step computes. */
export type StepValues = Readonly<Record<string, number>>;

/** The names of a cell's states before the first step: `h_0`, `c_0`. */
const statesOf = (cell: Cell): string[] => Object.keys(cell.state(ONE)).map((symbol) => `${symbol}_0`);

/** A cell of one unit that reads x: every value by its symbol, one number for each step. Parameters not given are 0. */
export function unit(cell: Cell, own: StepValues, x: readonly number[]): (symbol: string) => number[] {
  const shapes = { ...parametersOf(cell, ONE), ...Object.fromEntries(statesOf(cell).map((name) => [name, [1]])) };
  const given = Object.entries(shapes).map(([name, shape]) => [name, { shape, data: Float64Array.of(own[name] ?? 0) }]);
  const sequence = { shape: [x.length, 1], data: Float64Array.from(x) };
  const program = network(cell, { ...ONE, T: x.length, loss: 'mse' });
  const values = run(program, { ...Object.fromEntries(given), x: sequence, target: sequence });
  return (symbol) => Array.from(values.get(symbol)!.data);
}

/** One step of a cell of one unit with random weights and states, in which wrong equations do not come out right by chance. */
export function trialStep(cell: Cell, x = 0.9): StepValues {
  const names = [...Object.keys(parametersOf(cell, ONE)), ...statesOf(cell)];
  const weights = Object.fromEntries(names.map((name) => [name, random(1).normal(name)]));
  const values = unit(cell, weights, [x]);
  const computed = stepTex(cell).map(({ symbol }) => [symbol, values(symbol)[0]!] as const);
  return { ...weights, x, ...Object.fromEntries(computed) };
}

/** One of the choices for an equation: its right-hand side, and what that computes. */
export interface Candidate {
  readonly tex: string;
  readonly of: (values: StepValues) => number;
  readonly reason: string;
}

/** The choices of an equation, judged by the cell: right is what gives its number, and only one may. */
export function judged(now: StepValues, symbol: string, candidates: readonly Candidate[]) {
  const truth = now[symbol]!;
  const choices = candidates.map(({ tex, of, reason }) => {
    const value = of(now);
    const correct = Math.abs(value - truth) < 1e-12;
    const numbersToo = `With random weights it gives ${digits(value, 3)}, where the cell has ${digits(truth, 3)}.`;
    return { text: `*${symbol}*\u00a0=\u00a0$${tex}$`, correct, reason: correct ? reason : `${reason} ${numbersToo}` };
  });
  if (choices.filter(({ correct }) => correct).length !== 1)
    throw new Error(`the cell does not single out one equation for ${symbol}`);
  return choices;
}

/** The engine's own formula of a symbol, cut into pieces to be put in order. */
export function piecesOf(cell: Cell, symbol: string, cuts: RegExp): string[] {
  const { tex } = stepTex(cell).find((each) => each.symbol === symbol)!;
  return tex.split(cuts).map((piece) => `$${piece.trim()}$`);
}

/** So many digits after the point, with a real minus sign, for a sentence. */
export const digits = (x: number, places = 4): string => x.toFixed(places).replace('-', '−');
