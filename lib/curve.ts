/**
 * A traced function of one variable at many places at once: its values and its Taylor coefficients. For drawing. Where it
 * is not smooth is in `breaks.ts`.
 */
import type { Var } from './builder.ts';
import { jets } from './jet.ts';
import { fill } from './ops.ts';
import type { Program } from './program.ts';
import { output, run } from './run.ts';
import { trace } from './trace.ts';

/** An expression of a traced variable; a number stands for a constant. */
export type Traceable = (x: Var) => Var | number;

/** A function at all of some places, as a program over a vector. */
export const vectorised = (f: Traceable, places: readonly number[]): Program =>
  trace({ x: { shape: [places.length], kind: 'data' } }, ({ x }) => {
    const y = f(x!);
    return { y: typeof y === 'number' ? fill(x!, y, [places.length]) : y };
  });

/** The values of a function at many places. */
export function valuesAlong(f: Traceable, places: readonly number[]): Float64Array {
  const program = vectorised(f, places);
  return Float64Array.from(output(program, run(program, { x: places }), 'y').data);
}

/** f⁽ⁿ⁾(x)/n! at many places x, for one n. */
export function coefficientsAlong(f: Traceable, places: readonly number[], order: number): Float64Array {
  const program = vectorised(f, places);
  const ones = places.map(() => 1);
  const jet = jets(program, { x: places }, { seed: { x: ones }, order }).get(program.outputs.y!)!;
  return Float64Array.from(jet[order]!.data);
}
