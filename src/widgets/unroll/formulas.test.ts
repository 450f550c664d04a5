import { atStep } from 'unrolled';
import { describe, expect, it } from 'vitest';
import { family, linkId } from '../_shared/notation.ts';
import { CELLS, type CellId, familyOf } from './families.ts';
import { type FormulaLine, formulaLines } from './formulas.ts';
import { derive, symbolsOf as namedBy } from './model.ts';
import { START } from './state.ts';

const lines = formulaLines();
const settings = CELLS.flatMap((cell) => (['mse', 'crossEntropy'] as const).map((loss) => [cell, loss] as const));
const shown = (cell: CellId, loss: 'mse' | 'crossEntropy') =>
  formulaLines(familyOf(cell)).filter(
    (line) =>
      (line.cells.length === 0 || line.cells.includes(cell)) &&
      (line.losses.length === 0 || line.losses.includes(loss)) &&
      line.lossAt !== 'last',
  );
/** A walk of three steps: the middle one has a past and a future. */
const walkOf = (cell: CellId, loss: 'mse' | 'crossEntropy') =>
  derive({
    ...START,
    cell,
    backward: true,
    sequence: loss === 'mse' ? START.sequence : { kind: 'text', text: 'abca' },
  });
const symbolsOf = ({ tex }: FormulaLine) => Array.from(tex.matchAll(/\\sym\{([^}]*)\}/g), ([, name]) => name!);

describe.each(settings)('the formulas for %s with %s', (cell, loss) => {
  const mine = shown(cell, loss);
  const frame = walkOf(cell, loss);

  it('define each named value of a step, forward and backward, once', () => {
    const defined = mine.map(({ defines }) => atStep(defines, 2));
    const named = frame.equations.filter(
      ({ step, named, name, wrt }) =>
        (step === 2 && named && !name.includes('+') && !wrt?.includes(' ')) || name === 'L',
    );
    expect(defined.toSorted()).toEqual(named.map(({ name }) => name).toSorted());
  });

  it('have no symbol that the walk has not', () => {
    const known = new Set(
      [...frame.program.inputs, ...frame.equations].flatMap(({ name }) => [
        ...[name, linkId(name, undefined), family(linkId(name, undefined))],
      ]),
    );
    for (const line of mine)
      for (const symbol of symbolsOf(line)) expect(known, `${symbol} in ${line.tex}`).toContain(linkId(symbol, 2));
  });

  it('have every symbol that picture, table and code show', () => {
    const families = new Set(mine.flatMap(symbolsOf).map((symbol) => family(linkId(symbol, 2))));
    const parameters = frame.program.inputs.flatMap(({ name, kind }) => (kind === 'parameter' ? [name] : []));
    const computed = namedBy(frame);
    const forward = [...parameters, ...computed, 'x', 'target', 'L'];
    const gradients = [...computed.filter((symbol) => symbol !== 'l'), ...parameters].map((symbol) => `dL/d${symbol}`);
    for (const symbol of [...forward, ...gradients]) expect(families).toContain(symbol);
  });
});

describe('the list of formulas', () => {
  it('has the total loss as a sum, or as the last one', () => {
    const totals = lines.filter(({ defines }) => defines === 'L');
    expect(totals.map(({ lossAt }) => lossAt)).toEqual(['every', 'last']);
    expect(totals[0]!.tex).toContain('\\sum');
  });

  it('has the forward half first, in the order of the walk', () => {
    const halves = lines.map(({ half }) => half);
    expect(halves).toEqual(halves.toSorted((a, b) => (a === b ? 0 : a === 'forward' ? -1 : 1)));
    expect(shown('rnn', 'mse').flatMap(({ defines, half }) => (half === 'forward' ? [defines] : []))).toEqual([
      ...['a[t]', 'h[t]', 'y[t]', 'l[t]', 'L'],
    ]);
  });

  it('says the same thing once, whatever the settings', () => {
    expect(new Set(lines.map(({ tex }) => tex)).size).toBe(lines.length);
    expect(lines.filter(({ defines }) => defines === 'a[t]')).toHaveLength(1);
    expect(lines.find(({ tex }) => tex.includes('\\tanh'))!.cells).toEqual(['rnn']);
  });
});
