/**
 * One example → a batch: an explicit pass over a program, and the only place that knows a batch axis (others call it
 * vmap). Everything that depends on data or state gets a leading axis N; parameters stay single, and products with
 * them become matrix products.
 */

import { Builder, type Label, Var } from './builder.ts';
import { repeatRows } from './ops/batched.ts';
import { type Batched, batchOp, type Operand, rowsFirst } from './ops/each.ts';
import { mean, ops } from './ops.ts';
import { isScan, type Name, type OpEquation, type Program, type ScanEquation } from './program.ts';

/**
 * The program for N examples at once. Sequences are [T, N, …], states and targets likewise; parameters as before.
 * The output `L` becomes the mean over the examples (`torch`'s default); the losses of each are `L_each`.
 *
 * Batch first, then `backward`: gradients of parameters then sum over the examples by themselves.
 */
export function batch(program: Program, N: number): Program {
  if (!Number.isInteger(N) || N < 1) throw new RangeError(`a batch has a whole number of examples, not ${N}`);
  const builder = new Builder();
  const known = new Map<Name, Batched>();
  const sequences = sequencesOf(program);
  for (const input of program.inputs) {
    const rows = input.kind !== 'parameter';
    const [head = 0, ...rest] = input.shape;
    const shape = !rows ? input.shape : sequences.has(input.name) ? [head, N, ...rest] : [N, ...input.shape];
    known.set(input.name, { value: builder.input({ ...input, shape }), rows, sequence: sequences.has(input.name) });
  }
  const labels = new Map<Name, Label>();
  batchEquations(program, builder, known, labels, N);
  const loss = program.outputs.L === undefined ? undefined : known.get(program.outputs.L);
  if (loss?.rows) {
    labels.set(loss.value.id, { ...labels.get(loss.value.id)!, name: 'L_each' });
    labels.set(mean(loss.value).id, { name: 'L', symbol: 'L', named: true });
  }
  const { equations, rename } = builder.finish(labels);
  const outputs = Object.entries(program.outputs).map(([key, name]) => [key, rename(known.get(name)!.value.id)]);
  return {
    inputs: builder.inputs,
    equations,
    outputs: Object.fromEntries([...outputs, ...(loss?.rows ? [['L', 'L']] : [])]),
  };
}

/** Inputs that are read along time: by a scan, or by an op on sequences. */
const sequencesOf = ({ equations }: Program): ReadonlySet<Name> =>
  new Set(
    equations.flatMap((each) => {
      if (isScan(each)) return each.xs.map(({ from }) => from);
      return ops[each.op]!.unrolled && each.op !== 'spreadTime' && each.op !== 'placeLast'
        ? each.inputs.map(String)
        : [];
    }),
  );

function batchEquations(
  program: Program,
  builder: Builder,
  known: Map<Name, Batched>,
  labels: Map<Name, Label>,
  N: number,
): void {
  for (const equation of program.equations) {
    if (isScan(equation)) {
      builder.equations.push(batchScan(equation, builder, known, N));
      continue;
    }
    const operands = equation.inputs.map((input): Operand => (typeof input === 'number' ? input : known.get(input)!));
    const result = batchOp(ops[equation.op]!, operands, equation.attributes, builder, N);
    known.set(equation.name, result);
    if (equation.named && result.value.id.startsWith('%')) labels.set(result.value.id, labelOf(equation));
  }
}

const labelOf = ({ op: _, inputs: __, attributes: ___, shape: ____, ...label }: OpEquation): Label => label;

function batchScan(scan: ScanEquation, outer: Builder, known: Map<Name, Batched>, N: number): ScanEquation {
  const body = new Builder();
  const local = new Map<Name, Batched>();
  const labels = new Map<Name, Label>();
  const enter = (name: Name, shape: readonly number[], rows: boolean) => {
    const input = scan.body.inputs.find((each) => each.name === name)!;
    local.set(name, { value: body.input({ ...input, shape }), rows });
  };
  const constants = new Map(scan.constants.map(({ inner, outer: name }) => [inner, rowsFirst(known.get(name)!)]));
  for (const { inner, outer: name } of scan.constants) enter(inner, constants.get(inner)!.shape, known.get(name)!.rows);
  for (const { inner, from } of scan.xs) enter(inner, known.get(from)!.value.shape.slice(1), known.get(from)!.rows);
  const initial = scan.carry.map(({ init }) => withRows(known.get(init)!, N));
  for (const [k, { inner }] of scan.carry.entries()) enter(inner, initial[k]!.shape, true);
  batchEquations(scan.body, body, local, labels, N);
  const next = scan.carry.map((each) => withRows(local.get(each.next)!, N));
  const { equations, rename } = body.finish(labels, { t: 0 });
  const nameOf = (name: Name) => rename(local.get(name)!.value.id);
  for (const { inner, stacked } of scan.ys) {
    const { value, rows } = local.get(inner)!;
    known.set(stacked, { value: new Var(stacked, [scan.length, ...value.shape], outer), rows, sequence: true });
  }
  for (const [k, { final }] of scan.carry.entries())
    known.set(final, { value: new Var(final, next[k]!.shape, outer), rows: true });
  return {
    ...scan,
    body: {
      inputs: body.inputs,
      equations,
      outputs: Object.fromEntries(Object.entries(scan.body.outputs).map(([key, name]) => [key, nameOf(name)])),
    },
    constants: scan.constants.map(({ inner }) => ({ inner, outer: constants.get(inner)!.id })),
    carry: scan.carry.map((each, k) => ({ ...each, init: initial[k]!.id, next: rename(next[k]!.id) })),
    xs: scan.xs.map(({ inner, from }) => ({ inner, from: known.get(from)!.value.id })),
    ys: scan.ys.map(({ inner, stacked }) => ({ inner: nameOf(inner), stacked })),
  };
}

const withRows = ({ value, rows }: Batched, N: number): Var => (rows ? value : repeatRows(value, N));
