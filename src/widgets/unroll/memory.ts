/** How long a gated cell would remember if its gates stayed as they are: half-lives, from the equations' own gate. Pure. */
import { cellOf, type Frame, standing } from './model.ts';

export interface Memory {
  /** The state that is kept, and by how much per step, unit by unit. */
  readonly state: string;
  readonly kept: readonly number[];
  /** Steps until half is left: ln ½ / ln kept; infinite where all is kept, 0 where nothing is. */
  readonly halfLife: readonly number[];
}

/** What the gate at step t keeps; undefined before it is computed, or where the cell has no such gate. */
export function memoryAt(frame: Frame, t: number): Memory | undefined {
  const cell = cellOf(frame.state);
  if (!cell.memory) return undefined;
  const { gate, keepsAt } = cell.memory;
  const value = frame.values.get(`${gate}_${t}`);
  if (!value || standing(frame, `${gate}_${t}`) === 'later') return undefined;
  const kept = Array.from(value.data, (g) => (keepsAt === 1 ? g : 1 - g));
  const state = 'c' in cell.state(frame.options) ? 'c' : 'h';
  return {
    state,
    kept,
    halfLife: kept.map((k) => (k <= 0 ? 0 : k >= 1 ? Number.POSITIVE_INFINITY : Math.log(0.5) / Math.log(k))),
  };
}
