/**
 * What tracing writes into: symbolic values, and the list of equations that ops on them leave. Names are settled when
 * the list is finished.
 */
import { formOf, LITERAL, type Op, type Written, write } from './op.ts';
import {
  type Attributes,
  type Input,
  type Name,
  type OpEquation,
  type Operand,
  relative,
  type ScanEquation,
} from './program.ts';
import { type Shape, showShape } from './tensor.ts';

/** A symbolic value: what cells and layers compute with while they are traced. */
export class Var {
  readonly id: Name;
  readonly shape: Shape;
  readonly builder: Builder;
  constructor(id: Name, shape: Shape, builder: Builder) {
    this.id = id;
    this.shape = shape;
    this.builder = builder;
  }
}

/** An equation whose name is not settled yet. */
interface Draft {
  readonly id: Name;
  readonly op: Op;
  readonly inputs: readonly Operand[];
  readonly attributes?: Attributes;
  readonly shape: Shape;
}

/** What a traced value is called, and anything else that its equation shall know. */
export type Label = Pick<OpEquation, 'name' | 'symbol'> & Partial<OpEquation>;

export class Builder {
  readonly inputs: Input[] = [];
  readonly equations: (Draft | ScanEquation)[] = [];
  /** Values of the parent that this body reads. */
  readonly captured = new Map<Var, Var>();

  readonly parent: Builder | undefined;
  constructor(parent?: Builder) {
    this.parent = parent;
  }

  input(input: Input): Var {
    const { name, shape } = input;
    if (!shape.every((extent) => Number.isInteger(extent) && extent >= 1))
      throw new ShapeError(`${name}: extents are whole numbers of at least 1, not [${shape.map(String).join(', ')}]`);
    this.inputs.push(input);
    return new Var(input.name, input.shape, this);
  }

  emit(op: Op, operands: readonly (Var | number)[], attributes?: Attributes): Var {
    const args = operands.map((operand) => (typeof operand === 'number' ? operand : this.lift(operand)));
    const shapes = args.map((arg) => (typeof arg === 'number' ? LITERAL : arg.shape));
    const shape = op.shape(shapes, attributes ?? {});
    if (typeof shape === 'string') {
      const given = args.map((arg) =>
        typeof arg === 'number' ? arg : `${this.describe(arg)}: ${showShape(arg.shape)}`,
      );
      throw new ShapeError(`${op.name}(${given.join(', ')}): ${shape}`);
    }
    const id = `%${this.equations.length}`;
    const inputs = args.map((arg) => (typeof arg === 'number' ? arg : arg.id));
    this.equations.push({ id, op, inputs, shape, ...(attributes && { attributes }) });
    return new Var(id, shape, this);
  }

  /** A name for a sequence that a scan leaves: its key, unless an input or another scan has it. */
  claim(key: string): Name {
    const taken = this.stacked();
    let name = this.inputs.some((input) => input.name === key) ? `${key}[1…T]` : key;
    while (taken.includes(name)) name += '′';
    return name;
  }

  /** The names of the sequences that scans left. */
  private stacked = (): Name[] =>
    this.equations.flatMap((each) => ('id' in each ? [] : each.ys.map(({ stacked }) => stacked)));

  /** Makes a value of an enclosing builder readable here, as a constant of the scan. */
  lift(value: Var): Var {
    if (value.builder === this) return value;
    if (!this.parent) throw new TypeError(`${value.id} belongs to another trace, or to the step of a scan`);
    const outer = this.parent.lift(value);
    const known = this.captured.get(outer);
    if (known) return known;
    const isInput = outer.builder.inputs.find((input) => input.name === outer.id);
    const name = isInput ? outer.id : `constant${this.captured.size + 1}`;
    const inner = this.input({ name, symbol: name, shape: outer.shape, kind: isInput?.kind ?? 'data' });
    this.captured.set(outer, inner);
    return inner;
  }

  /** Settles all names: those in `labels`, and for the rest the expression itself; none that `isTaken`. */
  finish(
    labels: ReadonlyMap<Name, Label>,
    defaults: Partial<OpEquation> = {},
    isTaken = (_: Name): boolean => false,
  ): Settled {
    const taken = new Set<Name>([...this.inputs.map(({ name }) => name), ...this.stacked()]);
    const written = new Map<Name, Written>();
    const names = new Map<Name, Name>();
    const settle = (operand: Operand): Operand =>
      typeof operand === 'number' ? operand : (names.get(operand) ?? operand);
    const write1 = (operand: Operand): Written =>
      typeof operand === 'number'
        ? { text: String(operand), binds: 4 }
        : (written.get(operand) ?? { text: names.get(operand) ?? operand, binds: 4 });
    const equations = this.equations.map((draft) => {
      if (!('id' in draft)) {
        return renameScan(draft, (name) => settle(name) as Name);
      }
      const { id, op, inputs, ...rest } = draft;
      const expression = write(formOf(op, draft.attributes), 'text', inputs.map(write1));
      const label = labels.get(id) ?? { name: expression.text, symbol: withoutTime(expression.text), named: false };
      let name = label.name;
      while (taken.has(name) || (isTaken(name) && !label.named)) name += '′';
      taken.add(name);
      names.set(id, name);
      if (!labels.has(id)) written.set(id, { ...expression, text: name });
      const equation: OpEquation = {
        ...{ op: op.name, inputs: inputs.map(settle), role: 'value', named: true },
        ...rest,
        ...defaults,
        ...label,
        name,
      };
      return equation;
    });
    return { equations, rename: (id) => names.get(id) ?? id };
  }

  private describe(value: Var): string {
    const draft = this.equations.find((equation): equation is Draft => 'id' in equation && equation.id === value.id);
    if (!draft) return value.id;
    return write(
      formOf(draft.op, draft.attributes),
      'text',
      draft.inputs.map((input) => ({
        text: typeof input === 'number' ? String(input) : this.describe(new Var(input, [], this)),
        binds: 4,
      })),
    ).text;
  }
}

export interface Settled {
  readonly equations: (OpEquation | ScanEquation)[];
  readonly rename: (id: Name) => Name;
}

/** Shapes that do not fit; the message names the op, each operand with its shape, and what was expected. */
export class ShapeError extends RangeError {
  override readonly name = 'ShapeError';
}

const withoutTime = (text: string): string => text.replace(/\[t[+-]?\d*\]|_\d+(?!\d)/g, '');

const renameScan = (scan: ScanEquation, rename: (name: Name) => Name): ScanEquation => ({
  ...scan,
  constants: scan.constants.map((entry) => ({ ...entry, outer: rename(entry.outer) })),
  carry: scan.carry.map((entry) => ({ ...entry, init: rename(entry.init) })),
  xs: scan.xs.map((entry) => ({ ...entry, from: rename(entry.from) })),
});

/** The builder that an op on these operands belongs to: the innermost of theirs. */
export function builderOf(operands: readonly (Var | number)[]): Builder {
  const depth = (builder: Builder): number => (builder.parent ? 1 + depth(builder.parent) : 0);
  const builders = operands.flatMap((operand) => (typeof operand === 'number' ? [] : [operand.builder]));
  if (builders.length === 0) throw new TypeError('an op needs at least one operand that is not a number');
  return builders.reduce((inner, builder) => (depth(builder) > depth(inner) ? builder : inner));
}

/** Refuses what is no traced value: in a function that was not compiled, a misspelt name is `undefined`. */
export function traced(value: Var, what: string): Var {
  if (value instanceof Var) return value;
  throw new TypeError(`${what} is ${value}; expected a traced value`);
}

/** Labels for what a function returned: each value that it computed is named by its key. */
export function labelsFor(returned: Readonly<Record<string, Var>>, builder: Builder, inBody = false): Map<Name, Label> {
  const labels = new Map<Name, Label>();
  for (const [symbol, value] of Object.entries(returned)) {
    if (value.builder !== builder || !value.id.startsWith('%') || labels.has(value.id)) continue;
    labels.set(value.id, inBody ? { name: relative(symbol), symbol, t: 0 } : { name: symbol, symbol });
  }
  return labels;
}
