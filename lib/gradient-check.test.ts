import { describe, expect, it } from 'vitest';
import {
  backward,
  CHECK_TOLERANCE,
  checkGradients,
  network,
  output,
  relativeError,
  rnn,
  run,
  tanh,
  trace,
  unroll,
} from './index.ts';
import { randomInputs } from './testing.ts';

const program = unroll(network(rnn, { X: 2, H: 3, Y: 1, T: 4, loss: 'mse' }));
const given = randomInputs(program, 3);
const both = backward(program);
const values = run(both, given);
const claimed = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, values.get(both.gradients![name]!)!]));

describe('checkGradients', () => {
  it('passes the gradients of the engine, of parameters and of values on the way', () => {
    const checked = checkGradients(program, given, claimed('W_hh', 'W_xh', 'b_h', 'W_hy', 'b_y', 'h_0', 'h_2', 'a_3'));
    expect(checked).toHaveLength(9 + 6 + 3 + 3 + 1 + 3 + 3 + 3);
    expect(Math.max(...checked.map(({ error }) => error))).toBeLessThan(CHECK_TOLERANCE / 100);
    expect(checked[1]).toMatchObject({ name: 'W_hh', at: 1, claimed: output(both, values, 'dL/dW_hh').data[1] });
  });

  it('finds the one number that is off by a millionth of itself', () => {
    const { W_hh } = claimed('W_hh');
    const off = { shape: W_hh!.shape, data: W_hh!.data.with(4, W_hh!.data[4]! * (1 + 3e-6)) };
    const wrong = checkGradients(program, given, { W_hh: off }).filter(({ error }) => !(error < CHECK_TOLERANCE));
    expect(wrong.map(({ at }) => at)).toEqual([4]);
  });

  it('does not take a saturated unit for an error, nor pass what is no number', () => {
    const saturated = trace({ w: { shape: [2], kind: 'parameter' } }, ({ w }) => ({ L: tanh(w!) }));
    expect(() => checkGradients(saturated, { w: [0, 9] }, { v: [1] })).toThrow('no value v');
    expect(relativeError(0, 1e-13, 1)).toBeLessThan(CHECK_TOLERANCE);
    expect(relativeError(0, 1e-13)).toBe(1);
    expect(relativeError(0, 0)).toBe(0);
    expect(relativeError(Number.NaN, 1)).toBeNaN();
  });
});
