/**
 * Drops what nobody asked for: equations that no kept output depends on.
 */
import { flat, type Name, type OpEquation, type Program } from './program.ts';

/** The program without equations that none of `keys` (default: all outputs) needs. Inputs stay as they are. */
export function prune(program: Program, keys: readonly string[] = Object.keys(program.outputs)): Program {
  const needed = new Set<Name>(keys.map((key) => program.outputs[key]!));
  const kept: OpEquation[] = [];
  for (const equation of flat(program).toReversed()) {
    if (!needed.has(equation.name)) continue;
    kept.push(equation);
    for (const input of equation.inputs) if (typeof input === 'string') needed.add(input);
  }
  const outputs = Object.fromEntries(keys.map((key) => [key, program.outputs[key]!]));
  return { ...program, equations: kept.reverse(), outputs };
}
