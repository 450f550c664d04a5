import { describe, expect, it } from 'vitest';
import {
  backward,
  checkGradients,
  type Given,
  matvec,
  network,
  ops,
  output,
  type Program,
  parametersOf,
  print,
  RULES,
  type Rules,
  rnn,
  run,
  square,
  sub,
  unroll,
  type Var,
} from './index.ts';
import { mapValues } from './map-values.ts';
import type { Pullback } from './op.ts';
import { sizeOf } from './tensor.ts';
import { randomInputs } from './testing.ts';

const sizes = { X: 1, H: 2, Y: 1, T: 3 } as const;
const program = network(rnn, { ...sizes, loss: 'mse' });
const given = randomInputs(program, 5);
const names = Object.keys(parametersOf(rnn, sizes));

const zeros: Record<string, Float64Array> = Object.fromEntries(
  Object.entries(parametersOf(rnn, sizes)).map(([name, shape]) => [
    `dL/d${name} before`,
    new Float64Array(sizeOf(shape)),
  ]),
);
const shaped = (data: typeof zeros) =>
  Object.fromEntries(
    Object.entries(parametersOf(rnn, sizes)).map(([name, shape]) => [
      `dL/d${name} before`,
      { shape, data: data[`dL/d${name} before`]! },
    ]),
  );
/** The table with one row changed. */
const withRow = (name: string, change: Partial<Rules['ops'][string]>): Rules => ({
  ...RULES,
  ops: { ...ops, [name]: { ...ops[name]!, ...change } },
});

/** Names of the parameters whose gradient does not pass the check. */
function wrong(rules: Rules, of: Program = program, more: Given = {}): string[] {
  const both = backward(of, { rules });
  const values = run(both, { ...given, ...more });
  const claimed = Object.fromEntries(names.map((name) => [name, output(both, values, `dL/d${name}`)]));
  const checked = checkGradients(of, given, claimed);
  return names.filter((name) => checked.some((each) => each.name === name && !(each.error < 1e-6)));
}

describe('rules', () => {
  it('are those of calculus by default', () => {
    expect(print(backward(program, { rules: RULES }))).toBe(print(backward(program)));
    expect(wrong(RULES)).toEqual([]);
  });

  it('a row of the table is what backward goes by, in a scan and written out', () => {
    const rules = withRow('tanh', { partials: [([a]) => sub(1, square(a!))] });
    expect(wrong(rules)).toEqual(['W_hh', 'W_xh', 'b_h']);
    expect(wrong(rules, unroll(program))).toEqual(['W_hh', 'W_xh', 'b_h']);
    expect(print(backward(program, { rules }))).toContain('a[t]²');
    expect(print(backward(program))).not.toContain('a[t]²');
  });

  it('terms that replace one another leave the last one, that of the first step', () => {
    const rules: Rules = { ...RULES, terms: 'replace' };
    expect(wrong(rules)).toEqual(names);
    const both = backward(program, { rules });
    // The gradient of the network whose first step alone is differentiated: its term at step 1.
    const steps = unroll(backward(program));
    const term = steps.equations.find(({ name }) => name.startsWith('dL/da_1⊗') || name === 'dL/dW_hh←a_1')!;
    const first = run(steps, given).get(term.name)!;
    expect(Array.from(output(both, run(both, given), 'dL/dW_hh').data)).toEqual(Array.from(first.data));
  });

  it('without the future a step hears only of its own loss', () => {
    const rules: Rules = { ...RULES, future: 'drop' };
    // W_hy and b_y act behind the state: they need no future.
    expect(wrong(rules)).toEqual(['W_hh', 'W_xh', 'b_h']);
    const own = unroll(backward(program, { rules }));
    const names = own.equations.map(({ name }) => name);
    expect(names.filter((name) => name.includes('future'))).toEqual([]);
  });

  it('what was not zeroed is added to', () => {
    const rules: Rules = { ...RULES, start: 'before' };
    const both = backward(program, { rules });
    const once = run(both, { ...given, ...shaped(zeros) });
    const again = shaped(mapValues(zeros, (_, key) => output(both, once, key.replace(' before', '')).data));
    const twice = run(both, { ...given, ...again });
    for (const name of names)
      expect(Array.from(output(both, twice, `dL/d${name}`).data)).toEqual(
        Array.from(output(both, once, `dL/d${name}`).data, (g) => 2 * g),
      );
    expect(wrong(rules, program, shaped(zeros))).toEqual([]);
    expect(wrong(rules, program, again)).toEqual(names);
  });

  it('a matrix that is not transposed does not fit unless it is square, and is another gradient where it fits', () => {
    const isSquare = (W: Var) => W.shape[0] === W.shape[1];
    const [byMatrix, byVector] = ops.matvec!.pullbacks as readonly [Pullback, Pullback];
    const without = (when: (W: Var) => boolean) =>
      withRow('matvec', {
        pullbacks: [byMatrix, (g, [W], ...rest) => (when(W!) ? matvec(W!, g) : byVector(g, [W!], ...rest))],
      });
    expect(() => backward(program, { rules: without(() => true) })).toThrow('matvec');
    expect(wrong(without(isSquare))).toEqual(['W_hh', 'W_xh', 'b_h']);
  });
});
