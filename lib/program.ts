/**
 * A program: a flat list of named equations, as plain data. Every interpreter, printer and
 * transformation reads this list. Not a graph of objects and never closures: what a stepper
 * shows must be in the data.
 *
 * Names say what the field says: `h_2` is h at time step 2, `dL/dh_2` its gradient, and an
 * equation without a name of its own is named by what it computes (`W_hh·h_1`). Inside the
 * body of a scan time is relative: `h[t-1]`, `h[t]`.
 */
import type { Shape } from './tensor.ts';

/** What a value is called: `h_2`, `dL/dh_2`, `W_hh·h_1`. */
export type Name = string;

/** An equation's operand: the name of a value, or a literal number. */
export type Operand = Name | number;

/**
 * What an equation is for.
 * `value`: the forward pass. `seed`: dL/dL = 1. `local`: a local derivative.
 * `product`: upstream gradient times local derivative. `sum`: gradients that meet.
 */
export type Role = 'value' | 'seed' | 'local' | 'product' | 'sum';

/** Constants of an op that are not operands, e.g. the shape that a scalar is spread to. */
export interface Attributes {
  readonly shape?: Shape;
  readonly value?: number;
  readonly length?: number;
  /** Of a matrix product: which operands are transposed. */
  readonly transposed?: readonly [boolean, boolean];
  /** Of `each`: the op that is applied to every row, its attributes, and which operands have rows. */
  readonly of?: string;
  readonly inner?: Attributes;
  readonly rows?: readonly boolean[];
}

/** One op applied to operands: what is computed, its name, and why it is there. */
export interface OpEquation {
  readonly op: string;
  readonly name: Name;
  readonly inputs: readonly Operand[];
  readonly attributes?: Attributes;
  readonly shape: Shape;
  /** The value's symbol without its time: `h` of `h_2`, and of `dL/dh_2`. */
  readonly symbol: string;
  /** The value's time index (in a scan's body: offset from the current step). */
  readonly t?: number;
  /** The time step that computes it: for `dL/dh_2` from `a_3`, 3. (In a body: absent.) */
  readonly step?: number;
  /** False when the name is only the expression itself. */
  readonly named: boolean;
  readonly role: Role;
  /** Backward: the forward equation that it is the derivative of. */
  readonly of?: Name;
  /** Backward: the value whose gradient it computes or adds to. */
  readonly wrt?: Name;
  /** Backward products: the gradient that arrives, ∂L/∂(of). */
  readonly upstream?: Name;
}

/** Time as one equation: `body` run `length` times with a carry, backwards when `reverse`. */
export interface ScanEquation {
  readonly op: 'scan';
  readonly name: Name;
  readonly length: number;
  readonly reverse: boolean;
  readonly body: Program;
  /** Values of the outer program that every step reads: parameters. */
  readonly constants: readonly { readonly inner: Name; readonly outer: Name }[];
  /** State: `init` enters the first step, `next` of a step enters the following as `inner`. */
  readonly carry: readonly {
    readonly inner: Name;
    readonly init: Name;
    readonly next: Name;
    readonly final: Name;
  }[];
  /** One slice a step along the first axis. */
  readonly xs: readonly { readonly inner: Name; readonly from: Name }[];
  /** Collected a step at a time along a new first axis. */
  readonly ys: readonly { readonly inner: Name; readonly stacked: Name }[];
}

/** An equation of a program. */
export type Equation = OpEquation | ScanEquation;

/** A value that a program does not compute but is given. */
export interface Input {
  readonly name: Name;
  readonly symbol: string;
  readonly t?: number;
  readonly shape: Shape;
  /** `parameter`: learnt; `state`: carried through time, given at the start; `data`: the example. */
  readonly kind: 'parameter' | 'state' | 'data';
  /** Set by `unroll`: this input is row `index` of the sequence `of`. */
  readonly slice?: { readonly of: Name; readonly index: number };
}

/** Inputs, equations in an order in which they can be computed, and which of them are outputs. */
export interface Program {
  readonly inputs: readonly Input[];
  readonly equations: readonly Equation[];
  readonly outputs: Readonly<Record<string, Name>>;
  /** Of a backward program: value → the name of its finished gradient. */
  readonly gradients?: Readonly<Record<Name, Name>>;
}

/** Whether an equation is a scan. */
export const isScan = (equation: Equation): equation is ScanEquation => equation.op === 'scan';

/** `h` at step 2 → `h_2`; without a time, the symbol itself. */
export const timed = (symbol: string, t?: number): Name => (t === undefined ? symbol : `${symbol}_${t}`);

/** `h` one step back, inside a scan's body → `h[t-1]`. */
export const relative = (symbol: string, offset = 0): Name =>
  `${symbol}[t${offset === 0 ? '' : offset > 0 ? `+${offset}` : offset}]`;

/** Puts step t into a body's name: `W_hh·h[t-1]` at 3 → `W_hh·h_2`. */
export const atStep = (name: Name, t: number): Name =>
  name.replace(/\[t([+-]\d+)?\]/g, (_, offset?: string) => `_${t + Number(offset ?? 0)}`);

/** Equations that are one op each; a program without scans has no others. */
export function flat(program: Program): readonly OpEquation[] {
  return program.equations.map((equation) => {
    if (isScan(equation)) throw new TypeError(`${equation.name} is a scan; unroll the program first`);
    return equation;
  });
}

/** The shape of every value of a program, by name; of what a scan computes, those of the sequences that it leaves. */
export function shapesOf(program: Program): Map<Name, Shape> {
  const shapes = new Map(program.inputs.map(({ name, shape }) => [name, shape]));
  for (const equation of program.equations) {
    if (!isScan(equation)) {
      shapes.set(equation.name, equation.shape);
      continue;
    }
    const inner = shapesOf(equation.body);
    for (const { inner: name, stacked } of equation.ys) shapes.set(stacked, [equation.length, ...inner.get(name)!]);
    for (const { next, final } of equation.carry) shapes.set(final, inner.get(next)!);
  }
  return shapes;
}
