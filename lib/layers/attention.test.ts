import { expect, it } from 'vitest';
import { additiveAttention, additiveKeys, additiveParameters, dotAttention, output, run, trace } from '../index.ts';
import { distance } from '../testing.ts';
import { asParameters } from './testing.ts';

it('scores 0 and ln 3 weigh 1/4 and 3/4, and the context is their mean', () => {
  const inputs = { e: { shape: [2, 1], kind: 'data' }, q: { shape: [1], kind: 'data' } } as const;
  const program = trace(inputs, ({ e, q }) => ({ ...dotAttention(e!, q!) }));
  const values = run(program, { e: [[0], [1]], q: [Math.log(3)] });
  expect(distance(output(program, values, 'weights').data, [0.25, 0.75])).toBeLessThan(1e-15);
  expect(output(program, values, 'context').data[0]).toBeCloseTo(0.75, 15);
});

it('the additive one scores with v · tanh(W q + U e)', () => {
  const inputs = { e: { shape: [2, 1], kind: 'data' }, q: { shape: [1], kind: 'data' } } as const;
  const program = trace({ ...asParameters(additiveParameters(1, 1, 1)), ...inputs }, ({ e, q, ...p }) => ({
    ...additiveAttention(p, additiveKeys(p, e!), e!, q!),
  }));
  const given = { U_a: [[1]], W_a: [[2]], v_a: [3], e: [[0.5], [-1]], q: [0.25] };
  const [first, second] = [0.5, -1].map((e) => Math.exp(3 * Math.tanh(0.5 + e))) as [number, number];
  const weights = output(program, run(program, given), 'weights').data;
  expect(distance(weights, [first / (first + second), second / (first + second)])).toBeLessThan(1e-14);
});
