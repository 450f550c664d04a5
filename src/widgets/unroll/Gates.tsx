/**
 * One time step of a gated cell, opened: its gates, its lanes and the lines between them, as its equations say.
 * What enters stands at the left and below, what leaves at the right and above.
 */
import { useEffect, useRef } from 'preact/hooks';
import { Arrows } from './Edge.tsx';
import { Entering, Leaving } from './GateEnds.tsx';
import { Lines } from './GateLines.tsx';
import { Label, Numbers, type Part } from './GateNumbers.tsx';
import { type GateGraph, gateGraph } from './gate-graph.ts';
import { type GateLayout, gateLayout, HEAD, type Placed } from './gate-layout.ts';
import { type Frame, standing, statesOf, T, timeOf } from './model.ts';

/** The step that is open: the one that the walk is at. */
export const openStep = (frame: Frame): number =>
  Math.min(T(frame), Math.max(1, timeOf(frame) ?? (frame.state.at > 0 ? T(frame) : 1)));

/** The open cell's graph and where its parts stand. */
export const openCell = (frame: Frame): { graph: GateGraph; layout: GateLayout } => {
  const graph = gateGraph(frame.program, statesOf(frame), openStep(frame));
  return { graph, layout: gateLayout(graph, { H: frame.options.H, backward: frame.state.backward }) };
};

export function Gates({ frame }: { readonly frame: Frame }) {
  const { graph, layout } = openCell(frame);
  const { width, height, placed } = layout;
  const { t } = graph;
  const part = { frame, graph, layout };
  const drawing = useRef<SVGSVGElement>(null);
  useEffect(() => showNow(drawing.current!), [frame.state.at]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold a drawing
    <svg
      ref={drawing}
      class="diagram gates"
      viewBox={`0 0 ${width} ${height}`}
      style={{ '--width': `${width}px` }}
      role="group"
      aria-label={`The cell opened at time step ${t} of ${T(frame)}`}
    >
      <Arrows />
      <Lines {...part} />
      <Entering {...part} />
      {[...placed.values()].map((each) => (
        <Node key={each.node.name} {...part} {...each} />
      ))}
      <Leaving {...part} />
      <text class="open-step" x={12} y={26}>
        t = {t}
      </text>
    </svg>
  );
}

/** Where the picture is wider than its place, brings what was just computed into sight. */
function showNow(drawing: SVGSVGElement): void {
  const scroller = drawing.parentElement!;
  const now = drawing.querySelector('[data-state="now"]');
  if (!now || scroller.scrollWidth <= scroller.clientWidth) return;
  const [place, window] = [now.getBoundingClientRect(), scroller.getBoundingClientRect()];
  if (place.left < window.left || place.right > window.right)
    scroller.scrollLeft += (place.left + place.right - window.left - window.right) / 2;
}

/** A gate is a valve, filled as far as it is open; an operation is its sign. */
function Node({ frame, graph, layout, node, x, y, half }: Part & Placed) {
  const isGate = node.place === 'gate';
  const { stack } = layout;
  const isValve = isGate && ['σ', 'set'].includes(node.sign);
  return (
    <g class={`node ${node.place}`} data-sym={node.name} data-state={standing(frame, node.name)}>
      <rect class="box" x={x - half} y={y - HEAD} width={2 * half} height={stack + HEAD + 6} rx="6" />
      {isValve && <Valve frame={frame} name={node.name} x={x - half + 6} y={y} layout={layout} />}
      {node.named && <Label name={node.name} x={x - Math.min(half - 16, 18)} y={y - HEAD / 2} />}
      <text class={isGate ? 'activation' : 'sign'} x={node.named ? x + 12 : x} y={y - HEAD / 2}>
        {node.sign}
      </text>
      <Numbers
        frame={frame}
        graph={graph}
        layout={layout}
        name={node.name}
        x={isValve ? x + layout.valve / 2 + 2 : x}
        y={y}
      />
    </g>
  );
}

/** How far a gate is open, unit by unit: a bar in its track, from 0 at the left to 1 at the right. */
function Valve({ frame, name, x, y, layout }: Pick<Part, 'frame' | 'layout'> & { name: string; x: number; y: number }) {
  const { data } = frame.values.get(name)!;
  const there = standing(frame, name) !== 'later';
  const each = layout.stack / data.length;
  const width = layout.valve;
  return (
    <g class="valve">
      {Array.from(data, (value, unit) => {
        const place = { x, y: y + unit * each + 3, height: each - 6 };
        const open = there && Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
        return (
          <g key={`${name}[${String(unit)}]`}>
            <rect class="track" {...place} width={width} />
            <rect class="open" {...place} width={width * open} />
          </g>
        );
      })}
    </g>
  );
}
