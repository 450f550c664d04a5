import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backward, cells, decimal, explain, flat, network, rnn, run, unroll } from './index.ts';
import { randomInputs } from './testing.ts';

const program = backward(unroll(network(rnn, { X: 1, H: 1, Y: 1, T: 2, loss: 'mse' })));
const values = run(program, {
  W_hh: [[0.5]],
  W_xh: [[1]],
  b_h: [0],
  W_hy: [[1]],
  b_y: [0],
  h_0: [0],
  x: [[1], [0]],
  target: [[0], [0]],
});

describe('explain', () => {
  it('puts the numbers into the equation', () => {
    expect(explain(program, values, 'a_2')).toMatchObject({
      name: 'a_2[0]',
      symbolic: 'W_hh[0,0]·h_1[0] + W_xh[0,0]·x_2[0] + b_h[0]',
      numeric: '0.5000·0.7616 + 1.0000·0.0000 + 0',
      result: '0.3808',
    });
  });

  it('puts whole equations in on request', () => {
    const whole = explain(program, values, 'h_2', 0, ({ step, role }) => step === 2 && role === 'value')!;
    expect(`${whole.numeric} = ${whole.result}`).toBe('tanh(0.5000·0.7616 + 1.0000·0.0000 + 0) = 0.3634');
  });

  it('has nothing to say about inputs', () => {
    expect(explain(program, values, 'W_hh')).toBeUndefined();
  });

  it('prints operands with as many digits as it takes to recompute the printed result', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.constantFrom(...cells), (seed, cell) => {
        const random = backward(unroll(network(cell, { X: 2, H: 2, Y: 1, T: 2, loss: 'mse' })));
        const all = run(random, randomInputs(random, seed, 2));
        for (const { name } of flat(random)) {
          const { numeric, result } = explain(random, all, name)!;
          expect(decimal(recompute(numeric), 4), `${name}: ${numeric}`).toBe(result);
        }
      }),
      { numRuns: 20, seed: 1 },
    );
  });
});

/** Evaluates a printed right-hand side as a reader with a calculator would. */
function recompute(text: string): number {
  const js = text
    .replace(/−/g, '-')
    .replace(/·/g, '*')
    .replace(/(\((?:[^()]|\([^()]*\))*\)|[\d.]+)²/g, '(($1)**2)')
    .replace(/tanh/g, 'Math.tanh')
    .replace(/σ\(/g, '(x=>1/(1+Math.exp(-x)))(')
    .replace(/ReLU\(/g, 'Math.max(0,')
    .replace(/step\(/g, '(x=>x>0?1:0)(');
  try {
    return new Function(`return (${js});`)() as number;
  } catch (error) {
    throw new Error(`${text} → ${js}`, { cause: error });
  }
}

describe('decimal', () => {
  it.each([
    [0.36339, '0.3634'],
    [-2, '−2.0000'],
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '−∞'],
    [1e-9, '1.000e−9'],
    [0, '0.0000'],
  ])('%f → %s', (x, text) => {
    expect(decimal(x, 4)).toBe(text);
  });
});
