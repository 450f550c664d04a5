import { math } from 'unrolled';
import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';
import { act, type ElmanJordanState, frameOf, fromUrl, INPUTS, START, T, toUrl } from './model.ts';

const outputs = (state: ElmanJordanState) => {
  const { runs } = frameOf(state);
  return [runs.a.map(({ y }) => y), runs.b.map(({ y }) => y)];
};

describe('two pasts', () => {
  it('an output that is 0 for both makes the Jordan network one and the same after the first step', () => {
    const frame = frameOf(examples['two-pasts']);
    expect(frame.runs.a[0]!.h).not.toEqual(frame.runs.b[0]!.h);
    expect(outputs(examples['two-pasts'])).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(frame.coincides).toEqual([true, true, true, true]);
    expect(frame.mergedAfter).toBe(1);
  });

  it('whatever the weight of the feedback, and whatever is read', () => {
    for (const w of [-2, -0.7, 0, 0.3, 2])
      for (const x of INPUTS)
        expect(outputs({ ...START, w, b: [x, 0, 0, 0] }), `w = ${w}, x_1 = ${x}`).toEqual([
          [0, 0, 0, 0],
          [0, 0, 0, 0],
        ]);
  });

  // By hand: h_1 = ±(tanh 1, −tanh 1), y_2 = tanh(tanh ±1) + 0.
  it('the Elman network says at step 2 what it read at step 1', () => {
    const frame = frameOf(examples.elman);
    const y_2 = math.tanh(math.tanh(1));
    expect(outputs(examples.elman).map(([, y]) => y)).toEqual([y_2, -y_2]);
    expect(frame.coincides).toEqual([false, false, false, false]);
    expect(frame.tellsApart).toEqual([false, true, true, true]);
    expect(frame.mergedAfter).toBeUndefined();
  });

  it('an output that shows the sign keeps the Jordan network apart', () => {
    const frame = frameOf(examples['telling-output']);
    expect(frame.tellsApart).toEqual([true, true, true, true]);
    expect(frame.mergedAfter).toBeUndefined();
  });
});

describe('merging', () => {
  it('waits for the last input that differs', () => {
    expect(frameOf({ ...START, b: [-1, 0, 1, 0] }).mergedAfter).toBe(3);
  });

  it('is not said of one sequence given twice', () => {
    expect(frameOf({ ...START, b: START.a }).mergedAfter).toBeUndefined();
  });

  it('means that everything after it is equal, and nothing less will do', () => {
    for (const feedback of ['elman', 'jordan'] as const)
      for (const readout of ['sum', 'difference'] as const)
        for (const x of [-1, 0]) {
          const { runs, mergedAfter = T } = frameOf({ ...START, feedback, readout, w: 1.3, b: [x, 1, 0, 0] });
          const from = (steps: typeof runs.a, t: number) => steps.slice(t).map(({ h, y }) => [h, y]);
          expect(from(runs.a, mergedAfter)).toEqual(from(runs.b, mergedAfter));
          expect(from(runs.a, mergedAfter - 1)).not.toEqual(from(runs.b, mergedAfter - 1));
        }
  });
});

describe('state', () => {
  it('goes into an address and back', () => {
    for (const state of Object.values(examples)) expect(fromUrl(toUrl(state))).toEqual(state);
    expect(fromUrl(toUrl({ ...START, w: -1.25 }))).toEqual({ ...START, w: -1.25 });
  });

  it.each([
    '',
    '1~f.elman',
    '1~f.other~y.sum~w.1~a.1_0_0_0~b.1_0_0_0',
    '1~f.elman~y.sum~w.3~a.1_0_0_0~b.1_0_0_0',
    '1~f.elman~y.sum~w.1~a.1_0_0~b.1_0_0_0',
    '1~f.elman~y.sum~w.1~a.2_0_0_0~b.1_0_0_0',
    '1~f.elman~y.sum~w.1e9~a.1_0_0_0~b.1_0_0_0',
  ])('is not read from %j', (text) => {
    expect(fromUrl(text)).toBeUndefined();
  });

  it('takes no weight out of bounds and no input that the figure does not offer', () => {
    expect(act(START, { type: 'set', change: { w: 2.1 } })).toBe(START);
    expect(act(START, { type: 'input', run: 'a', t: 1, value: 3 })).toBe(START);
  });
});
