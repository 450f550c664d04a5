import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';
import { act, frameOf, fromUrl, LIMITS, START, toUrl, WIDTH } from './model.ts';

const totals = (state: typeof START) => frameOf(state).counts.map(({ convention, total }) => [convention, total]);

describe('counts', () => {
  // Keras 3.15 SimpleRNN(64) on (T, 1): count_params() = 4224; torch 2.13 nn.RNN(1, 64): 4288.
  it('64 units that read one number have 4224 parameters here and in Keras, 4288 in PyTorch', () => {
    expect(totals({ X: 1, H: 64, Y: 1 })).toEqual([
      ['own', 4224],
      ['keras', 4224],
      ['pytorch', 4288],
    ]);
  });

  it('are n(m + n + 1), plus n in PyTorch, at every size', () => {
    for (const X of [1, 2, 17, 256])
      for (const H of [1, 3, 64, 256]) {
        const [own, keras, pytorch] = frameOf({ X, H, Y: 5 }).counts.map(({ total }) => total);
        expect(own).toBe(H * (X + H + 1));
        expect(keras).toBe(own);
        expect(pytorch).toBe(own! + H);
      }
  });

  it('are the sum of their parts', () => {
    for (const { recurrent, input, biases, total } of frameOf({ X: 3, H: 5, Y: 2 }).counts)
      expect(recurrent + input + biases.reduce((a, b) => a + b)).toBe(total);
  });

  it('leave the readout out, which has k(n + 1)', () => {
    expect(frameOf({ X: 3, H: 5, Y: 2 }).readout).toBe(12);
  });
});

describe('the drawing', () => {
  it.each([...Object.values(examples), { X: 256, H: 1, Y: 256 }, { X: 1, H: 256, Y: 1 }, { X: 256, H: 256, Y: 256 }])(
    'of %j fits its width, row by row, without overlap',
    (state) => {
      for (const blocks of frameOf(state).rows) {
        const last = blocks.at(-1)!;
        expect(last.x + last.width).toBeLessThanOrEqual(WIDTH);
        blocks.slice(1).forEach((block, k) => {
          expect(block.x).toBeGreaterThanOrEqual(blocks[k]!.x + blocks[k]!.width);
        });
      }
    },
  );

  it('gives every learned number the same area', () => {
    const blocks = frameOf({ X: 7, H: 20, Y: 3 })
      .rows.flat()
      .filter(({ kind }) => kind === 'learned');
    const areas = blocks.map(({ width, height, shape }) => (width * height) / shape.reduce((a, b) => a * b));
    expect(Math.max(...areas) - Math.min(...areas)).toBeLessThan(1e-9);
    expect(blocks.map(({ symbol }) => symbol)).toEqual(['W_hh', 'W_xh', 'b_h', 'W_hy', 'b_y']);
  });
});

describe('state', () => {
  it('goes into an address and back', () => {
    for (const state of Object.values(examples)) expect(fromUrl(toUrl(state))).toEqual(state);
  });

  it.each([
    '',
    'x',
    '1~X.1',
    '1~X.0~H.1~Y.1',
    '1~X.1~H.257~Y.1',
    '1~X.1.5~H.2~Y.1',
    '2~X.1~H.2~Y.1',
    '1~X.1~H.2~Y.1~Z.3',
  ])('is not read from %j', (text) => {
    expect(fromUrl(text)).toBeUndefined();
  });

  it('takes whole numbers within its limits and nothing else', () => {
    const set = (value: number) => act(START, { type: 'set', size: 'H', value }).H;
    expect([set(LIMITS.most), set(LIMITS.most + 1), set(0), set(2.5), set(Number.NaN)]).toEqual([256, 64, 64, 64, 64]);
  });
});
