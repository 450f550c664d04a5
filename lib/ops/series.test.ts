import { describe, expect, it } from 'vitest';
import { add, backward, jets, mul, ops, output, type Program, run, scale, sum, trace, type Var } from '../index.ts';
import { maxAbs, randomInputs } from '../testing.ts';
import { attributes, operands, positive } from './cases.ts';
import { rules } from './series.ts';

/** L(ε) of an op whose operands move along a line: v + ε d. L is the sum of squares of the result. */
function alongLine(name: string): Program {
  const shapes = operands[name]!;
  const inputs = Object.fromEntries([
    ['ε', { shape: [], kind: 'parameter' as const }],
    ...shapes.flatMap((shape, k) => ['v', 'd'].map((part) => [`${part}${k}`, { shape, kind: 'data' as const }])),
  ]);
  return trace(inputs, (given) => {
    const moved = shapes.map((_, k) => add(given[`v${k}`]!, scale(given.ε!, given[`d${k}`]!)));
    const result = (moved[0] as Var).builder.emit(ops[name]!, moved, attributes[name]);
    return { result, L: sum(mul(result, result)) };
  });
}

function givenFor(name: string, program: Program) {
  const given = randomInputs(program, 5);
  given.ε!.data[0] = 0;
  for (const [key, { data }] of Object.entries(given))
    if (positive.has(name) && key.startsWith('v')) for (const k of data.keys()) data[k] = Math.abs(data[k]!) + 0.5;
  return given;
}

it('every op has a rule, and no rule is for an op that is not there', () => {
  expect(Object.keys(rules).sort()).toEqual(Object.keys(ops).sort());
});

describe.each(Object.keys(operands))('%s', (name) => {
  const program = alongLine(name);
  const given = givenFor(name, program);
  const series = jets(program, given, { seed: { ε: 1 }, order: 4 });
  const coefficients = series.get(program.outputs.L!)!.map(({ data }) => data[0]!);

  it('coefficient 0 is the value, bit for bit', () => {
    const values = run(program, given);
    for (const [key, jet] of series) expect(jet[0], key).toEqual(values.get(key));
  });

  it('up to order 4, coefficients are those of differentiating the program again', () => {
    let differentiated = program;
    let of = 'L';
    for (let k = 1, factorial = 1; k <= 4; k++, factorial *= k) {
      differentiated = backward(differentiated, { of, wrt: ['ε'] });
      of = `d${of}/dε`;
      const expected = output(differentiated, run(differentiated, given), of).data[0]! / factorial;
      const scale = Math.max(maxAbs(coefficients), Math.abs(expected));
      expect(Math.abs(coefficients[k]! - expected), `order ${k}`).toBeLessThanOrEqual(1e-12 * scale);
    }
  });
});
