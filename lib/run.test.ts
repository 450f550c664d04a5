import { describe, expect, it } from 'vitest';
import {
  add,
  backward,
  InputError,
  matvec,
  network,
  output,
  rnn,
  run,
  ShapeError,
  scan,
  steps,
  trace,
  unroll,
} from './index.ts';

const program = network(rnn, { X: 1, H: 2, Y: 1, T: 2, loss: 'mse' });
const given = {
  W_hh: [
    [0.5, 0.1],
    [0.2, 0.3],
  ],
  W_xh: [[1], [0.5]],
  b_h: [0.1, 0],
  W_hy: [[1, -1]],
  b_y: [0.2],
  h_0: [0.3, 0],
  x: [[1], [0]],
  target: [[0.5], [0.1]],
};

describe('steps', () => {
  it('yields one equation at a time, scans included', () => {
    const names = Array.from(steps(program, given), ({ equation }) => equation.name);
    expect(names.slice(0, 4)).toEqual(['W_hh·h[t-1]', 'W_xh·x[t]', 'a[t]', 'h[t]']);
    expect(names.at(-1)).toBe('L');
  });

  it('puts given values in place of computed ones', () => {
    const unrolled = unroll(program);
    const replaced = run(unrolled, given, { replace: new Map([['h_1', { shape: [2], data: Float64Array.of(0, 0) }]]) });
    expect(Array.from(replaced.get('W_hh·h_1')!.data)).toEqual([0, 0]);
  });

  it.each([
    ['an unknown name', 'q', [2], 'no equation computes q by itself'],
    ['a value inside a scan', 'h', [2, 2], 'no equation computes h by itself'],
    ['another shape', 'L', [2], 'in place of L: expected a scalar, got [2]'],
  ])('refuses to replace %s', (_, name, shape, message) => {
    const value = { shape, data: new Float64Array(4) };
    expect(() => run(program, given, { replace: new Map([[name, value]]) })).toThrow(message);
  });
});

describe('errors say what was expected and what was given', () => {
  const failing = (change: object) => () => run(program, { ...given, ...change });
  it.each([
    ['a wrong shape', { W_hh: [[1, 2]] }, 'W_hh: expected [2, 2], got [1, 2]'],
    ['ragged rows', { W_hh: [[1, 2], [3]] }, 'W_hh: row 2 is [1], but row 1 is [2]'],
    ['an unknown name', { W_hx: [[1]] }, 'unknown input W_hx; expected W_hh: [2, 2], W_xh: [2, 1], b_h: [2]'],
    ['NaN', { b_h: [0, Number.NaN] }, 'b_h: expected finite numbers, got NaN at position 2'],
    ['infinity', { x: [[1], [Number.POSITIVE_INFINITY]] }, 'x: expected finite numbers, got Infinity at position 2'],
    ['a missing input', { h_0: undefined }, 'missing input h_0: [2]'],
  ])('%s', (_, change, message) => {
    expect(failing(change)).toThrow(InputError);
    expect(failing(change)).toThrow(message);
  });

  it('too few steps for an unrolled program', () => {
    expect(() => run(unroll(program), { ...given, x: [[1], [2], [3]] })).toThrow('x: expected 2 steps, got [3, 1]');
    expect(() => run(unroll(program), { ...given, x: [[1]] })).toThrow('x: expected 2 steps, got [1, 1]');
  });

  it('shapes that do not fit, while tracing', () => {
    const wrong = () =>
      trace({ W_hh: { shape: [2, 2], kind: 'parameter' }, x_1: { shape: [3], kind: 'data' } }, ({ W_hh, x_1 }) => ({
        a: matvec(W_hh!, x_1!),
      }));
    expect(wrong).toThrow(ShapeError);
    expect(wrong).toThrow('matvec(W_hh: [2, 2], x_1: [3]): expected a matrix [R, C] and a vector [C]');
  });

  it('a carry that changes its shape, sequences of different length', () => {
    const run2 = (width: number, length: number) => () =>
      trace(
        {
          h_0: { shape: [2], kind: 'state' },
          x: { shape: [3, 2], kind: 'data' },
          z: { shape: [length, width], kind: 'data' },
        },
        ({ h_0, x, z }) =>
          scan({ h: h_0! }, { x: x!, z: z! }, ({ h }, row) => ({ h: width === 2 ? add(h!, row.x!) : row.z! })),
      );
    expect(run2(3, 3)).toThrow('h enters the step as [2] and leaves it as [3]');
    expect(run2(2, 4)).toThrow('x has 3 steps and z has 4; a scan needs equal lengths');
  });

  it('an objective that is not there or not a scalar; an input that is not there', () => {
    expect(() => backward(program, { of: 'M' })).toThrow('no output M to differentiate; there are');
    expect(() => backward(unroll(program), { of: 'h_2' })).toThrow('h_2 is not a scalar');
    expect(() => backward(program, { wrt: ['V'] })).toThrow('V is no input of the program');
    expect(() => output(program, run(program, given), 'M')).toThrow('no output M');
  });
});
