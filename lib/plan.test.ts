import { describe, expect, it } from 'vitest';
import {
  backward,
  batch,
  cells,
  mul,
  network,
  output,
  plan,
  rnn,
  run,
  scan,
  trace,
  unroll,
  type Var,
} from './index.ts';
import { distance, maxAbs, randomInputs } from './testing.ts';

const options = { X: 2, H: 5, Y: 3, T: 9, loss: 'crossEntropy' } as const;

describe.each(cells.map((cell) => [cell.id, cell] as const))('%s', (_, cell) => {
  const program = backward(batch(network(cell, options), 4));
  const given = randomInputs(program, 2, 0.6, true);
  const values = run(program, given);
  const keys = Object.keys(program.outputs);

  const planned = (type: 'float32' | 'float64') => {
    const made = plan(program, { type });
    for (const [name, { data }] of Object.entries(given)) made.set(name, data);
    made.run();
    return made;
  };

  it('a float64 plan gives what run gives, to rounding', () => {
    const made = planned('float64');
    for (const key of keys) {
      const expected = output(program, values, key).data;
      expect(distance(made.buffer(key), expected), key).toBeLessThanOrEqual(1e-14 * Math.max(1, maxAbs(expected)));
    }
  });

  it('a float32 plan is within 1e-5 of run, normwise', () => {
    const made = planned('float32');
    for (const key of keys) {
      const expected = output(program, values, key).data;
      expect(distance(made.buffer(key), expected), key).toBeLessThanOrEqual(1e-5 * Math.max(maxAbs(expected), 1e-3));
    }
  });

  it('running again gives the same bits: no state is left behind', () => {
    const made = planned('float32');
    const first = keys.map((key) => Array.from(made.buffer(key)));
    made.run();
    expect(keys.map((key) => Array.from(made.buffer(key)))).toEqual(first);
  });
});

it('is written and read in place: a buffer stays the same array from run to run', () => {
  const made = plan(network(rnn, options), { type: 'float64' });
  const [x, y] = [made.buffer('x'), made.buffer('y')];
  x[0] = 0.5;
  made.buffer('W_xh').fill(0.25);
  made.buffer('W_hy').fill(1);
  made.run();
  const first = Array.from(y);
  expect(first[0]).toBeCloseTo(options.H * Math.tanh(0.125), 14);
  x[0] = -0.5;
  made.run();
  expect(Array.from(y)).not.toEqual(first);
  expect(made.buffer('y')).toBe(y);
});

it('runs unrolled programs as well', () => {
  const program = backward(unroll(network(rnn, options)));
  const given = randomInputs(program, 4, 0.6, true);
  const made = plan(program, { type: 'float64' });
  for (const [name, { data }] of Object.entries(given)) made.set(name, data);
  made.run();
  expect(distance(made.buffer('dL/dW_hh'), output(program, run(program, given), 'dL/dW_hh').data)).toBeLessThan(1e-13);
});

it('carries that change places do not overwrite each other', () => {
  const scalar = { shape: [], kind: 'state' } as const;
  const program = trace({ a: scalar, b: scalar, x: { shape: [3] } }, ({ a, b, x }) => {
    const step = ({ p, q }: Record<string, Var>, now: Record<string, Var>) => ({ p: q!, q: p!, y: mul(p!, now.x!) });
    return { y: scan({ p: a!, q: b! }, { x: x! }, step).y! };
  });
  const made = plan(program);
  for (const [name, value] of Object.entries({ a: 5, b: 7, x: [1, 10, 100] })) made.set(name, value);
  made.run();
  expect(Array.from(made.buffer('y'))).toEqual([5, 70, 500]);
});

describe('errors', () => {
  const made = plan(network(rnn, options));
  it.each([
    ['an unknown input', () => made.set('W', [1]), 'W is no input of the plan; it takes W_hh, W_xh'],
    ['a wrong size', () => made.set('b_h', [1]), 'b_h: expected [5], that is 5 numbers, got 1'],
    ['a wrong shape', () => made.set('W_hh', [new Array(25).fill(1)]), 'W_hh: expected [5, 5], got [1, 25]'],
    ['an unknown buffer', () => made.buffer('q'), 'the plan has no q'],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(message);
  });
});
