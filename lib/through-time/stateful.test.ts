import { describe, expect, it } from 'vitest';
import { cells, InputError, lstm, network, parametersOf, run, throughTime } from '../index.ts';
import { zeros } from '../tensor.ts';
import { distance, randomInputs } from '../testing.ts';

const { chunks, truncatedGradients } = throughTime;
const options = { X: 1, H: 2, Y: 1, loss: 'mse' } as const;

describe('chunks with carried state', () => {
  it.each(cells.map((cell) => [cell.id, cell] as const))('%s: gradients add up to the truncated ones', (_, cell) => {
    const long = network(cell, { ...options, T: 6 });
    const given = randomInputs(long, 2, 0.5);
    const parts = [...chunks(network(cell, { ...options, T: 2 }), given)];
    const expected = truncatedGradients(long, given, { window: 2, stride: 2 });
    expect(parts.map(({ index }) => index)).toEqual([0, 1, 2]);
    for (const name of Object.keys(parametersOf(cell, options))) {
      const sum = parts.reduce(
        (all, { gradients }) => all.map((x, i) => x + gradients[name]!.data[i]!),
        zeros(expected[name]!.shape).data,
      );
      expect(distance(sum, expected[name]!.data)).toBeLessThanOrEqual(1e-13);
    }
    const loss = parts.reduce((sum, part) => sum + part.loss, 0);
    expect(loss).toBeCloseTo(run(long, given).get('L')!.data[0]!, 13);
  });

  it('hand on all of the state', () => {
    const long = network(lstm, { ...options, T: 4 });
    const given = randomInputs(long, 2);
    const parts = [...chunks(network(lstm, { ...options, T: 2 }), given)];
    const values = run(long, given);
    expect(parts[1]!.final.h_0!.data).toEqual(values.get('h')!.data.slice(-2));
    expect(parts[1]!.final.c_0!.data).toEqual(values.get('c')!.data.slice(-2));
  });

  it('go on with the parameters that are handed in', () => {
    const short = network(lstm, { ...options, T: 2 });
    const given = randomInputs(network(lstm, { ...options, T: 4 }), 2);
    const walk = chunks(short, given);
    const first = walk.next().value!;
    const second = walk.next({ b_y: [100] }).value!;
    expect(second.loss).toBeGreaterThan(1000);
    expect(first.loss).toBeLessThan(10);
  });

  it('are whole', () => {
    const given = randomInputs(network(lstm, { ...options, T: 5 }), 2);
    const short = network(lstm, { ...options, T: 2 });
    expect(() => [...chunks(short, given)]).toThrow(InputError);
    expect(() => [...chunks(short, given)]).toThrow('x has 5 steps, which are no whole chunks of 2');
  });
});
