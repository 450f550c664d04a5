import { describe, expect, it } from 'vitest';
import {
  cells,
  gru,
  gruCho,
  gruKeras,
  gruKerasBefore,
  gruPytorch,
  jordan,
  lstm,
  lstm1997,
  lstmCoupled,
  lstmPeephole,
  mgu,
  parameterCount,
  parameterShapes,
  rnn,
  rnnIdentity,
  sizeOf,
} from './index.ts';

const sizes = { X: 1, H: 64, Y: 1 };

describe('parameterCount', () => {
  it.each([
    [rnn, 4224, 4224, 4288],
    [lstm, 16896, 16896, 17152],
    [gruCho, 12672, 12672, undefined],
    [gruKerasBefore, 12672, 12672, undefined],
    [gruPytorch, 12736, 12864, 12864],
    [gruKeras, 12736, 12864, 12864],
    [gru, 12672, undefined, undefined],
    [mgu, 8448, undefined, undefined],
    [lstmPeephole, 16896 + 3 * 64, undefined, undefined],
    [lstm1997, 12672, undefined, undefined],
    [lstmCoupled, 12672, undefined, undefined],
    [rnnIdentity, 4224, 4224, undefined],
    [jordan, 64 + 64 + 64 + 64 + 1, undefined, undefined],
  ] as const)('$0.id with one input and 64 units: own $1, Keras $2, PyTorch $3', (cell, own, keras, pytorch) => {
    expect(parameterCount(cell, sizes)).toBe(own);
    for (const [library, expected] of [
      ['keras', keras],
      ['pytorch', pytorch],
    ] as const) {
      if (expected !== undefined) expect(parameterCount(cell, sizes, library)).toBe(expected);
      else expect(() => parameterCount(cell, sizes, library)).toThrow(`has no cell that computes "${cell.name}"`);
    }
  });

  it('is the number of values in the shapes, for every cell', () => {
    for (const cell of cells) {
      const shapes = Object.values(cell.parameters(sizes));
      expect(parameterCount(cell, sizes)).toBe(shapes.reduce((sum, shape) => sum + sizeOf(shape), 0));
    }
  });
});

describe('parameterShapes', () => {
  it('names the two biases of a library after its own', () => {
    const biases = (shapes: object) => Object.keys(shapes).filter((name) => name.startsWith('b_'));
    expect(biases(parameterShapes(rnn, sizes, 'pytorch'))).toEqual(['b_h (ih)', 'b_h (hh)']);
    expect(biases(parameterShapes(gruPytorch, sizes, 'keras'))).toEqual(
      ['r', 'z', 'n'].flatMap((gate) => [`b_${gate} (input)`, `b_${gate} (recurrent)`]),
    );
    expect(biases(parameterShapes(lstm, sizes, 'keras'))).toEqual(['b_f', 'b_i', 'b_o', 'b_g']);
  });
});
