import { describe, expect, it } from 'vitest';
import { sizeOf, slice, type Tensor, toArray } from '../tensor.ts';
import { examples, tasks } from './index.ts';
import { bestFrom, measure, VIEWS } from './testing.ts';

const rows = (value: Tensor): number[][] => toArray(value) as number[][];
const total = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0);
const upTo = (n: number) => Array.from({ length: n }, (_, k) => k);
const SEED = 1997;

it('tasks have ids of their own', () => {
  expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
});

describe.each(tasks.map((task) => [task.id, task] as const))('%s', (_, task) => {
  const few = examples(task, SEED, 20);

  it('gives inputs [T, X], targets and ideal [T, Y], a mask [T], with a name for each column', () => {
    for (const { inputs, targets, mask, ideal, labels, columns } of few) {
      const T = mask.shape[0]!;
      expect(inputs.shape).toEqual([T, columns.inputs.length]);
      expect(targets.shape).toEqual([T, columns.outputs.length]);
      expect(ideal.shape).toEqual(targets.shape);
      for (const { shape, data } of [inputs, targets, mask, ideal]) {
        expect(data).toHaveLength(sizeOf(shape));
        expect(data.every(Number.isFinite)).toBe(true);
      }
      expect(mask.data.every((m) => m === 0 || m === 1) && mask.data.includes(1)).toBe(true);
      expect(labels?.length).toBe(task.loss === 'mse' ? undefined : T);
    }
  });

  it('has zeros where no loss counts, and for classes one-hot targets and probabilities where it does', () => {
    for (const { targets, mask, ideal, labels } of few) {
      mask.data.forEach((counts, t) => {
        const [target, best] = [rows(targets)[t]!, rows(ideal)[t]!];
        if (!counts) {
          expect([...target, ...best].every((v) => v === 0)).toBe(true);
          if (labels) expect(labels[t]).toBe(-1);
        } else if (labels) {
          expect(target).toEqual(target.map((_, k) => Number(k === labels[t])));
          expect(total(best)).toBeCloseTo(1, 12);
          expect(best.every((p) => p >= 0)).toBe(true);
          expect(best[labels[t]!]).toBeGreaterThan(0);
        }
      });
    }
  });

  it('is the same for the same seed and index, whatever else was generated, and differs between seeds and indices', () => {
    const again = upTo(20)
      .toReversed()
      .map((index) => task.generate(SEED, {}, index));
    expect(again.toReversed()).toEqual(few);
    const inputs = few.map((example) => String(example.inputs.data));
    expect(examples(task, SEED + 1, 20).map((example) => String(example.inputs.data))).not.toEqual(inputs);
    expect(new Set(inputs).size).toBeGreaterThan(3);
  });

  it('can be sent to a worker', () => {
    expect(structuredClone(few[0])).toEqual(few[0]);
  });

  const many = examples(task, 42, 1500);

  it('has the loss of the ideal prediction as its floor', () => {
    const { floor } = task.bounds();
    const { loss, error, accuracy } = measure(many, ({ ideal }) => ideal);
    expect(Math.abs(loss - floor.loss)).toBeLessThanOrEqual(4 * error + 1e-12);
    if (floor.accuracy !== undefined) expect(Math.abs(accuracy - floor.accuracy)).toBeLessThan(0.03);
  });

  it('has no rule below the floor, and none that is called a baseline below a rule that sees more', () => {
    const { floor, baseline, others = [] } = task.bounds();
    for (const { loss, accuracy } of [baseline, ...others]) {
      expect(loss).toBeGreaterThanOrEqual(floor.loss - 1e-12);
      if (accuracy !== undefined && floor.accuracy !== undefined) expect(accuracy).toBeLessThanOrEqual(floor.accuracy);
    }
    for (const { id, loss } of others) {
      if (id in VIEWS) expect(loss).toBeLessThanOrEqual(baseline.loss + 1e-12);
    }
    expect(few[0]).toMatchObject(task.bounds());
  });

  const { baseline, others = [] } = task.bounds();
  // A view of continuous inputs cannot be counted; those tasks test their memoryless rule themselves.
  const countable = new Set(many.map(({ inputs }) => String(slice(inputs, inputs.shape[0]! - 1).data))).size < 100;
  const views = [baseline, ...others].filter(
    ({ id }) => id in VIEWS && (countable || id === 'constant' || id === 'clock'),
  );

  it.each(views.map((bound) => [bound.id, bound] as const))('has the best loss from the view "%s"', (id, bound) => {
    const best = bestFrom(VIEWS[id]!, many);
    expect(Math.abs(best.loss / bound.loss - 1)).toBeLessThan(0.06);
    if (bound.accuracy !== undefined) expect(Math.abs(best.accuracy - bound.accuracy)).toBeLessThan(0.04);
  });

  it('refuses an option that it does not have, and values out of range', () => {
    expect(() => task.generate(1, { nonsense: 1 })).toThrow(`${task.id} has no option nonsense`);
    for (const [name, { max, min, real }] of Object.entries(task.options)) {
      expect(() => task.generate(1, { [name]: max + 1 })).toThrow(
        `${task.id}: ${name} is ${real ? 'a number' : 'an integer'}`,
      );
      expect(() => task.bounds({ [name]: min - 1 })).toThrow(RangeError);
      expect(() => task.bounds({ [name]: Number.NaN })).toThrow(RangeError);
    }
  });
});
