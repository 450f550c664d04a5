import { describe, expect, it } from 'vitest';
import { flat, lstm, network, rnn, run, throughTime } from '../index.ts';
import { randomInputs } from '../testing.ts';

const { cut } = throughTime;
const program = network(rnn, { X: 1, H: 1, Y: 1, T: 12, loss: 'mse' });
const named = (kind: 'detach' | 'reset', step: number, after = [1, 11]) =>
  flat(cut(program, after, kind))
    .filter((equation) => equation.step === step)
    .map(({ name, inputs }) => [name, ...inputs].join(' ← '));

describe('cut', () => {
  it('puts a constant copy of the state between two steps, and names say so', () => {
    expect(named('detach', 1).at(-1)).toBe('detach(h_1) ← h_1');
    expect(named('detach', 2).slice(0, 3)).toEqual([
      'W_hh·detach(h_1) ← W_hh ← detach(h_1)',
      'W_xh·x_2 ← W_xh ← x_2',
      'a_2 ← W_hh·detach(h_1) ← W_xh·x_2 ← b_h',
    ]);
    expect(named('detach', 12)[0]).toBe('W_hh·detach(h_11) ← W_hh ← detach(h_11)');
  });

  it('or lets the step read the initial state again', () => {
    expect(named('reset', 2).slice(0, 3)).toEqual([
      'W_hh·h_0′ ← W_hh ← h_0',
      'W_xh·x_2 ← W_xh ← x_2',
      'a_2 ← W_hh·h_0′ ← W_xh·x_2 ← b_h',
    ]);
  });

  it('leaves the output of the step before as it is', () => {
    expect(named('detach', 1)).toContain('y_1 ← W_hy·h_1 ← b_y');
    expect(named('detach', 10)).toEqual(named('detach', 10, []));
  });

  it('cuts all of the state, and not at the ends', () => {
    const two = network(lstm, { X: 1, H: 1, Y: 1, T: 3, loss: 'mse' });
    const copies = flat(cut(two, [0, 1.5, 2, 3], 'detach')).filter(({ op }) => op === 'detach');
    expect(copies.map(({ name }) => name)).toEqual(['detach(h_2)', 'detach(c_2)']);
    const given = randomInputs(two, 1);
    expect(run(cut(two, [1, 2], 'detach'), given).get('L')).toEqual(run(two, given).get('L'));
  });
});
