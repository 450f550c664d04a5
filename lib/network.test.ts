import { expect, it } from 'vitest';
import { type LossName, network, rnn, tanh, type Var } from './index.ts';

it('names the losses that there are when asked for another', () => {
  const options = { X: 1, H: 1, Y: 1, T: 1, loss: 'msee' as LossName };
  expect(() => network(rnn, options)).toThrow('no loss msee; there are mse, mae, huber');
});

it('refuses a cell that gives out nothing', () => {
  const mute = { ...rnn, name: 'Mute', state: () => ({ k: [1] }), step: () => ({}) };
  expect(() => network(mute, { X: 1, H: 1, Y: 1, T: 1, loss: 'mse' })).toThrow('Mute returns neither h nor y');
  const hidden = { ...mute, step: (_: unknown, { k }: Record<string, Var>) => ({ k: tanh(k!) }) };
  expect(() => network(hidden, { X: 1, H: 1, Y: 1, T: 1, loss: 'mse' })).toThrow('Mute returns neither h nor y');
});
