/**
 * The Wengert list of a program: every value on the way gets a name of its own, v_1, v_2, …, in the order in which they
 * are computed, so that each of them can be pointed at. (Wengert 1964.)
 */
import { flat, type Name, type OpEquation, type Program } from './program.ts';

/**
 * The same program with a name for every value. Values that have one keep it; `symbol` is the letter of the others.
 *
 * ```ts
 * import { add, mul, print, sin, trace, wengertList } from 'unrolled';
 * const scalar = { shape: [], kind: 'data' };
 * const program = trace({ x: scalar, y: scalar }, ({ x, y }) => ({ L: add(mul(x, y), sin(x)) }));
 * print(wengertList(program)).includes('L = v_1 + v_2') // → true
 * ```
 *
 * @throws TypeError when the program still has scans
 */
export function wengertList(program: Program, symbol = 'v'): Program {
  const names = new Map<Name, Name>();
  const equations = flat(program).map((equation): OpEquation => {
    const inputs = equation.inputs.map((input) => (typeof input === 'number' ? input : (names.get(input) ?? input)));
    if (equation.named) return { ...equation, inputs };
    const name = `${symbol}_${names.size + 1}`;
    names.set(equation.name, name);
    return { ...equation, inputs, name, symbol: name, named: true };
  });
  return { ...program, equations };
}
