import { describe, expect, it } from 'vitest';
import { network, output, rnnIdentity, run } from '../index.ts';
import { slice, toArray } from '../tensor.ts';
import { examples, sine } from './index.ts';
import { measure } from './testing.ts';

const K2 = { T: 10, omega: 1 };

describe('sine', () => {
  it('with ω = 1, T = 10 has the floor ½ sin²1/10 = 0.0354 and without memory 0.354', () => {
    const { floor, others } = sine.bounds(K2);
    expect(floor.loss).toBeCloseTo(0.0354, 4);
    expect(others?.[0]?.loss).toBeCloseTo(0.354, 3);
    const all = examples(sine, 3, 3000, K2);
    const { loss, error } = measure(all, ({ ideal }) => ideal);
    expect(Math.abs(loss - floor.loss)).toBeLessThan(4 * error);
    const lag1 = measure(all, ({ inputs }) => ({ ...inputs, data: inputs.data.map((x) => Math.cos(1) * x) }));
    expect(Math.abs(lag1.loss - others![0]!.loss)).toBeLessThan(4 * lag1.error);
  });

  it('is exact from the second step on for a linear network with two units: 2 cos 1·x_t − x_{t−1}', () => {
    const program = network(rnnIdentity, { X: 1, H: 2, Y: 1, T: 10, loss: 'mse' });
    const { inputs, targets } = sine.generate(8, K2);
    const values = run(program, {
      W_hh: [
        [0, 0],
        [1, 0],
      ],
      W_xh: [[1], [0]],
      b_h: [0, 0],
      W_hy: [[2 * Math.cos(1), -1]],
      b_y: [0],
      h_0: [0, 0],
      x: inputs,
      target: targets,
    });
    const l = toArray(output(program, values, 'l')) as number[];
    expect(l[0]).toBeGreaterThan(1e-4);
    expect(Math.max(...l.slice(1))).toBeLessThan(1e-28);
  });

  it('has targets that are the next inputs', () => {
    const { inputs, targets } = sine.generate(1);
    for (let t = 0; t + 1 < 25; t++) expect(slice(targets, t)).toEqual(slice(inputs, t + 1));
  });
});
