/**
 * The chain rule over one list of equations, from the last to the first: what `backward` and the reverse of a scan do.
 * Emits equations, never numbers. Which values take part is settled before (`dependence.ts`), the rule at one op is in
 * `through.ts`.
 */

import { Builder, type Label, type Var } from './builder.ts';
import { contributions, dependents, namedParents } from './dependence.ts';
import type { Op } from './op.ts';
import {
  type Equation,
  isScan,
  type Name,
  type OpEquation,
  type Operand,
  type Program,
  type Role,
  type ScanEquation,
  shapesOf,
} from './program.ts';
import { reverseScan } from './reverse-scan.ts';
import type { Rules } from './rules.ts';
import type { Shape } from './tensor.ts';
import { apply, through } from './through.ts';

/** The reverse walk over one list of equations: a whole program, or the body of a scan. */
export class Chain {
  readonly equations: Equation[] = [];
  /** Gradients so far: sums are extended until all contributions are in. */
  readonly gradients = new Map<Name, Name>();
  readonly program: Program;
  readonly objective: string;
  readonly rules: Rules;
  private readonly shapes: Map<Name, Shape>;
  private readonly forward: ReadonlyMap<Name, OpEquation>;
  private readonly parents: ReadonlyMap<Name, Name>;
  readonly needed: Set<Name>;
  private readonly expected: ReadonlyMap<Name, number>;
  private readonly received = new Map<Name, number>();
  /** Scans of the program that must also collect values which the backward pass reads. */
  readonly replaced = new Map<ScanEquation, ScanEquation>();

  /** @param incoming contributions that values receive from outside of the list */
  constructor(
    program: Program,
    objective: string,
    wrt: ReadonlySet<Name>,
    incoming: ReadonlyMap<Name, number>,
    rules: Rules,
  ) {
    this.program = program;
    this.objective = objective;
    this.rules = rules;
    this.shapes = shapesOf(program);
    this.forward = new Map(
      program.equations.flatMap((equation) => (isScan(equation) ? [] : [[equation.name, equation]])),
    );
    this.parents = namedParents(program);
    this.needed = dependents(program, wrt);
    this.expected = contributions(program, this.needed, incoming);
  }

  shapeOf = (name: Name): Shape => this.shapes.get(name)!;
  gradientName = (name: Name): Name => `d${this.objective}/d${grouped(name)}`;

  /** Whether other contributions join: then a single one is not yet the gradient. */
  isSole = (name: Name): boolean => this.expected.get(name) === 1;
  replacement = (equation: Equation): Equation => (isScan(equation) && this.replaced.get(equation)) || equation;

  /** dL/dL = 1. */
  seed(objective: Name): void {
    this.receive(objective, this.constant(objective, 1, 'seed'));
  }

  /** A gradient that is 0, because the objective does not depend on the value. */
  zero = (value: Name, name?: Name): Name => this.constant(value, 0, 'sum', name);

  private constant(of: Name, value: number, role: Role, name = this.gradientName(of)): Name {
    const shape = this.shapeOf(of);
    this.push({ op: 'fill', name, inputs: [], attributes: { shape, value }, shape, ...this.about(of), role });
    return name;
  }

  walk(): void {
    for (const equation of this.program.equations.toReversed()) {
      if (isScan(equation)) reverseScan(this, equation);
      else if (this.gradients.has(equation.name)) this.differentiate(equation);
    }
  }

  push(equation: Equation): void {
    this.equations.push(equation);
    if (!isScan(equation)) this.shapes.set(equation.name, equation.shape);
  }

  /** Takes in a contribution that no single equation of this list computes. */
  enter(value: Name, name: Name): void {
    this.shapes.set(name, this.shapeOf(value));
    this.receive(value, name);
  }

  /** Takes a contribution in: the first is the gradient itself, later ones are added. */
  receive(value: Name, contribution: Name, from?: OpEquation): void {
    const before = this.gradients.get(value);
    const count = (this.received.get(value) ?? 0) + 1;
    this.received.set(value, count);
    if (before === undefined) {
      this.gradients.set(value, contribution);
      return;
    }
    const shape = this.shapeOf(value);
    const name = count < this.expected.get(value)! ? `${contribution}+` : this.gradientName(value);
    const isAdded = this.rules.terms === 'add' || !this.isParameter(value);
    this.push({
      ...(isAdded ? { op: 'add', inputs: [before, contribution] } : { op: 'identity', inputs: [contribution] }),
      name,
      shape,
      ...this.about(value),
      ...this.placeOf(value, from),
      role: 'sum',
    });
    this.gradients.set(value, name);
  }

  private differentiate(equation: OpEquation): void {
    const op = this.rules.ops[equation.op]!;
    const upstream = this.gradients.get(equation.name)!;
    equation.inputs.forEach((input, k) => {
      if (typeof input === 'number' || !this.needed.has(input)) return;
      this.receive(input, this.contribute(equation, op, k, input, upstream), equation);
    });
  }

  /** Emits ∂L/∂(operand k) as far as it comes through this equation, and returns its name. */
  private contribute(equation: OpEquation, op: Op, k: number, input: Name, upstream: Name): Name {
    const builder = new Builder();
    const known = new Map<Name, Var>();
    const read = (name: Name): Var => {
      const made = known.get(name) ?? builder.input({ name, symbol: name, shape: this.shapeOf(name), kind: 'data' });
      known.set(name, made);
      return made;
    };
    const x = equation.inputs.map((operand: Operand) =>
      typeof operand === 'number' ? operand : read(operand),
    ) as Var[];
    const y = read(equation.name);
    const g = read(upstream);
    const isNamed = this.parents.get(input) === input;
    const labels = new Map<Name, Label>();
    const { local, result } = through(op, k, g, x, y, equation.attributes);
    if (result === g && !isNamed) return upstream;
    if (local?.id.startsWith('%')) {
      const name = this.fresh(`d${grouped(equation.name)}/d${grouped(input)}`);
      labels.set(local.id, { name, ...this.valueOf(equation.name), named: true });
    }
    const product = result === g ? apply('identity', g) : result;
    const place = this.placeOf(input, equation);
    const common = { of: equation.name, wrt: input, ...(equation.step !== undefined && { step: equation.step }) };
    labels.set(product.id, {
      name: this.contributionName(input, equation),
      symbol: this.valueOf(input).symbol,
      ...place,
      role: 'product',
      upstream,
    });
    const { equations, rename } = builder.finish(
      labels,
      {
        role: 'local',
        ...common,
        ...withT(this.valueOf(equation.name).t),
      },
      (name) => this.shapes.has(name),
    );
    for (const each of equations) this.push(each);
    return rename(product.id);
  }

  /** The gradient itself when nothing else contributes; otherwise where it comes from: `dL/dh_2←a_3`. */
  private contributionName(value: Name, from: OpEquation): Name {
    const gradient = this.gradientName(value);
    if (this.expected.get(value) === 1) return gradient;
    const usual = `${gradient}←${this.parents.get(from.name) ?? from.name}`;
    const name = this.shapes.has(usual) ? `${gradient}←${from.name}` : usual;
    return this.fresh(name);
  }

  /** Takes a name for a value that a scan collects. */
  claim(wish: Name, shape: Shape): Name {
    const name = this.fresh(wish);
    this.shapes.set(name, shape);
    return name;
  }

  /** A name that no other value has. */
  fresh = (name: Name): Name => (this.shapes.has(name) ? this.fresh(`${name}′`) : name);

  private isParameter = (name: Name): boolean =>
    this.program.inputs.some((input) => input.name === name && input.kind === 'parameter');

  /** Symbol and time index of a value. */
  private valueOf(name: Name): { symbol: string; t?: number } {
    const known = this.forward.get(name) ?? this.program.inputs.find((input) => input.name === name);
    return { symbol: known?.symbol ?? name, ...withT(known?.t) };
  }

  private about(name: Name) {
    const step = this.forward.get(name)?.step;
    return { ...this.valueOf(name), ...(step !== undefined && { step }), named: true, wrt: name };
  }

  /** A shared parameter has no time of its own: its terms carry the step that they come from. */
  private placeOf(value: Name, from?: OpEquation) {
    const t =
      this.valueOf(value).t ??
      (this.program.inputs.some(({ name }) => name === value) ? (from?.t ?? from?.step) : undefined);
    return { ...withT(t), ...(from?.step !== undefined && { step: from.step }) };
  }
}

/** `y − target` → `(y − target)`, before it stands under a ∂. */
const grouped = (name: Name): Name => (name.includes(' ') && !/^\w*\(.*\)$/.test(name) ? `(${name})` : name);

const withT = (t: number | undefined) => (t === undefined ? {} : { t });
