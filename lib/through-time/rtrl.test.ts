import { describe, expect, it } from 'vitest';
import { backward, cells, differenceOf, lstm, network, output, parametersOf, run, throughTime } from '../index.ts';
import { distance, maxAbs, randomInputs } from '../testing.ts';

const { lagTerms, rtrl } = throughTime;

describe.each(cells.map((cell) => [cell.id, cell] as const))('real-time recurrent learning of %s', (_, cell) => {
  it.each(['every', 'last'] as const)('ends with the gradient of backpropagation, loss at %s step', (lossAt) => {
    const options = { X: 2, H: 2, Y: 2, T: 4, loss: 'crossEntropy', lossAt } as const;
    const program = network(cell, options);
    const given = randomInputs(program, 12, 0.5, true);
    const both = backward(program);
    const values = run(both, given);
    const steps = [...rtrl(program, given)];
    expect(steps.map(({ t }) => t)).toEqual([1, 2, 3, 4]);
    for (const name of Object.keys(parametersOf(cell, options))) {
      const expected = output(both, values, `dL/d${name}`).data;
      expect(distance(steps.at(-1)!.gradients[name]!.data, expected), name).toBeLessThanOrEqual(
        1e-10 * Math.max(maxAbs(expected), 1e-3),
      );
    }
  });
});

describe('on the way', () => {
  const program = network(lstm, { X: 1, H: 2, Y: 1, T: 3, loss: 'mse' });
  const given = randomInputs(program, 5);
  const steps = [...rtrl(program, given, ['W_hf'])];

  it('the gradient so far is the sum of the rows of the table so far', () => {
    const { terms } = lagTerms(program, given, 'W_hf');
    const sum = new Float64Array(4);
    steps.forEach(({ gradients }, at) => {
      for (const { data } of terms[at]!) for (const [i, x] of data.entries()) sum[i]! += x;
      expect(distance(gradients.W_hf!.data, sum)).toBeLessThanOrEqual(1e-15);
    });
  });

  it('sensitivities are ∂(h_t, c_t)/∂W', () => {
    const last = steps.at(-1)!.sensitivities.W_hf!;
    expect(last.shape).toEqual([4, 4]);
    const one = { ...program, outputs: { ...program.outputs, last: 'c[T]' } };
    // Row 2 is c[0]; its difference quotient by W_hf[1], of an output with one element, reads element 0.
    expect(last.data[2 * 4 + 1]).toBeCloseTo(differenceOf(one, given, 'W_hf', 1, 'last').value, 9);
  });
});
