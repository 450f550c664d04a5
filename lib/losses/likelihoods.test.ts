import { describe, expect, it } from 'vitest';
import {
  bernoulliNll,
  binaryCrossEntropy,
  categoricalNll,
  crossEntropy,
  gaussianNll,
  laplaceNll,
  mae,
  mse,
} from '../index.ts';
import { lossAt as at } from '../testing.ts';

const y = [0.3, -1.2, 2.5, 0.9];
const real = [0.1, 0.4, 2.4, -2.5];
const oneHot = [0, 0, 1, 0];
const bits = [1, 0, 1, 0];

describe('a loss is a negative log likelihood, up to scale and a constant', () => {
  const Y = y.length;

  it.each([0.1, 1, 7])('Gaussian of σ = %d: (Y / 2σ²)·mse + Y log(σ√2π)', (sigma) => {
    const [nll, loss] = [at(gaussianNll(sigma), y, real), at(mse, y, real)];
    const factor = Y / (2 * sigma * sigma);
    expect(nll.L).toBeCloseTo(factor * loss.L + Y * Math.log(sigma * Math.sqrt(2 * Math.PI)), 10);
    nll.dy.forEach((g, k) => {
      expect(g).toBeCloseTo(factor * loss.dy[k]!, 10);
    });
  });

  it.each([0.1, 1, 7])('Laplace of b = %d: (Y/b)·mae + Y log 2b', (b) => {
    const [nll, loss] = [at(laplaceNll(b), y, real), at(mae, y, real)];
    expect(nll.L).toBeCloseTo((Y / b) * loss.L + Y * Math.log(2 * b), 10);
    nll.dy.forEach((g, k) => {
      expect(g).toBeCloseTo((Y / b) * loss.dy[k]!, 10);
    });
  });

  it('categorical: crossEntropy', () => {
    const [nll, loss] = [at(categoricalNll, y, oneHot), at(crossEntropy, y, oneHot)];
    expect(nll.L).toBeCloseTo(loss.L, 14);
    nll.dy.forEach((g, k) => {
      expect(g).toBeCloseTo(loss.dy[k]!, 14);
    });
  });

  it('Bernoulli: Y·binaryCrossEntropy', () => {
    const [nll, loss] = [at(bernoulliNll, y, bits), at(binaryCrossEntropy, y, bits)];
    expect(nll.L).toBeCloseTo(Y * loss.L, 14);
    nll.dy.forEach((g, k) => {
      expect(g).toBeCloseTo(Y * loss.dy[k]!, 14);
    });
  });

  it('but the definition breaks where a probability rounds to 0, and the loss does not', () => {
    expect(at(categoricalNll, [800, -800], [1, 0]).L).toBeNaN();
    expect(at(crossEntropy, [800, -800], [1, 0])).toEqual({ L: 0, dy: [0, 0] });
    expect(at(crossEntropy, [800, -800], [0, 1])).toEqual({ L: 1600, dy: [1, -1] });
    expect(at(bernoulliNll, [800], [1]).L).toBeNaN();
    expect(at(binaryCrossEntropy, [800], [1])).toEqual({ L: 0, dy: [0] });
    expect(at(binaryCrossEntropy, [800], [0])).toEqual({ L: 800, dy: [1] });
    expect(at(binaryCrossEntropy, [-800], [1])).toEqual({ L: 800, dy: [-1] });
  });
});
