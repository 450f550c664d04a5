import { network, rnnIdentity, run } from 'unrolled';
import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';
import { act, frameOf, fromUrl, START, T, toUrl } from './model.ts';

const errors = (state: typeof START) => frameOf(state).steps.map(({ output, target }) => Math.abs(output - target));

describe('teacher forcing', () => {
  it('with the right weight continues the wave without the teacher', () => {
    expect(Math.max(...errors({ percent: 0, forced: 1 }))).toBeLessThan(1e-12);
  });

  it('keeps the error within what the weight is off, at every step', () => {
    const { largest, steps } = frameOf(examples.forced);
    expect(largest.forced).toBeLessThanOrEqual(2 * Math.cos(0.6) * 0.02);
    expect(largest.free).toBe(0);
    for (const { read, t } of steps) expect(read).toBeCloseTo(Math.sin(0.6 * t), 14);
  });

  it('hides an error that is more than ten times as large without the teacher', () => {
    const { largest } = frameOf(START);
    expect(largest.free).toBeGreaterThan(10 * largest.forced);
  });

  it('reads its own output where it is not taught', () => {
    const { steps } = frameOf(START);
    for (const { t, read, isForced } of steps) if (!isForced) expect(read).toBe(steps[t - 2]!.output);
  });

  it('has a gradient that a central difference finds', () => {
    const h = 1e-4;
    const weight = 2 * Math.cos(0.6);
    for (const forced of [1, 8, T]) {
      const loss = (percent: number) => frameOf({ percent, forced }).loss;
      const difference = (loss(2 + h) - loss(2 - h)) / ((2 * h * weight) / 100);
      expect(frameOf({ percent: 2, forced }).gradient).toBeCloseTo(difference, 5);
    }
  });

  it('with the teacher at every step is a network without feedback', () => {
    const steps = Array.from({ length: T }, (_, k) => k + 1);
    const c = 2 * Math.cos(0.6) * 1.02;
    const values = run(network(rnnIdentity, { X: 1, H: 2, Y: 1, T, loss: 'mse' }), {
      ...{
        W_hh: [
          [0, 0],
          [1, 0],
        ],
        W_xh: [[1], [0]],
        b_h: [0, 0],
        W_hy: [[c, -1]],
        b_y: [0],
        h_0: [0, 0],
      },
      x: steps.map((t) => [Math.sin(0.6 * t)]),
      target: steps.map((t) => [Math.sin(0.6 * (t + 1))]),
    });
    frameOf(examples.forced).steps.forEach(({ output }, k) => {
      expect(output).toBeCloseTo(values.get('y')!.data[k]!, 13);
    });
  });

  it('goes into an address and back', () => {
    for (const state of Object.values(examples)) expect(fromUrl(toUrl(state))).toEqual(state);
    for (const text of ['', '1~e.2', '1~e.9~f.3', '1~e.2~f.0', '1~e.2~f.25', '1~e.2~f.3~g.1', '2~e.2~f.3'])
      expect(fromUrl(text)).toBeUndefined();
    expect(act(START, { type: 'set', change: { forced: T + 1 } })).toBe(START);
  });
});
