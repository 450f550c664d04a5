import { describe, expect, it } from 'vitest';
import { runEntropy } from '../text/entropy.ts';
import { CHINESE_PROSE, examples, NAMES, names, PROSE, prose, score } from './index.ts';

describe('names', () => {
  it('are a few hundred, in lower case, none twice', () => {
    expect(NAMES.length).toBeGreaterThan(300);
    expect(new Set(NAMES).size).toBe(NAMES.length);
    expect(NAMES.every((name) => /^[a-z]{2,12}$/.test(name))).toBe(true);
  });

  it('cost ln(number of names) each, for who knows the list', () => {
    for (const example of examples(names, 1, 100)) {
      expect(NAMES).toContain(example.text);
      expect(score(example, example.ideal).total).toBeCloseTo(Math.log(NAMES.length), 10);
    }
    const steps = NAMES.reduce((sum, name) => sum + name.length + 1, 0);
    expect(names.bounds().floor.loss).toBeCloseTo((NAMES.length * Math.log(NAMES.length)) / steps, 12);
  });

  it('begin and end with a full stop', () => {
    const { inputs, labels, columns, text } = names.generate(2);
    const read = (at: (t: number) => number) => Array.from(`${text}.`, (_, t) => columns.inputs[at(t)]).join('');
    expect(read((t) => inputs.data.subarray(27 * t, 27 * t + 27).indexOf(1))).toBe(`.${text}`);
    expect(read((t) => labels![t]!)).toBe(`${text}.`);
  });
});

describe('prose', () => {
  const ring = [...`${PROSE.toLowerCase().replaceAll('\n', ' ')} `];

  it('reads runs of the text, which begins again behind its end', () => {
    const twice = ring.join('').repeat(2);
    for (const { text } of examples(prose, 1, 50)) expect(twice).toContain(text);
  });

  it('costs who knows it by heart, step by step, what the next character leaves open', () => {
    // The bound is a mean over all beginnings: so take each of them, by its own ideal prediction.
    const { floor, baseline, others } = prose.bounds({ T: 5 });
    expect(floor.loss).toBeCloseTo((runEntropy(ring, 6) - runEntropy(ring, 1)) / 5, 12);
    expect(baseline.loss).toBeCloseTo(runEntropy(ring, 1), 12);
    expect(others![0]!.loss).toBeCloseTo(runEntropy(ring, 2) - runEntropy(ring, 1), 12);
    expect(prose.bounds({ T: 1 }).floor.loss).toBeCloseTo(others![0]!.loss, 12);
  });

  it('has a floor that falls with T: the longer it is read, the surer the place', () => {
    const losses = [1, 5, 20, 100].map((T) => prose.bounds({ T }).floor.loss);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
  });

  it('is text of the site, without double spaces', () => {
    expect(PROSE.split('\n')).toHaveLength(5);
    expect(PROSE).not.toMatch(/ {2}| \n|\n /);
    expect(CHINESE_PROSE).toContain('循环网络');
  });
});
