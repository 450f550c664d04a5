import { expect, it } from 'vitest';
import { tensor } from '../tensor.ts';
import { adding, copy, echo, examples, parity, recall, score, temporalOrder } from './index.ts';
import { measure } from './testing.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, t) => t);

it('recall asks for the sign of the first value, and noise says nothing about it', () => {
  const all = examples(recall, 1, 2000, { T: 5, noise: 0.1 });
  for (const { inputs, labels } of all) {
    expect(labels).toEqual([-1, -1, -1, -1, inputs.data[0] === 1 ? 1 : 0]);
    expect(Math.abs(inputs.data[0]!)).toBe(1);
  }
  const noise = all.map(({ inputs, labels }) => inputs.data[4]! * (2 * labels![4]! - 1));
  expect(Math.abs(noise.reduce((sum, v) => sum + v, 0) / 2000)).toBeLessThan((4 * 0.1) / Math.sqrt(2000));
  expect(noise.reduce((sum, v) => sum + v * v, 0) / 2000).toBeCloseTo(0.01, 2);
});

it('parity is that of the bits so far, balanced at every step and after every bit', () => {
  const all = examples(parity, 2, 4000, { T: 6 });
  for (const { inputs, labels } of all) {
    let ones = 0;
    inputs.data.forEach((bit, t) => {
      ones += (bit + 1) / 2;
      expect(labels![t]).toBe(ones % 2);
    });
  }
  for (const t of upTo(6)) {
    const odd = all.filter(({ labels }) => labels![t] === 1);
    expect(Math.abs(odd.length / 4000 - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 4000));
    // Given the current bit: from the second step on still balanced. At the first, the bit is the parity.
    const afterOne = all.filter(({ inputs }) => inputs.data[t] === 1);
    const share = afterOne.filter(({ labels }) => labels![t] === 1).length / afterOne.length;
    if (t === 0) expect(share).toBe(1);
    else expect(Math.abs(share - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / afterOne.length));
  }
});

it('echo says the bit of lag steps ago', () => {
  for (const { inputs, labels } of examples(echo, 3, 20, { T: 9, lag: 4 })) {
    upTo(9).forEach((t) => {
      expect(labels![t]).toBe(t < 4 ? -1 : (inputs.data[t - 4]! + 1) / 2);
    });
  }
  expect(() => echo.generate(1, { T: 4, lag: 4 })).toThrow('echo: a lag of 4 needs more than 4 steps; T is 4.');
});

it('adding marks one number in each half and wants their sum, of variance 1/6', () => {
  const all = examples(adding, 4, 4000, { T: 7 });
  const sums = all.map(({ inputs, targets }) => {
    const marked = upTo(7).filter((t) => inputs.data[2 * t + 1] === 1);
    expect(marked).toHaveLength(2);
    expect(marked[0]).toBeLessThan(3);
    expect(marked[1]).toBeGreaterThanOrEqual(3);
    const sum = marked.reduce((total, t) => total + inputs.data[2 * t]!, 0);
    expect(targets.data[6]).toBe(sum);
    return sum;
  });
  expect(sums.reduce((total, s) => total + (s - 1) ** 2, 0) / 4000).toBeCloseTo(1 / 6, 1);
});

it('adding without memory comes to 1/6 − 1/(12·(T − ⌊T/2⌋))', () => {
  const { loss, error } = measure(examples(adding, 5, 6000, { T: 4 }), ({ inputs, targets }) => ({
    ...targets,
    data: targets.data.map((_, t) => (inputs.data[2 * t + 1] === 1 ? inputs.data[2 * t]! + 0.5 : 1)),
  }));
  const expected = adding.bounds({ T: 4 }).others![0]!.loss;
  expect(expected).toBe(1 / 6 - 1 / 24);
  expect(Math.abs(loss - expected)).toBeLessThan(4 * error);
});

it('copy repeats the symbols after the signal', () => {
  const { inputs, labels, text } = copy.generate(6, { length: 4, delay: 3, symbols: 5 });
  expect(inputs.shape).toEqual([11, 7]);
  const [, seen, said] = /^'(.*)' becomes '(.*)'$/.exec(text!)!;
  expect(seen).toMatch(/^[a-e]{4}__>____$/);
  expect(said).toBe(`_______${seen!.slice(0, 4)}`);
  expect(labels!.slice(0, 7)).toEqual(new Array(7).fill(5));
  // As in the paper: 10 ln 8/(T + 20) for 10 symbols of 8 and a delay of T.
  const paper = copy.bounds({ length: 10, delay: 100, symbols: 8 }).baseline.loss;
  expect(paper).toBeCloseTo((10 * Math.log(8)) / 120, 14);
});

it('temporal order has its two symbols in the second and the sixth tenth', () => {
  for (const { text, labels, columns } of examples(temporalOrder, 7, 50, { T: 100 })) {
    expect(text).toMatch(/^E[abcd]*[XY][abcd]*[XY][abcd]*B$/);
    const [first, second] = [...text!.matchAll(/[XY]/g)] as [RegExpExecArray, RegExpExecArray];
    expect(Math.floor(first.index / 10)).toBe(1);
    expect(Math.floor(second.index / 10)).toBe(5);
    expect(columns.outputs[labels!.at(-1)!]).toBe(first[0] + second[0]);
  }
  expect(temporalOrder.generate(1, { T: 10 }).text).toMatch(/^E[XY][abcd]{3}[XY][abcd]{3}B$/);
});

it('copy: who knows the time but not the symbols has the loss and the accuracy that are said', () => {
  const [length, delay, symbols, n] = [3, 4, 5, 400];
  const T = delay + 2 * length;
  const clock = Array.from({ length: T }, (_, t) =>
    Array.from({ length: symbols + 1 }, (_each, k) =>
      t < T - length ? Number(k === symbols) : k < symbols ? 1 / symbols : 0,
    ),
  );
  const scores = examples(copy, 1, n, { length, delay, symbols }).map((example) => score(example, tensor(clock)));
  const { baseline } = copy.bounds({ length, delay, symbols });
  for (const { loss } of scores) expect(loss).toBeCloseTo(baseline.loss, 12);
  const accuracy = scores.reduce((sum, each) => sum + each.accuracy!, 0) / n;
  const deviation = Math.sqrt((0.2 * 0.8) / (n * length)) * (length / T);
  expect(Math.abs(accuracy - baseline.accuracy!)).toBeLessThan(4 * deviation);
});
