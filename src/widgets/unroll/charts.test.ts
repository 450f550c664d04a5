import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { drawCharts } from './charts.ts';
import { derive } from './model.ts';
import { START, type UnrollState } from './state.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const draw = (change: Partial<UnrollState>) =>
  drawCharts(derive({ ...START, ...change }), document as unknown as Document);
const bars = (chart: Element) => [...chart.querySelectorAll('rect')].map((bar) => Number(bar.getAttribute('height')));

describe('the charts', () => {
  it('are the hidden states, and with the backward half the gradients too, each an image with a name', () => {
    const names = (change: Partial<UnrollState>) => draw(change).map((chart) => chart.getAttribute('aria-label'));
    expect(names({ at: 18 })).toEqual(['Hidden states over time: 2 units, 2 of 3 steps computed']);
    expect(names({ backward: true })).toEqual([
      'Hidden states over time: 2 units, 0 of 3 steps computed',
      'Norm of the gradient of the loss by the hidden state, a bar a time step',
    ]);
  });

  it('have a bar for each gradient that is there, as high as its norm, from zero', () => {
    expect(bars(draw({ backward: true, at: 28 })[1]!)).toEqual([]);
    const state = { ...START, backward: true, at: 89 };
    const { values } = derive(state);
    const norms = [1, 2, 3].map((t) => Math.hypot(...values.get(`dL/dh_${t}`)!.data));
    const heights = bars(draw(state)[1]!);
    expect(heights).toHaveLength(3);
    heights.forEach((height, k) => {
      expect(height / heights[0]!).toBeCloseTo(norms[k]! / norms[0]!, 6);
    });
  });

  it('can be drawn when numbers are not finite', () => {
    const edits = { 'W_hh[0,0]': 1e6, 'W_xh[0,0]': 1e6, 'W_hy[0,0]': 1e6 };
    const sequence = { kind: 'numbers' as const, x: Array<number>(50).fill(1), target: Array<number>(50).fill(0) };
    const charts = draw({ cell: 'rnn-relu', H: 1, edits, sequence, backward: true, at: 1546 });
    for (const chart of charts) expect(chart.outerHTML).not.toMatch(/="[^"]*(NaN|Infinity)/);
  });
});
