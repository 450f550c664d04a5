/** What is done to a series of numbers before, or instead of, learning: a catalogue. */
export * from './difference.ts';
export * from './dtw.ts';
export * from './fft.ts';
export * from './forecast.ts';
export * from './prediction.ts';
export * from './scaling.ts';
export * from './smoothing.ts';
export * from './spectrum.ts';
export * from './windows.ts';
