import { gru, lstm, math } from 'unrolled';
import { describe, expect, it } from 'vitest';
import { digits, judged, piecesOf, trialStep, unit } from './equations.ts';

it('a unit computes what its weights say, and 0 where none are given', () => {
  expect(unit(lstm, { b_i: 50, b_g: 50 }, [0, 0])('c')).toEqual([1, 1.5]);
});

describe('choices', () => {
  const now = trialStep(gru);
  const right = { tex: 'z', of: () => now.z!, reason: 'yes' };
  const wrong = { tex: 'r', of: () => now.r!, reason: 'no' };

  it('are judged by the cell’s own number, and a wrong one is told what it gives', () => {
    const choices = judged(now, 'z', [wrong, right]);
    expect(choices.map(({ correct }) => correct)).toEqual([false, true]);
    expect(choices[0]!.reason).toBe(
      `no With random weights it gives ${digits(now.r!, 3)}, where the cell has ${digits(now.z!, 3)}.`,
    );
  });
  it('of which none or two are right are no exercise', () => {
    expect(() => judged(now, 'z', [wrong])).toThrow('does not single out');
    expect(() => judged(now, 'z', [right, right])).toThrow('does not single out');
  });
});

it('a trial step is a step of the cell', () => {
  const { h, h_0, z, n } = trialStep(gru) as Record<string, number>;
  expect(h).toBeCloseTo((1 - z!) * h_0! + z! * n!, 12);
  expect(Math.abs(z! - math.sigmoid(0))).toBeGreaterThan(0.01);
});

it('pieces are the engine’s formula', () => {
  expect(piecesOf(lstm, 'c', /(?<==|\\odot) |(?<=c_\{t-1\}) /).join(' ')).toContain('$c_{t-1}$');
});
