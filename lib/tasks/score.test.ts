import { describe, expect, it } from 'vitest';
import { crossEntropy, output, run, scan, sumTime, trace } from '../index.ts';
import { tensor } from '../tensor.ts';
import { adding, examples, padExample, parity, reber, recall, score, sine } from './index.ts';

describe('score', () => {
  it('is the mean over counted steps of the squared error', () => {
    const example = sine.generate(1, { T: 4 });
    const zero = score(example, tensor([[0], [0], [0], [0]]));
    expect(zero.loss).toBeCloseTo(example.targets.data.reduce((sum, v) => sum + v * v, 0) / 4, 14);
    expect(zero.accuracy).toBeUndefined();
    expect(score(example, example.targets)).toEqual({ total: 0, steps: 4, loss: 0 });
    expect(() => score(example, tensor([[1]]))).toThrow('A prediction has the shape [4, 1]; got [1, 1].');
  });

  it('is the mean of −log of the probability of the class, and how often the likeliest is right', () => {
    const example = parity.generate(1, { T: 3 });
    const sure = tensor(example.labels!.map((label) => (label === 1 ? [0.1, 0.9] : [0.9, 0.1])));
    expect(score(example, sure).loss).toBeCloseTo(-Math.log(0.9), 14);
    expect(score(example, sure).accuracy).toBe(1);
    const wrong = tensor(example.labels!.map((label) => (label === 1 ? [1, 0] : [0, 1])));
    expect(score(example, wrong)).toMatchObject({ loss: Number.POSITIVE_INFINITY, accuracy: 0 });
  });

  it('is the loss of the engine, which gets logits', () => {
    const example = reber.generate(4);
    const T = example.mask.shape[0]!;
    const program = trace({ y: { shape: [T, 7], kind: 'data' }, target: { shape: [T, 7], kind: 'data' } }, (given) => ({
      L: sumTime(scan({}, given, (_, { y, target }) => ({ l: crossEntropy(y!, target!) })).l!),
    }));
    const p = example.ideal.data.map((v) => 0.9 * v + 0.1 / 7);
    const logits = { shape: [T, 7], data: p.map((v) => Math.log(v) + 3) };
    const L = output(program, run(program, { y: logits, target: example.targets }), 'L').data[0]!;
    expect(score(example, { shape: [T, 7], data: p }).total).toBeCloseTo(L, 12);
  });

  it('ignores what is predicted where nothing counts', () => {
    const example = adding.generate(1, { T: 3 });
    const sum = example.targets.data[2]!;
    expect(score(example, tensor([[9], [-9], [sum + 2]]))).toEqual({ total: 4, steps: 1, loss: 4 });
  });
});

describe('examples', () => {
  it('are those of their indices', () => {
    const all = examples(recall, 5, 3, { T: 4 });
    expect(all[2]).toEqual(recall.generate(5, { T: 4 }, 2));
    expect(all).toHaveLength(3);
  });
});

describe('padExample', () => {
  it('adds steps that do not count, so that no score changes', () => {
    const example = parity.generate(1, { T: 4 });
    const longer = padExample(example, 6);
    expect([longer.inputs, longer.targets, longer.ideal].map(({ shape }) => shape)).toEqual([
      [6, 1],
      [6, 2],
      [6, 2],
    ]);
    expect(longer.mask).toEqual(tensor([1, 1, 1, 1, 0, 0]));
    expect(longer.labels?.slice(4)).toEqual([-1, -1]);
    expect(score(longer, longer.ideal)).toEqual(score(example, example.ideal));
    expect(padExample(example, 4)).toEqual(example);
    expect(() => padExample(example, 3)).toThrow('An example of 4 steps cannot be padded to 3.');
    expect(() => padExample(example, Number.NaN)).toThrow('cannot be padded to NaN');
  });
});
