import { type Automaton, automatonBounds, nextSymbolExample, randomString } from './automaton.ts';
import { defineTask } from './define.ts';

/** An octave of C major, as scientific pitch names. */
export const NOTES = ['C4', 'D4', 'E4', 'F4', 'G4', 'A4', 'B4', 'C5'] as const;

/** Equal temperament, A4 = 440 Hz, in Hz, to a hundredth. */
export const NOTE_FREQUENCIES = [261.63, 293.66, 329.63, 349.23, 392, 440, 493.88, 523.25] as const;

/** State 1 + 2i: on note i and rising; 2 + 2i: falling. A melody rises first, except from the highest note. */
function automaton(turn: number): Automaton {
  const highest = NOTES.length - 1;
  const state = (note: number, rising: boolean) => 1 + 2 * note + (rising ? 0 : 1);
  const arc = (note: number, rising: boolean, p: number) => ({ symbol: NOTES[note]!, to: state(note, rising), p });
  const arcs = (note: number, rising: boolean) => {
    const [ahead, back] = rising ? [note + 1, note - 1] : [note - 1, note + 1];
    if (NOTES[ahead] === undefined) return [arc(back, !rising, 1)];
    if (NOTES[back] === undefined) return [arc(ahead, rising, 1)];
    return [arc(ahead, rising, 1 - turn), arc(back, !rising, turn)].filter(({ p }) => p > 0);
  };
  const start = NOTES.map((_, note) => arc(note, note < highest, 1 / NOTES.length));
  return [start, ...NOTES.flatMap((_, note) => [arcs(note, true), arcs(note, false)])];
}

/**
 * The next note of a melody that walks up and down an octave, a step at a time, and turns with probability `turn` at each
 * note (always at the ends, never when it has nowhere to turn to).
 *
 * Whoever remembers the last two notes knows the direction, and no more can be known: between the ends the floor is the
 * entropy of a turn. From the last note alone, up and down are nearly equally likely. So one bit of memory is worth
 * almost all of the difference between the bigram and the floor.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.notes.generate(1997, { T: 8 }).text // → G4 A4 B4 C5 B4 A4 G4 F4 E4
 * tasks.notes.bounds().floor.loss // → 0.4265…
 * ```
 */
export const notes = defineTask({
  id: 'notes',
  name: 'Melody',
  description: 'Predict the next note of a melody that keeps its direction for a while.',
  loss: 'crossEntropy',
  options: {
    T: { default: 16, min: 1, max: 500 },
    turn: { default: 0.2, min: 0, max: 1, real: true },
  },
  bounds: ({ T, turn }) => automatonBounds(automaton(turn), T + 1),
  make({ T, turn }, draw) {
    const melody = randomString(automaton(turn), draw, T + 1);
    return { ...nextSymbolExample(automaton(turn), NOTES, melody), text: melody.join(' ') };
  },
});
