import { describe, expect, it } from 'vitest';
import { CELLS, cellsOf, familyOf } from './families.ts';

describe('the families of cells', () => {
  it('come from what a cell is a variant of, however far', () => {
    expect(familyOf('gru-keras')).toBe('gru');
    expect(familyOf('lstm-peephole')).toBe('lstm');
    expect(familyOf('rnn')).toBe('rnn');
  });

  it.each(CELLS)('%s is offered by the figure of its family, whose first is the plain cell', (id) => {
    const ids = cellsOf(familyOf(id)).map((cell) => cell.id);
    expect(ids).toContain(id);
    expect(ids[0]).toBe(familyOf(id));
  });

  it('leave out the network that hands its output on', () => {
    expect(CELLS).not.toContain('jordan');
  });
});
