/**
 * Forward mode, to any order: an interpreter over the same equations as `run` in which every value is a truncated
 * Taylor series along a direction. Order 1 is the tangent (Jacobian times direction); order n has the n-th derivative
 * along the direction, over n!. (Griewank & Walther 2008, ch. 13.) Costs about n²/2 runs of the program.
 *
 * Not a transformation: no equations are written. For those, differentiate with `backward`, also several times.
 */
import { type Jet, series, zerosLike } from './ops/series.ts';
import { ops } from './ops.ts';
import { isScan, type Name, type Operand, type Program, type ScanEquation } from './program.ts';
import { type Given, InputError, run, type Values } from './run.ts';
import { stepsOf } from './scan.ts';
import { sameShape, showShape, slice, stack, type Tensor, type TensorLike, tensor } from './tensor.ts';

export type { Jet } from './ops/series.ts';

/** The series of every value of a program, each with `order` + 1 coefficients. */
export type Jets = ReadonlyMap<Name, Jet>;

/** In what direction `jets` moves a program, and how far the series go. */
export interface JetOptions {
  /**
   * The direction: for each name a tensor of its shape. Inputs move as v + ε·direction; to a value on the way (`h_2` of
   * an unrolled program) ε·direction is added where it is computed. A sequence that was unrolled may be given whole.
   */
  readonly seed: Readonly<Record<Name, TensorLike>>;
  /** The power of ε that series end with, a whole number of at least 0. Default 1: values and tangents. */
  readonly order?: number;
}

/**
 * Runs a program on Taylor series in ε: coefficient k of a value is its k-th derivative by ε at 0, over k!.
 *
 * ```ts
 * import { exp, jets, trace } from 'unrolled';
 * const program = trace({ x: { shape: [], kind: 'data' } }, ({ x }) => ({ y: exp(x) }));
 * const y = jets(program, { x: 0 }, { seed: { x: 1 }, order: 3 }).get('y');
 * y.map(({ data }) => data[0]) // → [1, 1, 0.5, 0.16666666666666666]
 * ```
 *
 * @throws InputError as `run` does, and when a seed has an unknown name or the wrong shape
 */
export function jets(program: Program, given: Given, { seed, order = 1 }: JetOptions): Jets {
  if (!Number.isInteger(order) || order < 0) throw new RangeError(`an order is a whole number, not ${order}`);
  const directions = readSeeds(program, seed);
  const start = (name: Name, jet: Jet): Jet => moved(name, jet, directions.get(name), order);
  const values = new Map<Name, Jet>();
  for (const [name, value] of run({ ...program, equations: [] }, given)) values.set(name, start(name, [value]));
  runInto(values, program, order, start);
  for (const name of directions.keys()) if (!values.has(name)) throw new InputError(name, `no value ${name} to seed`);
  return new Map([...values].map(([name, jet]) => [name, padded(jet, order)]));
}

/**
 * The tangent of every value along a direction: Σ ∂value/∂seeded · direction.
 *
 * ```ts
 * import { mul, tangents, trace } from 'unrolled';
 * const program = trace({ a: { shape: [], kind: 'data' }, b: { shape: [] , kind: 'data' } }, ({ a, b }) => ({ y: mul(a, b) }));
 * tangents(program, { a: 3, b: 5 }, { a: 1, b: 10 }).get('y').data // → [35]
 * ```
 */
export function tangents(program: Program, given: Given, seed: JetOptions['seed']): Values {
  return new Map([...jets(program, given, { seed })].map(([name, jet]) => [name, jet[1]!]));
}

/** The coefficients of a scalar output. */
export function coefficientsOf(program: Program, of: string, all: Jets): number[] {
  const jet = all.get(program.outputs[of] ?? '');
  if (!jet) throw new RangeError(`no output ${of}; there are ${Object.keys(program.outputs).join(', ')}`);
  if (jet[0]!.shape.length > 0) throw new RangeError(`${of} is no scalar, but ${showShape(jet[0]!.shape)}`);
  return Array.from(jet, ({ data }) => data[0]!);
}

function runInto(values: Map<Name, Jet>, program: Program, order: number, start: (name: Name, jet: Jet) => Jet): void {
  const read = (operand: Operand): Jet => (typeof operand === 'number' ? [tensor(operand)] : values.get(operand)!);
  for (const equation of program.equations) {
    if (isScan(equation)) {
      runScan(values, equation, order, start);
      continue;
    }
    const { op, name, inputs, shape, attributes = {} } = equation;
    values.set(name, start(name, series(ops[op]!, inputs.map(read), shape, attributes, order)));
  }
}

function runScan(values: Map<Name, Jet>, scan: ScanEquation, order: number, start: (n: Name, jet: Jet) => Jet): void {
  let state = scan.carry.map(({ inner, init }) => [inner, values.get(init)!] as const);
  const constants = scan.constants.map(({ inner, outer }) => [inner, values.get(outer)!] as const);
  const collected = scan.ys.map(() => [] as Jet[]);
  for (const t of stepsOf(scan)) {
    const rows = scan.xs.map(
      ({ inner, from }) => [inner, values.get(from)!.map((each) => slice(each, t - 1))] as const,
    );
    const local = new Map<Name, Jet>([...constants, ...state, ...rows]);
    runInto(local, scan.body, order, (_, jet) => jet);
    scan.ys.forEach(({ inner }, k) => {
      collected[k]![t - 1] = local.get(inner)!;
    });
    state = scan.carry.map(({ inner, next }) => [inner, local.get(next)!] as const);
  }
  scan.ys.forEach(({ stacked }, k) => {
    values.set(stacked, start(stacked, stackJets(collected[k]!, order)));
  });
  scan.carry.forEach(({ final }, k) => {
    values.set(final, start(final, state[k]![1]));
  });
}

function stackJets(steps: readonly Jet[], order: number): Jet {
  const count = steps.every((jet) => jet.length === 1) ? 1 : order + 1;
  return Array.from({ length: count }, (_, k) => stack(steps.map((jet) => jet[k] ?? zerosLike(jet[0]!))));
}

/** The series with ε·direction added. */
function moved(name: Name, jet: Jet, direction: Tensor | undefined, order: number): Jet {
  if (!direction) return jet;
  const [value, slope, ...rest] = padded(jet, order);
  if (!sameShape(direction.shape, value!.shape))
    throw new InputError(
      name,
      `seed of ${name}: expected ${showShape(value!.shape)}, got ${showShape(direction.shape)}`,
    );
  if (!slope) return jet;
  return [value!, { shape: slope.shape, data: slope.data.map((x, i) => x + direction.data[i]!) }, ...rest];
}

function padded(jet: Jet, order: number): Jet {
  if (jet.length > order) return jet;
  const zero = zerosLike(jet[0]!);
  return Array.from({ length: order + 1 }, (_, k) => jet[k] ?? zero);
}

/** Directions by name; a sequence given whole becomes the directions of its steps. */
function readSeeds(program: Program, seed: JetOptions['seed']): ReadonlyMap<Name, Tensor> {
  const directions = Object.entries(seed).flatMap(([name, direction]): [Name, Tensor][] => {
    const whole = tensor(direction);
    const steps = program.inputs.filter((input) => input.slice?.of === name);
    if (steps.length === 0) return [[name, whole]];
    if (whole.shape[0] !== steps.length)
      throw new InputError(name, `seed of ${name}: expected ${steps.length} steps, got ${showShape(whole.shape)}`);
    return steps.map((input) => [input.name, slice(whole, input.slice!.index)]);
  });
  return new Map(directions);
}
