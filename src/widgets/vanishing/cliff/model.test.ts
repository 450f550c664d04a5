import { derivative, math } from 'unrolled';
import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';
import {
  act,
  type CliffState,
  clipped,
  cutOf,
  fromUrl,
  GRID,
  H_0,
  isInside,
  lossAt,
  MOST,
  pathOf,
  START,
  surfaceOf,
  TARGET,
  toUrl,
} from './model.ts';

/** The unit written out. */
function loss(w: number, b: number, T: number): number {
  let h = H_0;
  for (let t = 1; t <= T; t++) h = math.sigmoid(w * h + b);
  return (h - TARGET) ** 2;
}

describe('the loss', () => {
  it('is that of one logistic unit after T steps', () => {
    for (const T of [1, 10, 50]) expect(lossAt(4.7, -2.2, T)).toBeCloseTo(loss(4.7, -2.2, T), 14);
    expect(cutOf(5, 50, 4).map(({ b }) => b.toFixed(2))).toEqual(
      [-2.6, -2.45, -2.3, -2.15, -2].map((b) => b.toFixed(2)),
    );
    for (const { b, L } of cutOf(5, 50, 4)) expect(L).toBe(lossAt(5, b, 50));
  });

  it('has a cliff: from one side of a hair’s breadth to the other it is ten times as large', () => {
    expect(lossAt(5, -2.51, 50)).toBeGreaterThan(10 * lossAt(5, -2.49, 50));
    expect(lossAt(5, -2.51, 1) / lossAt(5, -2.49, 1)).toBeLessThan(1.1);
  });

  it('lies between 0 and its largest value over the whole picture', () => {
    const all = surfaceOf(50).flat();
    expect(all).toHaveLength(GRID.columns * GRID.rows);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...all)).toBeLessThanOrEqual(MOST);
  });
});

describe('a descent', () => {
  it('goes along the gradient that differences give', () => {
    const { gradient } = pathOf({ ...START, updates: 0 })[0]!;
    expect(gradient.w).toBeCloseTo(derivative((w) => loss(w, START.b, 50), START.w, 1e-5).value, 6);
    expect(gradient.b).toBeCloseTo(derivative((b) => loss(START.w, b, 50), START.b, 1e-5).value, 6);
  });

  it('comes onto the wall after three updates, and the fourth throws it out for good', () => {
    const path = pathOf({ ...START, updates: 8 });
    expect(path.slice(0, 4).every(isInside)).toBe(true);
    expect(path[3]!.norm).toBeGreaterThan(400);
    expect(isInside(path[4]!)).toBe(false);
    expect(path[8]!.L).toBeGreaterThan(3 * path[0]!.L);
    expect(path[8]!.norm).toBeLessThan(1e-6);
  });

  it.each(['norm', 'value'] as const)('clipped by %s stays in the picture and gets better', (clip) => {
    const path = pathOf({ ...START, hasClipping: true, clip, updates: 12 });
    expect(path.every(isInside)).toBe(true);
    expect(path.at(-1)!.L).toBeLessThan(path[0]!.L);
  });

  it('clips (3, 4) to (0.6, 0.8) by norm and to (1, 1) by value', () => {
    expect(clipped({ w: 3, b: 4 }, 'norm', 1).w).toBeCloseTo(0.6, 12);
    expect(clipped({ w: 3, b: 4 }, 'norm', 1).b).toBeCloseTo(0.8, 12);
    expect(clipped({ w: 3, b: 4 }, 'value', 1)).toEqual({ w: 1, b: 1 });
    expect(clipped({ w: 3, b: 4 }, 'none', 1)).toEqual({ w: 3, b: 4 });
  });
});

describe('the state', () => {
  it('counts updates between 0 and 30, and begins again from another start', () => {
    expect(act(START, { type: 'update', by: 1 }).updates).toBe(4);
    const none = { ...START, updates: 0 };
    expect(act(none, { type: 'update', by: -1 })).toBe(none);
    expect(act(START, { type: 'set', change: { w: 5 } })).toMatchObject({ w: 5, updates: 0 });
    expect(act(START, { type: 'set', change: { w: 99 } })).toBe(START);
  });

  it('forgets the clipping that is no longer shown', () => {
    const clipping = act(act(START, { type: 'set', change: { hasClipping: true } }), {
      type: 'set',
      change: { clip: 'norm' },
    });
    expect(clipping).toMatchObject({ clip: 'norm', updates: 3 });
    expect(act(clipping, { type: 'set', change: { hasClipping: false } }).clip).toBe('none');
  });

  it.each(Object.entries(examples))('%s goes into an address and back', (_, state: CliffState) => {
    expect(fromUrl(toUrl(state))).toEqual(state);
  });

  it.each([
    '',
    '1',
    '1~p.1_2',
    '1~p.4.7_-2_50_0.3_0.5_3~c.x',
    '1~p.99_-2_50_0.3_0.5_3~c.none',
    '1~p.4_-2_50_0.3_0.5_3.5~c.none',
  ])('refuses the link %s', (text) => expect(fromUrl(text)).toBeUndefined());
});
