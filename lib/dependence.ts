/**
 * What a program tells about its gradients before one is written: which values matter, how many gradients meet at each,
 * and whose part an unnamed value is.
 */
import { ops } from './ops.ts';
import { isScan, type Name, type Operand, type Program } from './program.ts';

/** For each value the author's name that it serves: itself, or the named value it is part of. */
export function namedParents(program: Program): Map<Name, Name> {
  const parents = new Map<Name, Name>(program.inputs.map(({ name }) => [name, name]));
  for (const equation of program.equations.toReversed()) {
    if (isScan(equation)) continue;
    if (equation.named) parents.set(equation.name, equation.name);
    const parent = parents.get(equation.name) ?? equation.name;
    for (const input of equation.inputs) if (!parents.has(String(input))) parents.set(String(input), parent);
  }
  for (const equation of program.equations)
    if (!isScan(equation) && equation.named) parents.set(equation.name, equation.name);
  return parents;
}

/** Everything that depends on the values in `wrt`. */
export function dependents(program: Program, wrt: ReadonlySet<Name>): Set<Name> {
  const found = new Set(wrt);
  for (const equation of program.equations) {
    if (isScan(equation)) {
      const sources = [
        ...equation.constants.map((c) => c.outer),
        ...equation.carry.map((c) => c.init),
        ...equation.xs.map((x) => x.from),
      ];
      if (!sources.some((name) => found.has(name))) continue;
      for (const { stacked } of equation.ys) found.add(stacked);
      for (const { final } of equation.carry) found.add(final);
    } else if (!ops[equation.op]!.stops && equation.inputs.some((input) => found.has(String(input))))
      found.add(equation.name);
  }
  return found;
}

/** How many gradients each needed value will receive. */
export function contributions(
  program: Program,
  needed: ReadonlySet<Name>,
  incoming: ReadonlyMap<Name, number>,
): Map<Name, number> {
  const count = new Map(incoming);
  const more = (name: Operand) => {
    if (typeof name === 'string' && needed.has(name)) count.set(name, (count.get(name) ?? 0) + 1);
  };
  for (const equation of program.equations.toReversed()) {
    if (isScan(equation)) {
      if (
        ![...equation.ys.map((y) => y.stacked), ...equation.carry.map((c) => c.final)].some((name) => count.has(name))
      )
        continue;
      for (const { outer } of equation.constants) more(outer);
      for (const { init } of equation.carry) more(init);
      for (const { from } of equation.xs) more(from);
    } else if (count.has(equation.name)) for (const input of equation.inputs) more(input);
  }
  return count;
}
