import { backward, output, run } from 'unrolled';
import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';
import { lossOf } from './losses.ts';
import { frameOf } from './model.ts';
import { act, fromUrl, isMove, type StepState, toUrl } from './state.ts';

const start: StepState = examples['one-step'];

describe('what a step was said to do', () => {
  it('by hand, to w² + w⁴/10 at 1.5: −ηL′² + ½η²L′²L″', () => {
    const [g, bend] = [3 + 0.4 * 1.5 ** 3, 2 + 1.2 * 1.5 ** 2];
    const frame = frameOf(start);
    expect(frame.first).toBeCloseTo(-0.2 * g * g, 12);
    expect(frame.second).toBeCloseTo(0.5 * 0.04 * g * g * bend, 12);
    expect([frame.slope, frame.curvature]).toEqual([expect.closeTo(g, 12), expect.closeTo(bend, 10)]);
    expect(frame.limit).toBeCloseTo(2 / bend, 12);
    const loss = (w: number) => w * w + w ** 4 / 10;
    expect(frame.actual).toBeCloseTo(loss(1.5 - 0.2 * g) - loss(1.5), 12);
  });

  it('is exact in two terms for a parabola, and at its limit nothing is gained', () => {
    const frame = frameOf(examples['at-the-limit']);
    expect(frame.both).toBeCloseTo(frame.actual, 12);
    expect([frame.limit, frame.actual, frame.to]).toEqual([1, 0, -1.5]);
  });

  it('sets no limit on a hilltop', () => {
    const { limit, second } = frameOf(examples.hilltop);
    expect(second).toBeLessThan(0);
    expect(limit).toBeUndefined();
  });

  it('for a network: first order is minus the rate times the squared length of the gradient', () => {
    const frame = frameOf(examples.network);
    const { program, given, parameters } = lossOf(examples.network);
    const both = backward(program, { of: 'L', wrt: [...parameters] });
    const values = run(both, given);
    const squared = parameters
      .flatMap((name) => Array.from(output(both, values, `dL/d${name}`).data, (g) => g * g))
      .reduce((a, b) => a + b);
    expect(frame.first).toBeCloseTo(-examples.network.rate * squared, 10);
    expect(frame.path[0]!.gradient ** 2).toBeCloseTo(squared, 10);
    expect(Math.abs(frame.both - frame.actual)).toBeLessThan(Math.abs(frame.first - frame.actual));
  });

  it('is nothing where the loss is no number: the loss is still drawn where it is one', () => {
    const frame = frameOf({ ...start, text: 'log(w)', w: -1 });
    expect([frame.first, frame.actual, frame.limit]).toEqual([Number.NaN, Number.NaN, undefined]);
    expect(frame.curves.loss.at(-1)).toBeCloseTo(Math.LN2, 12);
    expect(frame.curves.line.every(Number.isNaN)).toBe(true);
    expect(frameOf({ ...start, text: '√(−1)', w: 1 }).curves.range).toEqual([expect.any(Number), expect.any(Number)]);
  });

  it('curves, line and parabola touch where training stands', () => {
    for (const state of Object.values(examples) as StepState[]) {
      const { curves, from, loss, to, actual } = frameOf(state);
      const at = (u: number) =>
        curves.places.reduce(
          (best, place, k) => (Math.abs(place - u) < Math.abs(curves.places[best]! - u) ? k : best),
          0,
        );
      if (Math.abs(curves.places[at(from)]! - from) < 1e-9)
        for (const curve of [curves.loss, curves.line, curves.parabola]) expect(curve[at(from)]).toBeCloseTo(loss, 10);
      if (Math.abs(curves.places[at(to)]! - to) < 1e-9) expect(curves.loss[at(to)]).toBeCloseTo(loss + actual, 10);
    }
  });
});

describe('a training', () => {
  it('settles below the limit of the valley and does not above it', () => {
    const at = (rate: number) => frameOf({ ...start, text: 'w^2', rate, updates: 50 }).path.at(-1)!.loss;
    expect(at(0.9)).toBeLessThan(1e-6);
    expect(at(1)).toBeCloseTo(2.25, 10);
    expect(at(1.1)).toBeGreaterThan(1e6);
  });

  it('ends where a number is not finite', () => {
    const frame = frameOf({ ...start, rate: 3, updates: 50 });
    expect(frame.path.length).toBeLessThan(12);
    const { loss, gradient } = frame.path.at(-1)!;
    expect(Number.isFinite(loss) && Number.isFinite(gradient)).toBe(false);
  });
});

describe('the state', () => {
  it.each(Object.entries(examples))('%s goes into an address and back', (_, state: StepState) => {
    expect(fromUrl(toUrl(state))).toEqual(state);
  });
  it.each([
    '',
    '1',
    '1~k.two~f.w~p.1_1_0.1_0',
    '1~k.one~f.x~p.1_1_0.1_0',
    '1~k.one~f.w~p.1_1_0.1',
    '1~k.one~f.w~p.9_1_0.1_0',
    '1~k.one~f.w~p.1_1_0.1_0~z.1',
  ])('refuses the link %s', (link) => expect(fromUrl(link)).toBe('broken'));
  it('begins again when something is set', () => {
    expect(act({ ...start, updates: 3 }, { type: 'set', change: { rate: 0.3 } })).toEqual({ ...start, rate: 0.3 });
    expect(act(start, { type: 'update', by: -1 })).toBe(start);
    expect(act(start, { type: 'set', change: { text: 'x' } })).toBe(start);
    expect(isMove({ type: 'set', change: {}, isGoingOn: true })).toBe(true);
    expect(isMove({ type: 'update', by: 1 })).toBe(false);
  });
});
