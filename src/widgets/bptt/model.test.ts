import { assert, integer, property } from 'fast-check';
import {
  backward,
  differenceOf,
  linearAlgebra,
  network,
  output,
  run,
  sizeOf,
  type Tensor,
  throughTime,
} from 'unrolled';
import { describe, expect, it } from 'vitest';
import { act } from './actions.ts';
import { examples } from './examples.ts';
import { factorsOf, frameOf, inputsOf, stepped } from './model.ts';
import { type BpttState, CELLS, optionsOf, partsOf, weightsOf } from './state.ts';

const start: BpttState = examples.terms;
const series = (T: number, seed: number) => Array.from({ length: T }, (_, k) => Math.sin(seed + 2 * k));

/** Any network that the figure can show, with any truncation. */
function anyState(seed: number): BpttState {
  const pick = <V>(values: readonly V[], salt: number) => values[Math.floor(seed / salt) % values.length]!;
  const T = 2 + (seed % 5);
  const window = 1 + (Math.floor(seed / 7) % T);
  const state: BpttState = {
    ...start,
    cell: pick(['rnn', 'rnn-identity'], 3),
    lossAt: pick(['every', 'every', 'last'], 5),
    carry: pick(['carried', 'reset'], 11),
    H: pick([1, 2, 3], 13),
    seed,
    edits: {},
    x: series(T, seed),
    target: series(T, seed + 1),
    window,
    stride: 1 + (Math.floor(seed / 17) % window),
    at: { t: T, k: 1 },
    showsRtrl: true,
  };
  const weights = weightsOf(state);
  return { ...state, weight: weights[seed % weights.length]! };
}

const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(b)));

describe('the terms', () => {
  it('add up to what one backward pass gives, to a central difference, and to what is carried forward', () => {
    assert(
      property(integer({ min: 0, max: 9999 }), (seed) => {
        const state = anyState(seed);
        const { sums, rtrl, parameter, position, given } = frameOf(state);
        close(sums.full, sums.engine);
        close(rtrl.at(-1)!.soFar, sums.engine);
        const program = network(CELLS[state.cell], optionsOf(state));
        const { value } = differenceOf(program, given, parameter, position);
        expect(Math.abs(value - sums.engine)).toBeLessThan(1e-8 * Math.max(1, Math.abs(value)));
      }),
      { numRuns: 25 },
    );
  });

  it('that a carried window loses are what the truncated gradient lacks', () => {
    assert(
      property(integer({ min: 0, max: 9999 }), (seed) => {
        const state = { ...anyState(seed), carry: 'carried' as const };
        const { sums, parameter, position, given } = frameOf(state);
        const program = network(CELLS[state.cell], optionsOf(state));
        const { window, stride } = state;
        const cut = throughTime.truncatedGradients(program, given, { window, stride, wrt: [parameter] });
        close(sums.kept, cut[parameter]!.data[position]!);
        close(sums.full - sums.kept, sums.missing);
        expect(sums.changed).toBe(0);
        const { lost } = throughTime.truncate(throughTime.lagTerms(program, given, parameter), { window, stride });
        expect(sums.lost).toBe(lost.filter(({ t }) => state.lossAt === 'every' || t === state.x.length).length);
      }),
      { numRuns: 25 },
    );
  });

  it('of a reset state are other terms, and add up to the gradient of the network whose windows start from h_0', () => {
    assert(
      property(integer({ min: 0, max: 9999 }), (seed) => {
        const state = { ...anyState(seed), carry: 'reset' as const };
        const { sums, parameter, position, given } = frameOf(state);
        const program = network(CELLS[state.cell], optionsOf(state));
        const { window, stride } = state;
        const cut = throughTime.truncatedGradients(program, given, {
          window,
          stride,
          state: 'reset',
          wrt: [parameter],
        });
        close(sums.kept, cut[parameter]!.data[position]!);
        close(sums.full - sums.kept, sums.missing - sums.changed);
      }),
      { numRuns: 25 },
    );
  });

  it('rows so far are what is carried forward', () => {
    const { rows, rtrl } = frameOf({ ...start, H: 2, edits: {}, showsRtrl: true });
    let soFar = 0;
    rows.forEach(({ terms }, at) => {
      soFar += terms.reduce((sum, { full }) => sum + full, 0);
      close(rtrl[at]!.soFar, soFar);
    });
  });

  it('of one unit are products along the path', () => {
    for (const carry of ['carried', 'reset'] as const)
      for (const cell of ['rnn', 'rnn-identity'] as const)
        for (const weight of ['W_hh[0,0]', 'W_xh[0,0]', 'b_h[0]'])
          for (const { t, terms } of frameOf({ ...start, weight }).rows)
            for (const { k } of terms) {
              const frame = frameOf({ ...start, cell, carry, weight, window: 2, at: { t, k } });
              const factors = factorsOf(frame);
              expect(factors).toHaveLength(t - k + 2);
              const value = factors.reduce((all, factor) => all * factor.value, 1);
              close(value, frame.now.isLost ? frame.now.full : frame.now.kept);
            }
  });

  it('of the readout stand on the diagonal', () => {
    const { rows } = frameOf({ ...start, weight: 'W_hy[0,0]' });
    for (const { t, terms } of rows)
      for (const { k, full, source } of terms) {
        expect(source !== undefined).toBe(k === t);
        expect(full !== 0).toBe(k === t);
      }
  });
});

describe('training', () => {
  it('backward changes no weight, and the step changes all of them by the rate times the gradient that is shown', () => {
    const state: BpttState = { ...examples.training, window: 2, rate: 0.05 };
    const after = act(state, { type: 'backward' });
    expect(after).toEqual({ ...state, isBackwardDone: true });
    expect(inputsOf(after)).toEqual(inputsOf(state));
    const next = act(after, { type: 'step' });
    const [before, now] = [frameOf(after), frameOf(next)];
    expect(now.weight).toBe(before.weight - state.rate * before.sums.kept);
    expect(next.before).toBe(before.loss);
    expect(now.loss).toBeLessThan(before.loss);
    const changed = weightsOf(state).filter((name) => {
      const { parameter, at } = partsOf(state, name)!;
      return (before.given[parameter] as Tensor).data[at] !== (now.given[parameter] as Tensor).data[at];
    });
    expect(changed).toEqual(weightsOf(state));
    expect(next.isBackwardDone).toBe(false);
    expect(act(next, { type: 'step' })).toBe(next);
  });

  it('keeps the initial state', () => {
    expect(stepped({ ...start, edits: { ...start.edits, 'h_0[0]': 0.5 } })['h_0[0]']).toBe(0.5);
  });

  it('on windows that start from h_0 has the loss of those windows', () => {
    const state: BpttState = { ...start, window: 2, stride: 2, carry: 'reset', x: [1, 0, 1, 0], target: [0, 1, 0, 1] };
    const valid = { ...state, at: { t: 4, k: 1 } };
    const short = network(CELLS.rnn, { ...optionsOf(valid), T: 2 });
    const parts = [...throughTime.chunks(short, frameOf(valid).given, 'reset')];
    close(frameOf(valid).loss, parts[0]!.loss + parts[1]!.loss);
    const whole = network(CELLS.rnn, optionsOf(valid));
    expect(frameOf(valid).loss).not.toBeCloseTo(run(whole, frameOf(valid).given).get('L')!.data[0]!, 3);
  });
});

describe('the examples', () => {
  it('lose what the chapter says', () => {
    expect(frameOf(examples.terms).sums).toMatchObject({ terms: 15, lost: 0 });
    const { sums } = frameOf(examples.window);
    expect(sums).toMatchObject({ terms: 15, lost: 6 });
    expect(sums.full).toBeLessThan(0);
    expect(sums.kept).toBeGreaterThan(0);
  });

  it('of training go down along the full gradient, and up along the truncated one', () => {
    const [full, truncated] = [5, 2].map((window) => {
      const after = act({ ...examples.terms, window }, { type: 'step' });
      return frameOf(after).loss - after.before!;
    });
    expect(full).toBeLessThan(0);
    expect(truncated).toBeGreaterThan(0);
  });

  it('have the numbers that the engine has', () => {
    const { given, sums } = frameOf(examples.terms);
    const both = backward(network(CELLS.rnn, optionsOf(examples.terms)));
    const gradient = output(both, run(both, given), 'dL/dW_hh');
    expect(sizeOf(gradient.shape)).toBe(1);
    expect(linearAlgebra.norm(gradient)).toBeCloseTo(Math.abs(sums.full), 13);
  });
});
