/** The stepper's charts as Observable Plot figures. Needs a document: the page's, or one made at build. */
import * as Plot from '@observablehq/plot';
import { type Frame, gradientNow, isComplete, isWhole, statesOf, T } from './model.ts';

const DASHES = ['', '6 4', '1.5 3', '8 3 1.5 3', '3 3', '10 4', '2 2', '12 3 2 3'];

export function drawCharts(frame: Frame, document: Document, width = 560): Element[] {
  return [
    ...statesOf(frame).map((state) => stateLines(frame, state, document, width)),
    ...(frame.state.backward ? [gradientBars(frame, document, width)] : []),
  ];
}

const steps = (frame: Frame) => Array.from({ length: T(frame) }, (_, k) => k + 1);
const common = {
  height: 180,
  marginLeft: 48,
  marginRight: 44,
  style: { background: 'none', fontSize: '12px', fontFamily: 'inherit' },
};

/** h or c over time, a line a unit, told apart by dash and by the label at its end. Units that are not computed yet are absent. */
function stateLines(frame: Frame, state: string, document: Document, width: number): Element {
  const done = steps(frame).filter((t) => t === 0 || isComplete(frame, `${state}_${t}`));
  const points = [0, ...done].flatMap((t) =>
    Array.from(frame.values.get(`${state}_${t}`)!.data, (value, unit) => ({ t, value, unit })),
  );
  const units = Array.from({ length: frame.options.H }, (_, unit) => unit);
  const chart = Plot.plot({
    ...common,
    width,
    document,
    x: { label: 'time step t', domain: [0, T(frame)], ticks: Math.min(10, T(frame)), tickFormat: 'd' },
    y: { label: state, nice: true, grid: true },
    marks: [
      Plot.ruleY([0], { stroke: 'currentColor', strokeOpacity: 0.4 }),
      ...units.map((unit) =>
        Plot.lineY(
          points.filter((p) => p.unit === unit && Number.isFinite(p.value)),
          {
            x: 't',
            y: 'value',
            stroke: `var(--${state})`,
            strokeWidth: 2,
            strokeDasharray: DASHES[unit] || 'none',
            marker: T(frame) <= 12 ? 'dot' : 'none',
          },
        ),
      ),
      Plot.text(apart(points.filter((p) => p.t === Math.max(0, ...done))), {
        x: 't',
        y: 'at',
        text: (p: { unit: number }) => `${state}[${p.unit}]`,
        dx: 6,
        textAnchor: 'start',
        fill: `var(--${state})`,
      }),
    ],
  });
  return labelled(
    chart,
    `${state === 'h' ? 'Hidden' : 'Cell'} states over time: ${units.length} ${units.length === 1 ? 'unit' : 'units'}, ${done.length} of ${T(frame)} steps computed`,
  );
}

/** Labels at the ends of lines, moved apart where they would cover one another. */
function apart<P extends { value: number }>(ends: readonly P[]): (P & { at: number })[] {
  const sorted = ends.filter(({ value }) => Number.isFinite(value)).sort((a, b) => a.value - b.value);
  const spread = Math.max(...sorted.map(({ value }) => Math.abs(value)), 1e-9) * 0.16;
  let below = Number.NEGATIVE_INFINITY;
  return sorted.map((end) => {
    below = Math.max(end.value, below + spread);
    return { ...end, at: below };
  });
}

/** ‖∂L/∂h_t‖ per step: how much of the loss each state still answers for. */
function gradientBars(frame: Frame, document: Document, width: number): Element {
  const norms = steps(frame).map((t) => {
    const gradient = gradientNow(frame, `h_${t}`);
    const isThere = gradient && isWhole(gradient) && isComplete(frame, gradient.name);
    return { t, norm: isThere ? Math.hypot(...frame.values.get(gradient.name)!.data) : Number.NaN };
  });
  const bars = norms.filter(({ norm }) => Number.isFinite(norm));
  const chart = Plot.plot({
    ...common,
    width,
    document,
    x: {
      label: 'time step t',
      domain: steps(frame),
      tickFormat: (t: number) => (T(frame) <= 20 || t % 10 === 0 ? String(t) : ''),
    },
    y: { label: '‖∂L/∂h‖', grid: true, nice: true, domain: [0, Math.max(0, ...bars.map(({ norm }) => norm)) || 1] },
    marks: [
      Plot.barY(bars, { x: 't', y: 'norm', fill: 'var(--gradient-positive)' }),
      Plot.ruleY([0], { stroke: 'currentColor' }),
    ],
  });
  return labelled(chart, 'Norm of the gradient of the loss by the hidden state, a bar a time step');
}

/** One image with one name, instead of a tree of unnamed parts. */
function labelled(chart: Element, name: string): Element {
  chart.setAttribute('role', 'img');
  chart.setAttribute('aria-label', name);
  for (const part of chart.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  return chart;
}
