/**
 * Tracing: runs an ordinary function on symbolic values and writes down what it did, as a Program.
 * Nothing is computed here. A value that a function returns under a key takes the key as its name;
 * the others are named by the expression that made them.
 */
import { Builder, labelsFor, traced, type Var } from './builder.ts';
import { mapValues } from './map-values.ts';
import type { Input, Name, Program } from './program.ts';

/** Inputs of a traced function; `kind` defaults to `data`. */
export type InputSpec = Readonly<
  Record<Name, Omit<Input, 'name' | 'symbol' | 'kind'> & Partial<Pick<Input, 'symbol' | 'kind'>>>
>;

/**
 * Traces `fn` into a Program. Its result's keys become names and outputs.
 *
 * ```ts
 * import { print, sub, square, trace } from 'unrolled';
 * const program = trace({ y: { shape: [2], kind: 'data' } }, ({ y }) => ({ e: square(sub(1, y)) }));
 * print(program).includes('e = (1 − y)²') // → true
 * ```
 */
export function trace(inputs: InputSpec, fn: (values: Record<Name, Var>) => Record<string, Var>): Program {
  const builder = new Builder();
  const values = Object.entries(inputs).map(
    ([name, spec]) => [name, builder.input({ name, symbol: name, kind: 'data', ...spec })] as const,
  );
  const returned = mapValues(fn(Object.fromEntries(values)), (value, key) => builder.lift(traced(value, key)));
  const { equations, rename } = builder.finish(labelsFor(returned, builder));
  const outputs = Object.fromEntries(Object.entries(returned).map(([key, value]) => [key, rename(value.id)]));
  return { inputs: builder.inputs, equations, outputs };
}
