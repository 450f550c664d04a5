import { describe, expect, it } from 'vitest';
import { examples, NOTE_FREQUENCIES, NOTES, notes } from './index.ts';

describe('notes', () => {
  it('step up and down the scale, and turn at its ends', () => {
    for (const { text, labels } of examples(notes, 1, 50)) {
      const melody = text!.split(' ').map((note) => NOTES.indexOf(note as (typeof NOTES)[number]));
      expect(melody.slice(1)).toEqual(labels);
      melody.slice(1).forEach((note, t) => {
        expect(Math.abs(note - melody[t]!)).toBe(1);
      });
    }
  });

  it('turn as often as asked for, between the ends', () => {
    let [turns, chances] = [0, 0];
    for (const { text } of examples(notes, 2, 300, { T: 40, turn: 0.3 })) {
      const melody = text!.split(' ').map((note) => NOTES.indexOf(note as (typeof NOTES)[number]));
      for (let t = 2; t < melody.length; t++) {
        const [a, b, c] = [melody[t - 2]!, melody[t - 1]!, melody[t]!];
        if (b === 0 || b === 7) continue;
        chances += 1;
        if (c === a) turns += 1;
      }
    }
    expect(Math.abs(turns / chances - 0.3)).toBeLessThan(4 * Math.sqrt(0.21 / chances));
  });

  it('are certain if they never turn, and need no memory of the direction if it is a coin', () => {
    expect(notes.bounds({ turn: 0 }).floor.loss).toBe(0);
    const { floor, others } = notes.bounds({ turn: 0.5, T: 200 });
    expect(others![0]!.loss / floor.loss).toBeLessThan(1.01);
    expect(notes.bounds({ turn: 0.05 }).others![0]!.loss).toBeGreaterThan(0.4);
  });

  it('have the frequencies of equal temperament', () => {
    const semitones = [-9, -7, -5, -4, -2, 0, 2, 3];
    semitones.forEach((k, i) => {
      expect(NOTE_FREQUENCIES[i]).toBeCloseTo(440 * 2 ** (k / 12), 2);
    });
  });
});
