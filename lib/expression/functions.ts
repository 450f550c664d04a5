/**
 * The functions that a formula may call: what they are called, and what they are in the engine's ops. Numbers are
 * computed at once, by the same op; everything else becomes equations.
 */
import type { Var } from '../builder.ts';
import * as engine from '../ops.ts';

/** A traced value, or a number that is known already. */
export type Value = Var | number;
type Apply = (...args: readonly Value[]) => Value;

const fold =
  (name: string, op: (...args: readonly Value[]) => Var): Apply =>
  (...args) =>
    args.every((arg) => typeof arg === 'number') ? engine.ops[name]!.pointwise!(...args) : op(...alike(args));

/** Single numbers beside a vector, spread over it. */
function alike(args: readonly Value[]): readonly Value[] {
  const vector = args.find((arg) => typeof arg !== 'number' && arg.shape.length > 0);
  if (vector === undefined || typeof vector === 'number') return args;
  return args.map((arg) => (typeof arg === 'number' || arg.shape.length > 0 ? arg : engine.spread(arg, vector.shape)));
}

const unary =
  (name: string, op: (x: Var) => Var): Apply =>
  (x) =>
    typeof x === 'number' ? engine.ops[name]!.pointwise!(x) : op(x!);

export const add = fold('add', engine.add);
export const sub = fold('sub', engine.sub);
export const mul = fold('mul', engine.mul);
export const div = fold('div', engine.div);
export const power = fold('power', engine.power);
export const square = unary('square', engine.square);
export const sqrt = unary('sqrt', engine.sqrt);
export const exp = unary('exp', engine.exp);
/** A value under a second name; a number becomes an equation too, in the program of `like`. */
export const identity = (x: Value, like?: Var): Var =>
  typeof x === 'number' ? engine.fill(like!, x, []) : engine.identity(x);
const sin = unary('sin', engine.sin);
const cos = unary('cos', engine.cos);
const max = fold('max', engine.max);
const negative: Apply = (x) => mul(-1, x!);
const half =
  (combine: Apply): Apply =>
  (x) =>
    mul(0.5, combine(exp(x!), exp(negative(x!))));

interface Entry {
  readonly also: readonly string[];
  readonly arity: number;
  readonly tex: string;
  readonly apply: Apply;
}

const entry = (tex: string, apply: Apply, also: readonly string[] = [], arity = 1): Entry => ({
  ...{ also, arity, tex, apply },
});

/** By the name that is printed; `also` are other ways to type it. */
// biome-ignore format: one table, one row per function
export const functions = {
  exp:      entry('\\exp', exp),
  log:      entry('\\log', unary('log', engine.log), ['ln']),
  sin:      entry('\\sin', sin),
  cos:      entry('\\cos', cos),
  tan:      entry('\\tan', (x) => div(sin(x!), cos(x!))),
  sinh:     entry('\\sinh', half(sub)),
  cosh:     entry('\\cosh', half(add)),
  tanh:     entry('\\tanh', unary('tanh', engine.tanh)),
  'σ':      entry('\\sigma', unary('sigmoid', engine.sigmoid), ['sigmoid', 'logistic', 'sigma']),
  softplus: entry('\\operatorname{softplus}', unary('softplus', engine.softplus)),
  'Φ':      entry('\\Phi', unary('normalCdf', engine.normalCdf), ['Phi']),
  ReLU:     entry('\\operatorname{ReLU}', unary('relu', engine.relu), ['relu']),
  sqrt:     entry('\\sqrt', sqrt, ['√']),
  abs:      entry('\\operatorname{abs}', unary('abs', engine.abs)),
  sign:     entry('\\operatorname{sign}', unary('sign', engine.sign), ['sgn']),
  step:     entry('\\operatorname{step}', unary('step', engine.step)),
  flat:     entry('\\operatorname{flat}', unary('flat', engine.flatAtZero)),
  max:      entry('\\max', max, [], 2),
  min:      entry('\\min', (a, b) => negative(max(negative(a!), negative(b!))), [], 2),
} satisfies Record<string, Entry>;

/** The functions that a formula can call. */
export type FunctionName = keyof typeof functions;

/** Every way to type a function → its name. */
export const functionNames: ReadonlyMap<string, FunctionName> = new Map(
  (Object.entries(functions) as [FunctionName, Entry][]).flatMap(([name, { also }]) =>
    [name, ...also].map((typed) => [typed, name] as const),
  ),
);
