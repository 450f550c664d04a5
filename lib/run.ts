/**
 * The reference interpreter: float64, one equation at a time, on our own elementary functions, so
 * that build, tests and every browser see the same bits. Made for reading, not for speed.
 */
import { ops } from './ops.ts';
import {
  type Input,
  isScan,
  type Name,
  type OpEquation,
  type Operand,
  type Program,
  type ScanEquation,
} from './program.ts';
import { stepsOf } from './scan.ts';
import { sameShape, showShape, slice, stack, type Tensor, type TensorLike, tensor } from './tensor.ts';

/** Values of all names of a program. */
export type Values = ReadonlyMap<Name, Tensor>;

/** Values for a program's inputs, by name; a sequence that was unrolled may be given whole. */
export type Given = Readonly<Record<Name, TensorLike>>;

/** How a run differs from computing every equation as it stands. */
export interface RunOptions {
  /** Values to put in place of what an equation computed: for clamping a gate, or a central difference. */
  readonly replace?: ReadonlyMap<Name, Tensor>;
}

/** What one turn of the interpreter did. */
export interface Turn {
  readonly equation: OpEquation;
  readonly value: Tensor;
}

/** An input that is missing, unknown, misshapen or not finite; `input` names it. */
export class InputError extends RangeError {
  override readonly name = 'InputError';
  readonly input: Name;
  constructor(input: Name, message: string) {
    super(message);
    this.input = input;
  }
}

/**
 * Runs a program and yields each equation with its value, in order. Scans yield their steps' equations.
 *
 * @throws InputError when an input is missing, unknown, of the wrong shape or not finite, or a value that is to be
 *   replaced is not computed by an equation of its own
 */
export function* steps(program: Program, given: Given, { replace }: RunOptions = {}): Generator<Turn, Values> {
  const values = new Map<Name, Tensor>(readInputs(program, given));
  checkReplaced(program, replace);
  yield* runInto(values, program, replace);
  return values;
}

/**
 * Runs a program to its end.
 *
 * ```ts
 * import { mul, run, trace } from 'unrolled';
 * const program = trace({ x: { shape: [2], kind: 'data' } }, ({ x }) => ({ y: mul(x, x) }));
 * run(program, { x: [3, 4] }).get('y').data // → [9, 16]
 * ```
 */
export function run(program: Program, given: Given, options?: RunOptions): Values {
  const turns = steps(program, given, options);
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}

/** The value of an output, by its key. */
export function output(program: Program, values: Values, key: string): Tensor {
  const name = program.outputs[key];
  if (!name) throw new RangeError(`no output ${key}; there are ${Object.keys(program.outputs).join(', ')}`);
  return values.get(name)!;
}

function* runInto(values: Map<Name, Tensor>, program: Program, replace?: RunOptions['replace']): Generator<Turn> {
  for (const equation of program.equations) {
    if (isScan(equation)) {
      yield* runScan(values, equation);
      continue;
    }
    const value = replace?.get(equation.name) ?? evaluate(equation, (name) => values.get(name)!);
    values.set(equation.name, value);
    yield { equation, value };
  }
}

function* runScan(values: Map<Name, Tensor>, scan: ScanEquation): Generator<Turn> {
  let state = scan.carry.map(({ inner, init }) => [inner, values.get(init)!] as const);
  const constants = scan.constants.map(({ inner, outer }) => [inner, values.get(outer)!] as const);
  const collected = scan.ys.map(() => [] as Tensor[]);
  for (const t of stepsOf(scan)) {
    const rows = scan.xs.map(({ inner, from }) => [inner, slice(values.get(from)!, t - 1)] as const);
    const local = new Map<Name, Tensor>([...constants, ...state, ...rows]);
    yield* runInto(local, scan.body);
    scan.ys.forEach(({ inner }, k) => {
      collected[k]![t - 1] = local.get(inner)!;
    });
    state = scan.carry.map(({ inner, next }) => [inner, local.get(next)!] as const);
  }
  scan.ys.forEach(({ stacked }, k) => {
    values.set(stacked, stack(collected[k]!));
  });
  scan.carry.forEach(({ final }, k) => {
    values.set(final, state[k]![1]);
  });
}

/** The value of one equation, from the values of its operands. */
export function evaluate(equation: OpEquation, value: (name: Name) => Tensor): Tensor {
  const read = (operand: Operand): Tensor => (typeof operand === 'number' ? tensor(operand) : value(operand));
  const { shape, attributes = {} } = equation;
  const data = ops[equation.op]!.value(equation.inputs.map(read), shape, attributes);
  return { shape, data: data instanceof Float64Array ? data : Float64Array.from(data) };
}

function checkReplaced(program: Program, replace: RunOptions['replace'] = new Map()): void {
  const shapes = new Map(program.equations.flatMap((each) => (isScan(each) ? [] : [[each.name, each.shape]])));
  for (const [name, value] of replace) {
    const shape = shapes.get(name);
    if (!shape) throw new InputError(name, `no equation computes ${name} by itself; a scan's values need unroll first`);
    if (!sameShape(shape, value.shape))
      throw new InputError(name, `in place of ${name}: expected ${showShape(shape)}, got ${showShape(value.shape)}`);
  }
}

function readInputs(program: Program, given: Given): [Name, Tensor][] {
  const known = new Set(program.inputs.flatMap(({ name, slice: part }) => [name, part?.of ?? name]));
  for (const name of Object.keys(given)) {
    if (known.has(name)) continue;
    const expected = program.inputs.map((input) => `${input.name}: ${showShape(input.shape)}`);
    throw new InputError(name, `unknown input ${name}; expected ${expected.join(', ')}`);
  }
  const lengths = new Map<Name, number>();
  for (const { slice: part } of program.inputs) if (part) lengths.set(part.of, (lengths.get(part.of) ?? 0) + 1);
  return program.inputs.map((input) => [input.name, readInput(input, given, lengths)]);
}

function readInput({ name, shape, slice: part }: Input, given: Given, lengths: ReadonlyMap<Name, number>): Tensor {
  const whole = given[name] ?? (part && given[part.of]);
  if (whole === undefined) throw new InputError(name, `missing input ${name}: ${showShape(shape)}`);
  const asked = (given[name] === undefined && part) || undefined;
  let value: Tensor;
  try {
    value = tensor(whole);
  } catch (error) {
    throw new InputError(name, `${name}: ${(error as Error).message}`);
  }
  const length = asked && lengths.get(asked.of);
  if (asked && value.shape[0] !== length)
    throw new InputError(name, `${asked.of}: expected ${length} steps, got ${showShape(value.shape)}`);
  const row = asked ? slice(value, asked.index) : value;
  if (!sameShape(row.shape, shape)) {
    throw new InputError(name, `${name}: expected ${showShape(shape)}, got ${showShape(row.shape)}`);
  }
  const bad = row.data.findIndex((x) => !Number.isFinite(x));
  if (bad >= 0)
    throw new InputError(name, `${name}: expected finite numbers, got ${row.data[bad]} at position ${bad + 1}`);
  return row;
}
