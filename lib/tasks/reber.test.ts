import { describe, expect, it } from 'vitest';
import { randomString } from './automaton.ts';
import { drawFor } from './define.ts';
import { embeddedReber, embeddedReberNext, examples, isEmbeddedReber, isReber, reber, reberNext } from './index.ts';
import { embeddedReberGrammar, reberGrammar } from './reber.ts';

// The grammar a second time, as a regular expression read off the diagram of Cleeremans et al. 1989: after BTS*X or P
// the string is in the loop X T* V P, which it leaves by S or by a second V.
const LOOP = '(?:XT*VP)*(?:S|XT*VV)';
const REBER = `B(?:TS*X${LOOP}|PT*V(?:P${LOOP}|V))E`;
const reberRegExp = new RegExp(`^${REBER}$`);
const embeddedRegExp = new RegExp(`^B(?:T${REBER}T|P${REBER}P)E$`);

/** All strings over the alphabet up to a length, in which every beginning is one of a Reber string by brute force. */
function* strings(longest: number, text = ''): Generator<string> {
  yield text;
  if (text.length < longest) for (const symbol of 'BTPSXVE') yield* strings(longest, text + symbol);
}

describe('reber', () => {
  const texts = examples(reber, 1, 500).map(({ text }) => text!);

  it('makes strings of the grammar', () => {
    for (const text of texts) {
      expect(text).toMatch(reberRegExp);
      expect(isReber(text)).toBe(true);
    }
  });

  it('agrees with the regular expression on all 137,257 strings of up to 7 symbols that begin with B, and on those of up to 4 that need not', () => {
    let accepted = 0;
    let differ = 0;
    for (const text of [...strings(7, 'B'), ...strings(4)]) {
      const is = isReber(text);
      if (is) accepted += 1;
      if (is !== reberRegExp.test(text)) differ += 1;
    }
    expect(differ).toBe(0);
    // BTXSE BPVVE, BTSXSE BPTVVE BPVPSE, BTSSXSE BPTTVVE BPTVPSE BTXXVVE.
    expect(accepted).toBe(9);
  });

  it('has the next-symbol sets of the regular expression', () => {
    // Once the next symbol is said, three more are always enough to end: so strings of 7 show all that may follow 3.
    const whole = [...strings(7, 'B')].filter((text) => reberRegExp.test(text));
    const begins = (text: string) => [...new Set(whole.filter((s) => s.startsWith(text)).map((s) => s[text.length]))];
    for (const text of strings(3)) {
      expect(reberNext(text).toSorted()).toEqual(
        begins(text)
          .filter((s) => s !== undefined)
          .toSorted(),
      );
    }
    expect(reberNext('BTXSE')).toEqual([]);
    expect(reberNext('XX')).toEqual([]);
  });

  it('has 8 symbols in the mean and the floor 6 ln 2/7', () => {
    expect(reber.bounds().floor.loss).toBeCloseTo((6 * Math.LN2) / 7, 14);
    expect(reber.bounds().floor.accuracy).toBeCloseTo(4 / 7, 14);
    const lengths = Array.from({ length: 4000 }, (_, k) => randomString(reberGrammar, drawFor('length', 1, k)).length);
    const mean = lengths.reduce((sum, n) => sum + n, 0) / 4000;
    const variance = lengths.reduce((sum, n) => sum + (n - mean) ** 2, 0) / 4000;
    expect(Math.abs(mean - 8)).toBeLessThan(4 * Math.sqrt(variance / 4000));
  });

  it('wants at each step the next symbol, with the probabilities of the arcs as ideal', () => {
    const { text, labels, ideal, columns } = reber.generate(3);
    [...text!].slice(1).forEach((symbol, t) => {
      expect(columns.outputs[labels![t]!]).toBe(symbol);
      const next = reberNext(text!.slice(0, t + 1));
      const row = columns.outputs.map((each) => (next.includes(each) ? 1 / next.length : 0));
      expect(Array.from(ideal.data.slice(7 * t, 7 * t + 7))).toEqual(row);
    });
  });
});

describe('embedded reber', () => {
  it('makes a Reber string between two equal symbols', () => {
    for (const { text } of examples(embeddedReber, 1, 500)) {
      expect(text).toMatch(embeddedRegExp);
      expect(isEmbeddedReber(text!)).toBe(true);
      const other = text!.replace(/[TP]E$/, (end) => (end === 'TE' ? 'PE' : 'TE'));
      expect(isEmbeddedReber(other)).toBe(false);
      expect(embeddedReberNext(text!.slice(0, -2))).toEqual([text![1]]);
      // In between, the second symbol changes nothing.
      for (let length = 2; length < text!.length - 2; length++) {
        expect(embeddedReberNext(text!.slice(0, length))).toEqual(reberNext(text!.slice(2, length)));
      }
    }
  });

  it('has 12 symbols in the mean, the floor 7 ln 2/11, and 8 ln 2/11 for who forgets the second symbol', () => {
    const { floor, others } = embeddedReber.bounds();
    expect(floor.loss).toBeCloseTo((7 * Math.LN2) / 11, 14);
    expect(floor.accuracy).toBeCloseTo(7.5 / 11, 14);
    expect(others![0]).toMatchObject({ id: 'forgetful', loss: (8 * Math.LN2) / 11 });
    expect(embeddedReberGrammar).toHaveLength(20);
  });
});
