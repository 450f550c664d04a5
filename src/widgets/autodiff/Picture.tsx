/** The graph: values as boxes, what they are computed from as lines, and on every line its local derivative. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { EdgeLine } from './EdgeLine.tsx';
import type { Layout } from './layout.ts';
import { type Frame, gradientOf, rangeOf } from './model.ts';
import { NodeBox } from './NodeBox.tsx';
import { strings } from './strings.ts';

const ZOOMS = [0.35, 0.5, 0.75, 1, 1.5] as const;
/** A wider picture than this starts at full size, in a window that can be moved. */
const WIDE = 1300;

interface PictureProps {
  readonly frame: Frame;
  readonly layout: Layout;
  readonly awake: boolean;
}

export function Picture({ frame, layout, awake }: PictureProps) {
  const view = useRef<HTMLElement>(null);
  const [chosen, choose] = useState<number | 'fit'>();
  const { graph, now } = frame;
  const isLarge = layout.width > WIDE || layout.height > WIDE;
  const zoom = chosen ?? (isLarge ? 1 : 'fit');
  const focus = now ? (now.kind === 'product' ? now.edge.from : (now.equation.wrt ?? now.equation.name)) : undefined;
  const place = focus === undefined ? undefined : layout.boxes[focus];
  useEffect(() => {
    if (place && isLarge) centre(view.current!, place, layout);
  }, [place, isLarge, zoom, layout]);
  const ranges = {
    value: rangeOf(frame, ({ name }) => name),
    gradient: rangeOf(frame, ({ name }) => gradientOf(frame, name)),
  };
  const wider = (by: 1 | -1) => {
    const scale =
      zoom === 'fit' ? view.current!.querySelector('svg')!.getBoundingClientRect().width / layout.width : zoom;
    const next = by > 0 ? ZOOMS.find((each) => each > scale + 0.01) : ZOOMS.findLast((each) => each < scale - 0.01);
    if (next) choose(next);
  };
  return (
    <div class="graph-figure">
      <figure class="view" ref={view} tabIndex={0} aria-label={strings.graph}>
        <svg
          class="graph"
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          style={
            zoom === 'fit'
              ? { width: '100%', maxWidth: `${layout.width}px`, minWidth: `${Math.round(layout.width * 0.72)}px` }
              : { width: `${Math.round(layout.width * zoom)}px` }
          }
          role="img"
          aria-label={strings.picture(frame)}
        >
          <g class="edges">
            {graph.edges.map((edge) => (
              <EdgeLine key={edge.id} frame={frame} edge={edge} run={layout.links[edge.id]!} range={ranges.gradient} />
            ))}
          </g>
          {graph.nodes.map((node) => (
            <NodeBox key={node.name} frame={frame} node={node} at={layout.boxes[node.name]!} ranges={ranges} />
          ))}
        </svg>
      </figure>
      <div class="zoom row" data-print="hidden">
        <button type="button" disabled={!awake} aria-label={strings.smaller} onClick={() => wider(-1)}>
          −
        </button>
        <button type="button" disabled={!awake} aria-label={strings.larger} onClick={() => wider(1)}>
          +
        </button>
        <button type="button" disabled={!awake} aria-pressed={zoom === 'fit'} onClick={() => choose('fit')}>
          {strings.fit}
        </button>
        <span class="note">{strings.size(frame)}</span>
      </div>
    </div>
  );
}

/** Moves the window so that a place of the picture is in the middle of it, if it is near an edge or outside. */
function centre(view: HTMLElement, [x, y]: readonly [number, number], layout: Layout): void {
  const scale = view.querySelector('svg')!.getBoundingClientRect().width / layout.width;
  const [left, top] = [x * scale - view.scrollLeft, y * scale - view.scrollTop];
  const isInside = left > 90 && left < view.clientWidth - 90 && top > 50 && top < view.clientHeight - 50;
  if (!isInside) view.scrollTo(x * scale - view.clientWidth / 2, y * scale - view.clientHeight / 2);
}
