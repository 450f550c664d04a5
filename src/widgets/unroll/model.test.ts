import { readFileSync } from 'node:fs';
import {
  backward,
  cells,
  decimal,
  elementName,
  explain,
  network,
  run,
  type Tensor,
  type TensorLike,
  tensor,
  unravel,
  unroll,
} from 'unrolled';
import { describe, expect, it } from 'vitest';
import { short } from '../_shared/notation.ts';
import { fillOf } from '../_shared/number.ts';
import { examples } from './examples.ts';
import { CELLS } from './families.ts';
import {
  canZoom,
  derive,
  type Frame,
  gradientNow,
  gradientParts,
  halfOf,
  inputsOf,
  isComplete,
  isKnown,
  isWhole,
  optionsOf,
  scalarCount,
  standing,
  timeOf,
} from './model.ts';
import { narrate } from './narrate.ts';
import { rangeOf } from './ranges.ts';
import { DEPTHS, type Sequence, START, type UnrollState } from './state.ts';

const frameOf = (change: Partial<UnrollState>) => derive({ ...START, ...change });
const text = (length: number): Sequence => ({
  kind: 'text',
  text: Array.from({ length: length + 1 }, (_, k) => 'hello'[k % 5]).join(''),
});
const ramp = (length: number): Sequence => ({
  kind: 'numbers',
  x: Array.from({ length }, (_, k) => Math.sin(k)),
  target: Array.from({ length }, (_, k) => Math.cos(k)),
});

describe('the walk', () => {
  it('at depth "time step" stops after each step, after the loss, where backward begins, and after each step back', () => {
    for (const T of [1, 2, 7]) {
      const { stops, equations } = frameOf({ sequence: ramp(T), backward: true, depth: 'step' });
      expect(stops).toHaveLength(1 + T + 1 + 1 + T);
      const ends = stops.slice(1).map((stop) => equations[stop - 1]!);
      const steps = Array.from({ length: T }, (_, k) => k + 1);
      expect(ends.map(({ step }) => step)).toEqual([...steps, undefined, undefined, ...steps.toReversed()]);
      expect(ends[T - 1]!.name).toBe(`l_${T}`);
      expect(ends[T]!.name).toBe('L');
      expect(ends.at(-1)!.name).toBe('dL/dh_0');
    }
  });

  it('at the depths below stops after every equation', () => {
    for (const depth of ['equation', 'scalar'] as const) {
      const { stops, equations } = frameOf({ depth, backward: true });
      expect(stops).toEqual(Array.from({ length: equations.length + 1 }, (_, k) => k));
    }
  });

  it('has nine forward equations a step with a loss, six without, and one for L', () => {
    for (const T of [1, 3, 50]) {
      const every = frameOf({ sequence: ramp(T) });
      expect([every.forwardCount, every.equations.length]).toEqual([9 * T + 1, 9 * T + 1]);
      expect(frameOf({ sequence: ramp(T), lossAt: 'last' }).forwardCount).toBe(6 * T + 3 + 1);
    }
  });

  it('walks backward only when asked, over the same forward equations', () => {
    const [forward, both] = [frameOf({}), frameOf({ backward: true })];
    expect(forward.equations.every(({ role }) => role === 'value')).toBe(true);
    expect(both.equations.slice(0, both.forwardCount)).toEqual(forward.equations);
    expect(both.equations.slice(both.forwardCount).every(({ role }) => role !== 'value')).toBe(true);
  });

  it('tells what is not there yet from what came last and what came before', () => {
    const frame = frameOf({ at: 4 });
    const names = ['a_1', 'h_1', 'y_1', 'W_hh', 'x_3', 'h_0'];
    expect(names.map((name) => standing(frame, name)).join(' ')).toBe('done now later done done done');
    for (const at of [0, 1, 4, 28]) {
      const here = frameOf({ at });
      const expected = here.equations.map((_, k) => (k >= at ? 'later' : k === at - 1 ? 'now' : 'done'));
      expect(here.equations.map(({ name }) => standing(here, name))).toEqual(expected);
    }
    expect([frame.now?.name, timeOf(frame), halfOf(frame)]).toEqual(['h_1', 1, 'forward']);
  });

  it('knows its half at every stop', () => {
    const { stops, state } = frameOf({ backward: true, depth: 'step' });
    const halves = stops.map((at) => halfOf(derive({ ...state, at })));
    expect(halves).toEqual([
      'start',
      ...['forward', 'forward', 'forward', 'loss'],
      ...Array<string>(4).fill('backward'),
    ]);
  });

  it('at depth "single product" has done as many products as the state says, and then the equation is next', () => {
    const state = { ...START, depth: 'scalar' as const, at: 0 };
    const count = scalarCount(derive(state), 0);
    expect(count).toBe(6);
    for (let sub = 1; sub < count; sub++) {
      const frame = derive({ ...state, sub });
      expect(frame.now?.name).toBe('W_hh·h_0');
      expect(frame.scalars.map(({ done }) => done)).toEqual(Array.from({ length: count }, (_, k) => k < sub));
    }
    expect([1, 4, 5, 8].map((H) => canZoom({ ...START, H }))).toEqual([true, true, false, false]);
  });
});

describe('the numbers', () => {
  const direct = (state: UnrollState) => {
    const cell = cells.find(({ id }) => id === state.cell)!;
    return run(backward(unroll(network(cell, optionsOf(state)))), inputsOf(state));
  };

  it('are those of a run of the whole network, for every activation, both kinds of sequence, both losses', () => {
    for (const cell of CELLS)
      for (const sequence of [ramp(4), text(4)])
        for (const lossAt of ['every', 'last'] as const) {
          const frame = frameOf({ cell, sequence, lossAt, backward: true, H: 3 });
          const expected = direct(frame.state);
          for (const { name } of frame.equations) expect(frame.values.get(name), name).toEqual(expected.get(name));
          for (const { name } of frame.program.inputs.filter(({ kind }) => kind === 'parameter'))
            expect(last(frame, name), name).toEqual(expected.get(`dL/d${name}`));
        }
  });

  it('at the last step, the gradient of every weight and of h₀ is the one that the program gives out', () => {
    for (const T of [1, 2, 9]) {
      const frame = frameOf({ sequence: ramp(T), backward: true, at: 1e6 });
      for (const name of ['W_hh', 'W_xh', 'b_h', 'W_hy', 'b_y', 'h_0'])
        expect(gradientNow(frame, name)?.name, name).toBe(frame.program.outputs[`dL/d${name}`]);
      expect(gradientParts(frame, 'W_hh').filter(({ role }) => role === 'product')).toHaveLength(T);
    }
  });

  it('of PyTorch’s network are PyTorch’s', () => {
    const { cases } = JSON.parse(readFileSync('lib/fixtures/torch-rnn.json', 'utf8'));
    const torch = cases.find(({ name }: { name: string }) => name === 'tanh-mse-every-X1-H2-Y1-T3-N1');
    const frame = frameOf(examples.pytorch.state);
    const close = (name: string, expected: TensorLike) => {
      const [actual, wanted] = [frame.values.get(name)!, tensor(expected).data];
      wanted.forEach((x, k) => {
        expect(Math.abs(actual.data[k]! - x), name).toBeLessThanOrEqual(1e-10 * Math.max(1e-3, Math.abs(x)));
      });
    };
    for (const k of [0, 1, 2]) close(`h_${k + 1}`, torch.h[0][k]);
    close('L', torch.L);
    for (const name of ['W_hh', 'W_xh', 'b_h', 'W_hy', 'b_y']) close(`dL/d${name}`, torch.gradients[name]);
    close('dL/dh_0', torch.gradients.h_0[0]);
  });

  it('can be drawn for every T from 1 to 50 and every H from 1 to 8', () => {
    for (let T = 1; T <= 50; T += 7)
      for (const H of [1, 2, 5, 8])
        for (const sequence of [ramp(T), text(T)]) {
          const { options, values } = frameOf({ sequence, H });
          expect([options.T, options.H]).toEqual([T, H]);
          expect(values.get(`h_${T}`)!.shape).toEqual([H]);
        }
  });

  it('come from the seed: the same again for the same, others for another', () => {
    const weights = (seed: number) => (inputsOf({ ...START, seed }).W_hh as Tensor).data;
    expect(weights(7)).toEqual(weights(7));
    expect(weights(7)).not.toEqual(weights(8));
    expect(Math.max(...weights(7).map(Math.abs))).toBeLessThanOrEqual(1 / Math.sqrt(2));
  });

  it('that a reader edits take the place of the drawn ones, one element each', () => {
    const plain = inputsOf({ ...START, H: 3 });
    const edited = inputsOf({ ...START, H: 3, edits: { 'W_hh[1,2]': 9, 'b_h[0]': -1, 'h_0[2]': 0.5 } });
    for (const name of ['W_hh', 'W_xh', 'b_h', 'W_hy', 'b_y', 'h_0']) {
      const [before, after] = [plain[name] as Tensor, edited[name] as Tensor];
      const changed = [...after.data.keys()].filter((at) => before.data[at] !== after.data[at]);
      const names = changed.map((at) => elementName(name, unravel(at, after.shape)));
      expect(names).toEqual({ W_hh: ['W_hh[1,2]'], b_h: ['b_h[0]'], h_0: ['h_0[2]'] }[name] ?? []);
    }
    expect((edited.W_hh as Tensor).data[5]).toBe(9);
  });

  it('stay the same objects while walking, and are others once a number changes', () => {
    const first = frameOf({ at: 3 });
    expect(frameOf({ at: 4, depth: 'step', folded: true }).values).toBe(first.values);
    expect(frameOf({ at: 4, edits: { 'b_h[0]': 1 } }).values).not.toBe(first.values);
  });
});

describe('what may be shown', () => {
  it('is, product by product, each element when its own last one is done', () => {
    const at = frameOf({}).order.get('W_hh·h_1')!;
    const seen = [0, 1, 2, 3, 4, 5].map((sub) => {
      const frame = frameOf({ depth: 'scalar', at, sub });
      return [0, 1].map((element) => isKnown(frame, 'W_hh·h_1', element));
    });
    expect(seen).toEqual([
      ...[1, 2, 3].map(() => [false, false]), // nothing, W₀₀h₀, W₀₁h₁
      ...[1, 2, 3].map(() => [true, false]), // their sum, W₁₀h₀, W₁₁h₁
    ]);
    expect(isComplete(frameOf({ depth: 'scalar', at, sub: 5 }), 'W_hh·h_1')).toBe(false);
    expect(isComplete(frameOf({ depth: 'scalar', at: at + 1 }), 'W_hh·h_1')).toBe(true);
  });

  it('is a gradient as a part of what it will be, until all that meets there has been added', () => {
    const { order, program } = frameOf({ backward: true });
    const standingAfter = (name: string) => gradientNow(frameOf({ backward: true, at: order.get(name)! + 1 }), 'h_1')!;
    expect(isWhole(standingAfter('dL/dh_1←a_2'))).toBe(false);
    expect(isWhole(standingAfter('dL/dh_1'))).toBe(true);
    const end = frameOf({ backward: true, at: order.size });
    const whole = ['h_0', 'h_3', 'a_1', 'y_2', 'W_hh', 'b_y'].map((value) => gradientNow(end, value)!);
    expect(whole.map(isWhole)).not.toContain(false);
    expect(Object.values(program.gradients!)).toEqual(expect.arrayContaining(whole.map(({ name }) => name)));
  });
});

describe('numbers beyond all bounds', () => {
  it('are shown, never thrown: ReLU with weights of a million overflows', () => {
    const edits = { 'W_hh[0,0]': 1e6, 'W_xh[0,0]': 1e6, 'W_hy[0,0]': 1e6 };
    const base = { cell: 'rnn-relu' as const, sequence: ramp(50), H: 1, edits, backward: true };
    const shown = new Set<string>();
    for (const cell of ['rnn-relu', 'rnn-identity'] as const) {
      const frame = frameOf({ ...base, cell });
      const broken = frame.equations.filter(({ name }) => !Number.isFinite(frame.values.get(name)!.data[0]));
      expect(broken.length).toBeGreaterThan(50);
      for (const { name } of broken.filter((_, k) => k % 9 === 0)) {
        const value = frame.values.get(name)!.data[0]!;
        shown.add(short(value)).add(decimal(value, 4));
        expect(explain(frame.program, frame.values, name)!.value).toBe(value);
        expect(fillOf('grad', value, rangeOf(frame, 'grad'))).toMatch(/ \d+%/);
        for (const depth of DEPTHS) {
          const at = frame.order.get(name)! + 1;
          expect(narrate(derive({ ...frame.state, depth, at }))).not.toMatch(/undefined|Infinity/);
        }
      }
    }
    expect(shown).toEqual(new Set(['∞', '−∞', 'NaN']));
  });
});

/** The finished gradient of a value as the walk shows it when it is over. */
function last(frame: Frame, name: string): Tensor | undefined {
  const end = derive({ ...frame.state, at: frame.equations.length });
  return end.values.get(gradientNow(end, name)!.name);
}
