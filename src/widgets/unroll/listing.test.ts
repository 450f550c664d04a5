import { cells } from 'unrolled';
import { describe, expect, it } from 'vitest';
import { CELLS, familyOf } from './families.ts';
import { listing } from './listing.ts';

describe('the code beside the stepper', () => {
  it.each(CELLS)('has the step of %s exactly once, from the file that defines it', (id) => {
    const steps = listing(familyOf(id)).filter(({ cells }) => cells.includes(id));
    expect(steps).toHaveLength(1);
    expect(steps[0]!.code).toMatch(/^step\(\{/);
    const step = cells.find((cell) => cell.id === id)!.step;
    for (const parameter of step.toString().match(/\bW_\w+/g) ?? []) expect(steps[0]!.code).toContain(parameter);
  });
});
