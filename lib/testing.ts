/**
 * What the tests share: random values for a program's inputs, and distances as the tolerances state them.
 * Not part of the library: `index.ts` does not export it.
 */
import { backward } from './backward.ts';
import type { Var } from './builder.ts';
import type { Loss } from './losses.ts';
import type { Input, Name, OpEquation, Program } from './program.ts';
import { random } from './random.ts';
import { output, run } from './run.ts';
import { sizeOf, type Tensor, type TensorLike, tensor } from './tensor.ts';
import { trace } from './trace.ts';

/** Standard normal values (scaled) for every input; targets of a cross-entropy are made one-hot. */
export function randomInputs(program: Program, seed: number, scale = 0.7, oneHotTargets = false): Record<Name, Tensor> {
  const r = random(seed);
  return Object.fromEntries(
    program.inputs.map(({ name, shape }) => {
      const data = Float64Array.from({ length: sizeOf(shape) }, (_, k) => scale * r.normal(name, k));
      if (oneHotTargets && name.startsWith('target'))
        oneHotRows(data, shape.at(-1)!, (row) => r.integer(shape.at(-1)!, name, row));
      return [name, { shape, data }];
    }),
  );
}

function oneHotRows(data: Float64Array, width: number, pick: (row: number) => number): void {
  data.fill(0);
  for (let row = 0; row * width < data.length; row++) data[row * width + pick(row)] = 1;
}

/** A traced function of parameters to a scalar: its value, and its gradient by each of them. */
export function valueAndGradients(
  fn: (parameters: Record<Name, Var>) => Var,
  given: Readonly<Record<Name, TensorLike>>,
): { readonly value: number; readonly gradients: Readonly<Record<Name, Tensor>> } {
  const inputs = Object.entries(given).map(
    ([name, value]) => [name, { shape: tensor(value).shape, kind: 'parameter' as const }] as const,
  );
  const program = backward(trace(Object.fromEntries(inputs), (parameters) => ({ L: fn(parameters) })));
  const values = run(program, given);
  const gradients = Object.keys(given).map((name) => [name, output(program, values, `dL/d${name}`)] as const);
  return { value: output(program, values, 'L').data[0]!, gradients: Object.fromEntries(gradients) };
}

/** A loss and its gradient by y. */
export function lossAt(loss: Loss, y: readonly number[], target: readonly number[]) {
  const { value, gradients } = valueAndGradients(({ y, target }) => loss(y!, target!), { y, target });
  return { L: value, dy: Array.from(gradients.y!.data) };
}

export const maxAbs = (values: ArrayLike<number>): number => Math.max(0, ...Array.from(values, Math.abs));

/** Largest difference of two lists. */
export const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  maxAbs(Array.from(a, (x, k) => x - b[k]!));

/**
 * The program with these inputs moved along a line: each is `W at 0` + ε · `d W`, and ε is the one parameter. What
 * derivatives by ε are, `backward` can say as often as it is asked.
 */
export function alongLine(program: Program, names: readonly Name[]): Program {
  const isMoved = ({ name }: Input) => names.includes(name);
  const line = { symbol: 'line', named: true, role: 'value' } as const;
  const inputs = program.inputs.flatMap((input): Input[] =>
    isMoved(input)
      ? ['at 0', 'd'].map((part) => ({ ...input, name: `${input.name} ${part}`, symbol: part, kind: 'data' }))
      : [{ ...input, kind: 'data' }],
  );
  const equations = program.inputs.filter(isMoved).flatMap(({ name, shape }): OpEquation[] => [
    { ...line, op: 'scale', name: `ε·${name} d`, inputs: ['ε', `${name} d`], shape },
    { ...line, op: 'add', name, inputs: [`${name} at 0`, `ε·${name} d`], shape },
  ]);
  return {
    ...program,
    inputs: [{ name: 'ε', symbol: 'ε', shape: [], kind: 'parameter' }, ...inputs],
    equations: [...equations, ...program.equations],
  };
}

/** The derivatives of L by ε, of order 0 … n, each program made from the one before it by `backward`. */
export function derivativesAlong(line: Program, given: Readonly<Record<Name, TensorLike>>, order: number): number[] {
  let program = line;
  let of = 'L';
  for (let k = 0; k < order; k++) {
    program = backward(program, { of, wrt: ['ε'] });
    of = `d${of}/dε`;
  }
  const values = run(program, { ...given, ε: 0 });
  return Array.from({ length: order + 1 }, (_, k) => {
    const key = `${'d'.repeat(k)}L${'/dε'.repeat(k)}`;
    return output(program, values, key).data[0]!;
  });
}
