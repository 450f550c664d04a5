/**
 * Writes the steps of every scan out, one behind another: the flat list that a stepper walks.
 * Nothing is simplified or reordered; the numbers are those of the scan, bit for bit.
 */
import { ops } from './ops.ts';
import {
  type Equation,
  type Input,
  isScan,
  type Name,
  type OpEquation,
  type Program,
  type ScanEquation,
  timed,
} from './program.ts';
import { namesAt, stepsOf } from './scan.ts';
import type { Shape } from './tensor.ts';
import { Builder, Var } from './trace.ts';

/**
 * Expands time. A sequence input `x` of shape [T, X] becomes T inputs `x_1` … `x_T` (which `run` still
 * accepts as one `x`); equations inside scans get their time step.
 *
 * @throws TypeError when an op that does not run along time reads a whole sequence
 */
export function unroll(program: Program): Program {
  const sequences = new Map<Name, readonly Name[]>();
  const scalars = new Map<Name, Name>();
  const shapes = new Map<Name, Shape>(program.inputs.map(({ name, shape }) => [name, shape]));
  const equations: OpEquation[] = [];
  const push = (equation: OpEquation) => {
    shapes.set(equation.name, equation.shape);
    equations.push(equation);
  };
  const now = (name: Name): Name => scalars.get(name) ?? name;

  const inputs = program.inputs.flatMap((input): Input[] => {
    if (!readByScan(program, input.name)) return [input];
    const rows = sliceInput(input);
    sequences.set(
      input.name,
      rows.map(({ name }) => name),
    );
    for (const { name, shape } of rows) shapes.set(name, shape);
    return rows;
  });

  const expandScan = (scan: ScanEquation) => {
    let state = new Map(scan.carry.map(({ inner, init }) => [inner, now(init)]));
    const stacked = scan.ys.map(() => [] as Name[]);
    for (const t of stepsOf(scan)) {
      const rows = scan.xs.map(({ inner, from }) => [inner, sequences.get(from)![t - 1]!] as const);
      const constants = scan.constants.map(({ inner, outer }) => [inner, now(outer)] as const);
      const rename = namesAt(t, new Map([...constants, ...state, ...rows]));
      for (const equation of scan.body.equations) push(shift(equation as OpEquation, t, rename));
      scan.ys.forEach(({ inner }, k) => {
        stacked[k]![t - 1] = rename(inner);
      });
      state = new Map(scan.carry.map(({ inner, next }) => [inner, rename(next)]));
    }
    scan.ys.forEach((y, k) => {
      sequences.set(y.stacked, stacked[k]!);
    });
    for (const { inner, final } of scan.carry) scalars.set(final, state.get(inner)!);
  };

  const expandAlongTime = (equation: OpEquation) => {
    const rule = ops[equation.op]!.unrolled;
    if (!rule)
      throw new TypeError(`${equation.name} reads a whole sequence, and ${equation.op} does not run along time`);
    const builder = new Builder();
    const [source] = equation.inputs as readonly Name[];
    const steps = (sequences.get(source!) ?? [now(source!)]).map((name) =>
      builder.input({ name, symbol: name, shape: shapes.get(name)!, kind: 'data' }),
    );
    const result = rule(steps, equation.attributes ?? {});
    const { op: _, inputs: __, attributes: ___, shape: ____, ...label } = equation;
    const { equations: written, rename } = builder.finish(new Map(result instanceof Var ? [[result.id, label]] : []), {
      role: equation.role,
      named: false,
    });
    for (const each of written) push(each as OpEquation);
    if (!(result instanceof Var))
      sequences.set(
        equation.name,
        result.map(({ id }) => rename(id)),
      );
  };

  for (const equation of program.equations) {
    if (isScan(equation)) expandScan(equation);
    else if (alongTime(equation, sequences)) expandAlongTime(equation);
    else
      push({ ...equation, inputs: equation.inputs.map((input) => (typeof input === 'number' ? input : now(input))) });
  }
  const expand = (key: string, name: Name): [string, Name][] =>
    sequences.get(name)?.map((step, k) => [timed(key, k + 1), step]) ?? [[key, now(name)]];
  const outputs = Object.fromEntries(Object.entries(program.outputs).flatMap(([key, name]) => expand(key, name)));
  return { inputs, equations, outputs };
}

const readByScan = (program: Program, name: Name): boolean =>
  program.equations.some((equation: Equation) => isScan(equation) && equation.xs.some(({ from }) => from === name));

const alongTime = (equation: OpEquation, sequences: ReadonlyMap<Name, unknown>): boolean =>
  equation.op === 'spreadTime' ||
  equation.op === 'placeLast' ||
  equation.inputs.some((input) => sequences.has(String(input)));

const sliceInput = ({ name, symbol, shape, kind }: Input): Input[] =>
  Array.from({ length: shape[0]! }, (_, k) => ({
    name: timed(symbol, k + 1),
    symbol,
    t: k + 1,
    shape: shape.slice(1),
    kind,
    slice: { of: name, index: k },
  }));

/** A body's equation at step t. */
function shift(equation: OpEquation, t: number, rename: (name: Name) => Name): OpEquation {
  const { of, wrt, upstream } = equation;
  return {
    ...equation,
    name: rename(equation.name),
    inputs: equation.inputs.map((input) => (typeof input === 'number' ? input : rename(input))),
    step: t,
    ...(equation.t !== undefined && { t: t + equation.t }),
    ...(of && { of: rename(of) }),
    ...(wrt && { wrt: rename(wrt) }),
    ...(upstream && { upstream: rename(upstream) }),
  };
}
