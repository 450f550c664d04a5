import { backward, network, rnn, rnnIdentity, run } from 'unrolled';
import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';
import { act, frameOf, fromUrl, type LagsState, START, toUrl } from './model.ts';

describe('the terms of a gradient', () => {
  it.each(['identity', 'tanh'] as const)('add up to the gradient that one backward pass gives (%s)', (activation) => {
    const cell = activation === 'tanh' ? rnn : rnnIdentity;
    for (const w of [-0.5, 0.5, 0.9, 1.2]) {
      const { terms, gradient } = frameOf({ activation, w, T: 20 });
      const program = backward(network(cell, { X: 1, H: 1, Y: 1, T: 20, loss: 'mse', lossAt: 'last' }));
      const ones = Array.from({ length: 20 }, () => [1]);
      const given = {
        W_hh: [[w]],
        W_xh: [[1]],
        b_h: [0],
        W_hy: [[1]],
        b_y: [0],
        h_0: [0],
        x: ones,
        target: ones.map(() => [0]),
      };
      const whole = run(program, given).get('dL/dW_hh')!.data[0]!;
      expect(terms.reduce((a, b) => a + b) / whole).toBeCloseTo(1, 10);
      expect(gradient / whole).toBeCloseTo(1, 10);
    }
  });

  // NumPy, a linear unit that reads ones: Σ of the first five of w^l · h_{T−l−1} over Σ of all.
  it('of w = 0.5 come to 97 % from the five nearest lags, of w = 0.9 to 56 %', () => {
    expect(frameOf(START).near).toBeCloseTo(0.9688, 4);
    expect(frameOf({ ...START, w: 0.9 }).near).toBeCloseTo(0.5622, 4);
  });

  it('have shares that add up to 1', () => {
    for (const state of Object.values(examples) as LagsState[])
      expect(frameOf(state).shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });
});

describe('the state', () => {
  it.each(Object.entries(examples))('%s goes into an address and back', (_, state: LagsState) => {
    expect(fromUrl(toUrl(state))).toEqual(state);
  });

  it.each(['', '1', '1~a.tanh~w.9~T.20', '1~a.relu~w.0.5~T.20', '1~a.tanh~w.0.5~T.1', '1~a.tanh~w.x~T.20'])(
    'refuses the link %s',
    (text) => expect(fromUrl(text)).toBeUndefined(),
  );

  it('stays as it is when a number is out of its range', () => {
    expect(act(START, { type: 'set', change: { w: 2 } })).toBe(START);
    expect(act(START, { type: 'set', change: { w: -1 } })).toMatchObject({ w: -1 });
  });
});
