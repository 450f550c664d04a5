import { describe, expect, it } from 'vitest';
import { network, output, rnnIdentity, run } from '../index.ts';
import type { Tensor } from '../tensor.ts';
import { examples, k1, k1Data, k1Weights } from './index.ts';
import { measure } from './testing.ts';

const T = 100;
const program = network(rnnIdentity, { X: 1, H: 1, Y: 1, T, loss: 'mse' });
const linear = (h_0: (x: Float64Array) => number) => (example: { inputs: Tensor; targets: Tensor }) => {
  const { inputs, targets } = example;
  const given = { ...k1Weights, h_0: [h_0(inputs.data)], x: inputs, target: targets };
  return output(program, run(program, given), 'y');
};

describe('k1', () => {
  const all = examples(k1, 1, 400, { T });
  const bound = (id: string) =>
    [k1.bounds({ T }).baseline, ...k1.bounds({ T }).others!].find((each) => each.id === id)!;
  const shifted =
    (by: number) =>
    ({ inputs }: { inputs: Tensor }) => ({
      ...inputs,
      data: inputs.data.map((x, i) => (i === 0 ? x : x - by)),
    });

  it('is the walk y_i = y_{i−1} + 0.9·u_i with u from [0, 1)', () => {
    for (const { inputs, targets } of all.slice(0, 5)) {
      expect(targets.data[0]).toBe(inputs.data[0]);
      for (let i = 1; i < T; i++) {
        const u = inputs.data[i]! - targets.data[i - 1]!;
        expect(u).toBeGreaterThanOrEqual(0);
        expect(u).toBeLessThan(1);
        expect(targets.data[i]).toBeCloseTo(targets.data[i - 1]! + 0.9 * u, 12);
      }
    }
  });

  it('is reproduced by a linear network with one unit (w_h = 0.1, w_x = 0.9) from h_0 = X_0', () => {
    expect(
      measure(
        all.slice(0, 20),
        linear((x) => x[0]!),
      ).loss,
    ).toBeLessThan(1e-32); // 0.1·X_0 + 0.9·X_0 need not be X_0 to the last bit
  });

  it('is missed by (1 − 0.01^T)/(297·T) = 3.4e-5 from h_0 = 0', () => {
    const { loss, error } = measure(
      all,
      linear(() => 0),
    );
    expect(Math.abs(loss - (1 - 0.01 ** T) / (297 * T))).toBeLessThan(4 * error);
    expect(loss).toBeCloseTo(3.4e-5, 5);
  });

  it('without memory is missed by 0.01/12 = 8.3e-4 at each step but the first', () => {
    const { loss, error } = measure(all, shifted(0.05));
    expect(bound('offset').loss).toBeCloseTo((0.99 * 0.01) / 12, 15);
    expect(Math.abs(loss - bound('offset').loss)).toBeLessThan(4 * error);
    // No other offset is better, and no other slope by more than it is worth far out.
    for (const by of [0.03, 0.07]) expect(measure(all, shifted(by)).loss).toBeGreaterThan(loss);
  });

  it('has the losses of passing the input on, of its mean line, and of saying 0', () => {
    const predictions = {
      identity: shifted(0),
      clock: ({ inputs }: { inputs: Tensor }) => ({ ...inputs, data: inputs.data.map((_, i) => 0.5 + 0.45 * i) }),
      zero: ({ inputs }: { inputs: Tensor }) => ({ ...inputs, data: inputs.data.map(() => 0) }),
    };
    for (const [id, predict] of Object.entries(predictions)) {
      const { loss, error } = measure(all, predict);
      expect(Math.abs(loss - bound(id).loss)).toBeLessThan(4 * error);
    }
    expect(Math.round(bound('zero').loss)).toBe(691);
  });

  it('has the rows of the source, X [n, 1] and y [n], as its data', () => {
    const { X, y } = k1Data(1, 50);
    expect([X.shape, y.shape]).toEqual([[50, 1], [50]]);
    expect(X.data).toEqual(all[0]!.inputs.data.slice(0, 50));
    expect(y.data).toEqual(all[0]!.targets.data.slice(0, 50));
  });

  it('drifts out of what the first 80 rows have shown', () => {
    for (const { targets } of all.slice(0, 50)) {
      expect(targets.data[80]).toBeGreaterThan(Math.max(...targets.data.slice(0, 80)));
    }
  });
});
