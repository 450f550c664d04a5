/** From text to the numbers that a network reads: a catalogue. */

export { oneHot } from '../losses/one-hot.ts';
export * from './argmax.ts';
export * from './bag.ts';
export * from './batches.ts';
export * from './entropy.ts';
export * from './padding.ts';
export * from './shift.ts';
export * from './split.ts';
export * from './tokens.ts';
export * from './vocabulary.ts';
