import { expect, it } from 'vitest';
import { type LossName, network, rnn } from './index.ts';

it('names the losses that there are when asked for another', () => {
  const options = { X: 1, H: 1, Y: 1, T: 1, loss: 'msee' as LossName };
  expect(() => network(rnn, options)).toThrow('no loss msee; there are mse, mae, huber');
});
