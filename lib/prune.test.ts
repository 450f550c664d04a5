import { expect, it } from 'vitest';
import { flat, network, output, prune, rnn, run, unroll } from './index.ts';
import { randomInputs } from './testing.ts';

it('drops the losses of earlier steps when only the last one counts, and changes no number', () => {
  const program = unroll(network(rnn, { X: 1, H: 2, Y: 1, T: 3, loss: 'mse', lossAt: 'last' }));
  const pruned = prune(program, ['L', 'h_3']);
  expect(flat(program).map(({ name }) => name)).toContain('l_1');
  expect(flat(pruned).map(({ name }) => name)).not.toContain('l_1');
  const given = randomInputs(program, 3);
  expect(output(pruned, run(pruned, given), 'L')).toEqual(output(program, run(program, given), 'L'));
});
