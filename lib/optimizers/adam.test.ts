import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adam, type Optimizer, sgd } from '../index.ts';
import { downhill, walk } from './testing.ts';

describe('Adam', () => {
  it('moves every weight by η in its first step, whatever the size of the gradient', () => {
    const size = double({ min: 1e-3, max: 1e6, noNaN: true });
    assert(
      property(size, (g) => {
        expect(
          walk(
            adam,
            [0, 0],
            () => [g, -g],
            1,
            () => ({ η: 0.25 }),
          )[0],
        ).toEqual([expect.closeTo(-0.25, 5), expect.closeTo(0.25, 5)]);
      }),
    );
  });

  it('does not change its path when the loss is scaled, with ε = 0; SGD does', () => {
    const path = (optimizer: Optimizer, factor: number, hyper: Record<string, number>) =>
      walk(
        optimizer,
        1.5,
        (w) => factor * downhill(w).data[0]!,
        10,
        () => hyper,
      ).flat();
    const [plain, scaled] = [1, 1024].map((factor) => path(adam, factor, { η: 0.1, ε: 0 }));
    scaled!.forEach((w, k) => {
      expect(w).toBeCloseTo(plain![k]!, 12);
    });
    expect(path(sgd, 1024, { η: 0.1 })[0]).not.toBeCloseTo(path(sgd, 1, { η: 0.1 })[0]!, 1);
  });
});
