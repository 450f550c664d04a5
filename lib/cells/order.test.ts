import { expect, it } from 'vitest';
import { rnn } from '../index.ts';
import { inOrder } from './order.ts';

it('puts kinds by year, and behind each its variants and theirs', () => {
  const cell = (id: string, paper: string, variantOf?: string) => ({
    ...rnn,
    id,
    paper,
    ...(variantOf && { variantOf }),
  });
  const cells = [
    cell('gru', 'chung2014'),
    cell('gru-late', 'a2020', 'gru'),
    cell('gru-of-cho', 'cho2014', 'gru'),
    cell('gru-of-keras', 'cho2014', 'gru-of-cho'),
    cell('jordan', 'jordan1986', 'rnn'),
    cell('rnn', 'elman1990'),
    cell('rnn-b', 'elman1990', 'rnn'),
    cell('rnn-a', 'elman1990', 'rnn'),
    cell('gru-2', 'someone2014'),
  ];
  expect(inOrder(cells).map(({ id }) => id)).toEqual([
    ...['rnn', 'jordan', 'rnn-a', 'rnn-b'],
    ...['gru', 'gru-of-cho', 'gru-of-keras', 'gru-late', 'gru-2'],
  ]);
});
