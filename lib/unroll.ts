/**
 * Writes the steps of every scan out, one behind another: the flat list that a stepper walks.
 * Nothing is simplified or reordered; the numbers are those of the scan, bit for bit.
 */

import { Builder, Var } from './builder.ts';
import { ops } from './ops.ts';
import {
  type Equation,
  type Input,
  isScan,
  type Name,
  type OpEquation,
  type Operand,
  type Program,
  type ScanEquation,
  timed,
} from './program.ts';
import { namesAt, stepsOf } from './scan.ts';
import type { Shape } from './tensor.ts';

/**
 * Expands time. A sequence input `x` of shape [T, X] becomes T inputs `x_1` … `x_T` (which `run` still
 * accepts as one `x`); equations inside scans get their time step.
 */
export function unroll(program: Program): Program {
  const written = new Unrolling(program);
  for (const equation of program.equations) written.expand(equation);
  return { inputs: written.inputs, equations: written.equations, outputs: written.outputs() };
}

class Unrolling {
  readonly inputs: Input[];
  readonly equations: OpEquation[] = [];
  private readonly program: Program;
  /** Names of the steps of every value that is a sequence. */
  private readonly sequences = new Map<Name, readonly Name[]>();
  /** What stands for a name that a scan left behind. */
  private readonly renamed = new Map<Name, Name>();
  private readonly shapes: Map<Name, Shape>;

  constructor(program: Program) {
    this.program = program;
    this.shapes = new Map(program.inputs.map(({ name, shape }) => [name, shape]));
    this.inputs = program.inputs.flatMap((input) => (readByScan(program, input.name) ? this.slice(input) : [input]));
  }

  expand(equation: Equation): void {
    if (isScan(equation)) this.scan(equation);
    else if (ops[equation.op]!.unrolled && this.runsAlongTime(equation)) this.alongTime(equation);
    else if (ops[equation.op]!.pointwise && equation.inputs.some((input) => this.isSequence(input)))
      this.stepByStep(equation);
    else
      this.push({
        ...equation,
        inputs: equation.inputs.map((input) => (typeof input === 'number' ? input : this.whole(input))),
      });
  }

  outputs(): Record<string, Name> {
    const steps = (key: string, name: Name): [string, Name][] =>
      this.sequences.get(name)?.map((step, k) => [timed(key, k + 1), step]) ?? [[key, this.now(name)]];
    return Object.fromEntries(Object.entries(this.program.outputs).flatMap(([key, name]) => steps(key, name)));
  }

  private now = (name: Name): Name => this.renamed.get(name) ?? name;
  private isSequence = (name: Operand): boolean => this.sequences.has(String(name));
  /** Ops that make a sequence do so from a single value; the others read one. */
  private runsAlongTime = ({ op, inputs }: OpEquation): boolean =>
    op === 'spreadTime' || op === 'placeLast' || inputs.some(this.isSequence);

  /** A name that no other value has: another scan may have the same expressions, of other states. */
  private fresh = (name: Name): Name => (this.shapes.has(name) ? this.fresh(`${name}′`) : name);

  private push(equation: OpEquation): Name {
    this.shapes.set(equation.name, equation.shape);
    this.equations.push(equation);
    return equation.name;
  }

  private slice(input: Input): Input[] {
    const rows = sliceInput(input).map((row) => ({ ...row, name: this.fresh(row.name) }));
    this.sequences.set(
      input.name,
      rows.map(({ name }) => name),
    );
    for (const { name, shape } of rows) this.shapes.set(name, shape);
    return rows;
  }

  /** A sequence as one tensor, stacked where it is first read whole. */
  private whole(name: Name): Name {
    const steps = this.sequences.get(name);
    if (!steps) return this.now(name);
    const stacked = `${name}[1…${steps.length}]`;
    if (this.shapes.has(stacked)) return stacked;
    const shape = [steps.length, ...this.shapes.get(steps[0]!)!];
    return this.push({
      op: 'stackSteps',
      name: stacked,
      inputs: steps,
      shape,
      symbol: name,
      named: true,
      role: 'value',
    });
  }

  /** A tensor as a sequence of its rows, taken where they are first read. */
  private steps(name: Name): readonly Name[] {
    const known = this.sequences.get(name);
    if (known) return known;
    const source = this.now(name);
    const [length = 0, ...shape] = this.shapes.get(source)!;
    const rows = Array.from({ length }, (_, k) =>
      this.push({
        op: 'row',
        name: `${source}[${k + 1}]`,
        inputs: [source],
        attributes: { value: k },
        shape,
        symbol: name,
        t: k + 1,
        named: true,
        role: 'value',
      }),
    );
    this.sequences.set(name, rows);
    return rows;
  }

  private scan(scan: ScanEquation): void {
    const constants = scan.constants.map(({ inner, outer }) => [inner, this.whole(outer)] as const);
    const sources = scan.xs.map(({ inner, from }) => [inner, this.steps(from)] as const);
    let state = new Map(scan.carry.map(({ inner, init }) => [inner, this.whole(init)]));
    const stacked = scan.ys.map(() => [] as Name[]);
    for (const t of stepsOf(scan)) {
      const rows = sources.map(([inner, steps]) => [inner, steps[t - 1]!] as const);
      const local = new Map([...constants, ...state, ...rows]);
      const rename = namesAt(t, local);
      for (const equation of scan.body.equations) {
        const written = shift(equation as OpEquation, t, rename);
        local.set(equation.name, this.push({ ...written, name: this.fresh(written.name) }));
      }
      scan.ys.forEach(({ inner }, k) => {
        stacked[k]![t - 1] = rename(inner);
      });
      state = new Map(scan.carry.map(({ inner, next }) => [inner, rename(next)]));
    }
    scan.ys.forEach((y, k) => {
      this.sequences.set(y.stacked, stacked[k]!);
    });
    for (const { inner, final } of scan.carry) this.renamed.set(final, state.get(inner)!);
  }

  /** An op that knows how it reads on the list of steps. */
  private alongTime(equation: OpEquation): void {
    const builder = new Builder();
    const source = equation.inputs[0] as Name;
    const steps = (this.sequences.get(source) ?? [this.now(source)]).map((name) =>
      builder.input({ name, symbol: name, shape: this.shapes.get(name)!, kind: 'data' }),
    );
    const result = ops[equation.op]!.unrolled!(steps, equation.attributes ?? {});
    const { op: _, inputs: __, attributes: ___, shape: ____, ...label } = equation;
    const labels = new Map(result instanceof Var ? [[result.id, label]] : []);
    const defaults = { role: equation.role, named: false };
    const { equations, rename } = builder.finish(labels, defaults, (name) => this.shapes.has(name));
    for (const each of equations) this.push(each as OpEquation);
    if (!(result instanceof Var))
      this.sequences.set(
        equation.name,
        result.map(({ id }) => rename(id)),
      );
  }

  /** A pointwise op on sequences, as one equation a step. */
  private stepByStep(equation: OpEquation): void {
    const operands = equation.inputs.map((input) => (typeof input === 'number' ? input : this.steps(input)));
    const names = Array.from({ length: equation.shape[0]! }, (_, k) => {
      const inputs = operands.map((operand) => (typeof operand === 'number' ? operand : operand[k]!));
      return this.push({
        ...equation,
        name: `${equation.name}[${k + 1}]`,
        inputs,
        shape: equation.shape.slice(1),
        t: k + 1,
      });
    });
    this.sequences.set(equation.name, names);
  }
}

const readByScan = (program: Program, name: Name): boolean =>
  program.equations.some((equation: Equation) => isScan(equation) && equation.xs.some(({ from }) => from === name));

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
