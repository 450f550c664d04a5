/** The files that hold a cell or several, and nothing else: a new file is a new line. */
export * from './gru.ts';
export * from './jordan.ts';
export * from './lstm.ts';
export * from './lstm-1997.ts';
export * from './lstm-coupled.ts';
export * from './lstm-peephole.ts';
export * from './mgu.ts';
export * from './rnn.ts';
