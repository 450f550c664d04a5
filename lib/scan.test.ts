import { expect, it } from 'vitest';
import {
  add,
  backward,
  batch,
  detach,
  differenceOf,
  matvec,
  mul,
  output,
  type Program,
  plan,
  run,
  scan,
  sum,
  sumTime,
  tanh,
  trace,
  unroll,
  type Var,
} from './index.ts';
import { distance, randomInputs } from './testing.ts';

const T = 3;

/** The same recurrence twice, with the same symbols, over two sequences and from two states. */
const twice = trace(
  {
    W: { shape: [2, 2], kind: 'parameter' },
    first: { shape: [2], kind: 'state' },
    second: { shape: [2], kind: 'state' },
    u: { shape: [T, 2] },
    v: { shape: [T, 2] },
  },
  ({ W, first, second, u, v }) => {
    const over = (h: Var, x: Var) =>
      scan({ h }, { x }, (state, now) => ({ h: tanh(add(matvec(W!, state.h!), now.x!)) })).h!;
    const [a, b] = [over(first!, u!), over(second!, v!)];
    return { a, b, L: sum(mul(sumTime(a), sumTime(b))) };
  },
);
const given = randomInputs(twice, 3, 0.7);

it('keeps two scans apart whose values have the same key', () => {
  const both = backward(twice, { wrt: ['W', 'first', 'second', 'u'] });
  const values = run(both, given);
  expect(Array.from(output(both, values, 'a').data)).not.toEqual(Array.from(output(both, values, 'b').data));
  for (const name of ['W', 'first', 'second', 'u'])
    output(both, values, `dL/d${name}`).data.forEach((slope, at) => {
      expect(slope).toBeCloseTo(differenceOf(twice, given, name, at).value, 9);
    });
});

it('also written out, in either order with backward; in a batch; and on a plan', () => {
  const both = backward(twice);
  const gradient = (program: Program, inputs = given) => output(program, run(program, inputs), 'dL/dW').data;
  const alone = Object.fromEntries(
    Object.entries(given).map(([name, { shape, data }]) => [
      name,
      { shape: name === 'W' ? shape : [...shape.slice(0, -1), 1, 2], data },
    ]),
  );
  const made = plan(both, { type: 'float64' });
  for (const [name, { data }] of Object.entries(given)) made.set(name, data);
  made.run();
  const others = [
    gradient(unroll(both)),
    gradient(backward(unroll(twice))),
    gradient(backward(batch(twice, 1)), alone),
    made.buffer('dL/dW'),
  ];
  for (const other of others) expect(distance(other, gradient(both))).toBeLessThan(1e-14);
});

it('keeps a sequence apart from a value of the same key', () => {
  const program = trace({ x: { shape: [T, 1] }, z: { shape: [1] } }, ({ x, z }) => {
    const y = add(z!, 1);
    return { y, total: sumTime(scan({}, { x: x! }, (_, now) => ({ y: mul(2, now.x!) })).y!) };
  });
  const values = run(program, { x: [[1], [2], [3]], z: [5] });
  expect(['y', 'total'].map((key) => output(program, values, key).data[0])).toEqual([6, 12]);
});

it('refuses a scan inside a step, and a step that forgets what it carries', () => {
  const x = { shape: [T, 2, 1] };
  const nested = (now: Var) => scan({}, { z: now }, (_, { z }) => ({ y: tanh(z!) })).y!;
  expect(() => trace({ x }, (given) => scan({}, { x: given.x! }, (_, now) => ({ y: nested(now.x!) })))).toThrow(
    'a scan inside the step of another scan',
  );
  expect(() => trace({ x }, (given) => scan({ h: sumTime(given.x!) }, { x: given.x! }, () => ({})))).toThrow(
    'the step returns no h, which it carries',
  );
});

it.each<[string, (a: Var, x: Var) => Var]>([
  ['does not read', (_, x) => x],
  ['reads as a constant alone', (a, x) => mul(detach(a), x)],
])('gives no gradient to a state that the step %s', (_, next) => {
  const program = trace({ u: { shape: [], kind: 'state' }, x: { shape: [3], kind: 'parameter' } }, ({ u, x }) => ({
    L: sumTime(scan({ a: u! }, { x: x! }, (state, now) => ({ a: next(state.a!, now.x!) })).a!),
  }));
  const given = { u: 2, x: [1, 2, 3] };
  const [both, written] = [backward(program), backward(unroll(program))];
  expect(output(both, run(both, given), 'dL/du').data[0]).toBe(0);
  const expected = [1, 2, 3].map((t) => output(written, run(written, given), `dL/dx_${t}`).data[0]);
  expect(Array.from(output(both, run(both, given), 'dL/dx').data)).toEqual(expected);
});

it('keeps an input apart from a step of a sequence that has its name once written out', () => {
  const program = trace({ x: { shape: [2] }, x_1: { shape: [] }, h_1: { shape: [] } }, ({ x, x_1, h_1 }) => ({
    L: sumTime(scan({ h: h_1! }, { x: x! }, (state, now) => ({ h: add(state.h!, mul(x_1!, now.x!)) })).h!),
  }));
  const given = { x: [1, 2], x_1: 10, h_1: 5 };
  expect(run(unroll(program), given).get('L')).toEqual(run(program, given).get('L'));
  expect(run(program, given).get('L')!.data[0]).toBe(15 + 35);
});

it('written out, a reversed scan has its steps in the order of time', () => {
  const program = trace({ h: { shape: [] }, x: { shape: [T] } }, ({ h, x }) =>
    scan({ h: h! }, { x: x! }, (state, now) => ({ h: add(mul(2, state.h!), now.x!) }), { reverse: true }),
  );
  const [given, written] = [{ h: 1, x: [1, 10, 100] }, unroll(program)];
  expect(Array.from(output(program, run(program, given), 'h').data)).toEqual([429, 214, 102]);
  expect([1, 2, 3].map((t) => output(written, run(written, given), `h_${t}`).data[0])).toEqual([429, 214, 102]);
});
