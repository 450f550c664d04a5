import { describe, expect, it } from 'vitest';
import {
  backward,
  cells,
  differenceOf,
  network,
  output,
  random,
  rnn,
  run,
  slice,
  throughTime,
  toArray,
  unroll,
} from '../index.ts';
import { distance, maxAbs, randomInputs } from '../testing.ts';

const { chunks, forcingMask, forcingSchedules, lagTerms, rtrl, totalOf } = throughTime;
const options = { X: 2, H: 3, Y: 2, T: 4, loss: 'mse' } as const;

describe.each(cells.map((cell) => [cell.id, cell] as const))('%s with feedback', (_, cell) => {
  it('that is forced at every step computes what it does without', () => {
    const plain = network(cell, options);
    const given = randomInputs(plain, 4);
    const fed = network(cell, { ...options, feedback: 'y' });
    const forced = { ...given, y_0: given.y_0 ?? [0, 0], forced: [1, 1, 1, 1] };
    expect(run(fed, forced).get('y')).toEqual(run(plain, given).get('y'));
  });

  it.each(['y', 'softmax'] as const)(
    'of %s reads its own output where it is not forced, and its gradients are right',
    (feedback) => {
      const program = network(cell, { ...options, feedback });
      const given = { ...randomInputs(program, 4, 0.5), forced: [1, 0, 0, 1] };
      const values = run(program, given);
      const [u, y] = [values.get('u')!, values.get('y')!];
      expect(toArray(slice(u, 3))).toEqual(toArray(slice(values.get('x')!, 3)));
      const before = Array.from(slice(y, 0).data);
      const e = before.map(Math.exp);
      const expected = feedback === 'y' ? before : e.map((x) => x / (e[0]! + e[1]!));
      expect(distance(slice(u, 1).data, expected)).toBeLessThanOrEqual(1e-15);
      const both = backward(unroll(program));
      const computed = run(both, given);
      for (const key of Object.keys(both.outputs).filter((each) => /^dL\/d(W|b|p)/.test(each))) {
        const gradient = output(both, computed, key).data;
        const { value } = differenceOf(program, given, key.slice(4), 0);
        if (cell.id !== 'rnn-relu')
          expect(Math.abs(gradient[0]! - value), key).toBeLessThanOrEqual(1e-8 * Math.max(maxAbs(gradient), 1));
      }
    },
  );
});

describe('feedback', () => {
  const program = network(rnn, { ...options, feedback: 'y' });
  const given = { ...randomInputs(program, 4, 0.5), forced: [1, 0, 1, 0] };

  it('carries y through chunks, terms and real-time learning as any state', () => {
    const both = backward(program);
    const expected = output(both, run(both, given), 'dL/dW_hy').data;
    const last = [...rtrl(program, given)].at(-1)!.gradients.W_hy!.data;
    const sum = totalOf(lagTerms(program, given, 'W_hy')).data;
    for (const got of [last, sum]) expect(distance(got, expected)).toBeLessThanOrEqual(1e-14);
    const short = network(rnn, { ...options, T: 2, feedback: 'y' });
    const losses = [...chunks(short, given)].map(({ loss }) => loss);
    expect(losses[0]! + losses[1]!).toBeCloseTo(run(program, given).get('L')!.data[0]!, 13);
  });

  it('needs outputs as wide as inputs', () => {
    expect(() => network(rnn, { ...options, X: 1, feedback: 'y' })).toThrow('expected equal shapes, not [1] and [2]');
  });
});

describe('masks', () => {
  it('force the first step always, and the others with their probability', () => {
    const masks = Array.from({ length: 200 }, (_, n) => Array.from(forcingMask(11, 0.3, random(1), n).data));
    expect(masks.every(([first]) => first === 1)).toBe(true);
    const share = masks.flatMap((mask) => mask.slice(1)).reduce((a, b) => a + b) / 2000;
    expect(share).toBeGreaterThan(0.27);
    expect(share).toBeLessThan(0.33);
  });

  it('are the same for a longer sequence', () => {
    expect(forcingMask(9, 0.5, random(2), 'a').data.slice(0, 5)).toEqual(forcingMask(5, 0.5, random(2), 'a').data);
    expect(() => forcingMask(3, 1.5, random(2))).toThrow('a probability is in [0, 1], not 1.5');
  });
});

describe('schedules fall from 1 or near it', () => {
  it.each([
    ['linear', forcingSchedules.linear(1, 0.01, 0.1), [1, 0.5, 0.1]],
    ['exponential', forcingSchedules.exponential(0.99), [1, 0.99 ** 50, 0.99 ** 200]],
    [
      'inverse sigmoid',
      forcingSchedules.inverseSigmoid(20),
      [20 / 21, 20 / (20 + Math.exp(2.5)), 20 / (20 + Math.exp(10))],
    ],
  ])('%s', (_, schedule, expected) => {
    [0, 50, 200].forEach((step, k) => {
      expect(schedule(step)).toBeCloseTo(expected[k]!, 14);
    });
  });
});
