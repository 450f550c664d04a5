/** The map of one cell: rows are the steps that notice, columns the steps that are nudged. */
import { useRef } from 'preact/hooks';
import { short } from '../_shared/notation.ts';
import { Legend } from './Legend.tsx';
import type { CellMap } from './model.ts';
import { fillOf, type Shade, shadeOf } from './shades.ts';
import type { Measure } from './state.ts';
import { strings } from './strings.ts';

/** The square of cells inside the picture. */
const [LEFT, TOP, SIDE, BOTTOM] = [38, 6, 316, 40];
const [WIDTH, HEIGHT] = [LEFT + SIDE + 6, TOP + SIDE + BOTTOM];

export interface MapViewProps {
  readonly map: CellMap;
  readonly T: number;
  readonly range: number;
  readonly measure: Measure;
  /** The place that is looked at, if it is in this map. */
  readonly at: { readonly t: number; readonly k: number } | undefined;
  readonly awake: boolean;
  readonly onLook: (t: number, k: number) => void;
}

export function MapView({ map, T, range, measure, at, awake, onLook }: MapViewProps) {
  const svg = useRef<SVGSVGElement>(null);
  const unit = SIDE / (T + 1);
  const look = (event: MouseEvent) => {
    const box = svg.current!.getBoundingClientRect();
    const scale = WIDTH / box.width;
    const k = Math.floor(((event.clientX - box.left) * scale - LEFT) / unit);
    const t = Math.floor(((event.clientY - box.top) * scale - TOP) / unit) + 1;
    if (t >= 1 && t <= T && k >= 0 && k <= t) onLook(t, k);
  };
  const move = (event: KeyboardEvent) => {
    const { t, k } = at ?? { t: T, k: 0 };
    const far = event.shiftKey ? 10 : 1;
    const to = {
      ArrowLeft: [t, k - far],
      ArrowRight: [t, k + far],
      ArrowUp: [t - far, k],
      ArrowDown: [t + far, k],
      Home: [t, 0],
      End: [t, t],
    }[event.key];
    if (!to || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const row = Math.min(T, Math.max(1, to[0]!));
    onLook(row, Math.min(row, Math.max(0, to[1]!)));
  };
  const title = strings.cellTitle(map);
  return (
    <div
      class="map"
      role="application"
      tabIndex={awake ? 0 : -1}
      aria-label={strings.map(title, T)}
      data-cell={map.id}
      onKeyDown={move}
    >
      <svg
        ref={svg}
        class="vanishing-map"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        aria-hidden="true"
        onClick={look}
        onPointerMove={(event) => event.pointerType === 'mouse' && event.buttons === 1 && look(event)}
      >
        <g transform={`translate(${LEFT} ${TOP}) scale(${unit})`} shape-rendering="crispEdges">
          <Cells norms={map.norms} range={range} />
          <path class="edge" d={`M0 0V${T}H${T + 1}`} />
          {at && <Place {...at} />}
        </g>
        {T <= 8 && <Numbers norms={map.norms} unit={unit} />}
        <Axes T={T} unit={unit} />
        <Legend map={map} range={range} measure={measure} x={LEFT + 150} y={TOP + 34} width={160} />
      </svg>
    </div>
  );
}

/** Cells of one shade are one path; runs of a row are one stroke of it. */
function Cells({ norms, range }: { readonly norms: CellMap['norms']; readonly range: number }) {
  const runs = new Map<Shade, string>();
  const hatched: string[] = [];
  const crossed: string[] = [];
  norms.forEach((row, y) => {
    const shades = row.map((value) => shadeOf(value, range));
    for (let x = 0; x < row.length; ) {
      const shade = shades[x]!;
      let end = x;
      while (end < row.length && shades[end] === shade) end++;
      runs.set(shade, `${runs.get(shade) ?? ''}M${x} ${y}h${end - x}v1h${x - end}z`);
      if (typeof shade === 'number' && shade > 0) hatched.push(`M${x} ${y}.5h${end - x}`);
      if (shade === 'zero') for (let k = x; k < end; k++) crossed.push(`M${k} ${y + 1}l1-1`);
      x = end;
    }
  });
  return (
    <>
      {[...runs].map(([shade, d]) => (
        <path key={shade} class={`shade ${shade}`} style={{ fill: fillOf(shade) }} d={d} />
      ))}
      {crossed.length > 0 && <path class="crossed" d={crossed.join('')} />}
      {hatched.length > 0 && <path class="hatched" d={hatched.join('')} />}
    </>
  );
}

/** The place, and the way back to it along its row. */
const Place = ({ t, k }: { readonly t: number; readonly k: number }) => (
  <>
    <rect class="way" x={k} y={t - 1} width={t - k + 1} height="1" />
    <rect class="place" x={k} y={t - 1} width="1" height="1" />
  </>
);

const Numbers = ({ norms, unit }: { readonly norms: CellMap['norms']; readonly unit: number }) => (
  <g class="numbers">
    {norms.map((row, y) =>
      row.map((value, x) => (
        <text key={`${x} ${y}`} x={LEFT + (x + 0.5) * unit} y={TOP + (y + 0.5) * unit + 4} text-anchor="middle">
          {short(value)}
        </text>
      )),
    )}
  </g>
);

function Axes({ T, unit }: { readonly T: number; readonly unit: number }) {
  const every = T > 20 ? 10 : T > 8 ? 5 : 1;
  const ticks = Array.from({ length: T + 1 }, (_, n) => n).filter((n) => n % every === 0);
  return (
    <g class="axes">
      {ticks.map((n) => (
        <text key={n} x={LEFT + (n + 0.5) * unit} y={TOP + T * unit + 16} text-anchor="middle">
          {n}
        </text>
      ))}
      {ticks
        .filter((n) => n > 0)
        .map((n) => (
          <text key={n} x={LEFT - 5} y={TOP + (n - 0.5) * unit + 4} text-anchor="end">
            {n}
          </text>
        ))}
      <text x={LEFT + SIDE / 2} y={TOP + T * unit + 34} text-anchor="middle">
        {strings.axisK}
      </text>
      <text transform={`translate(11 ${TOP + SIDE / 2}) rotate(-90)`} text-anchor="middle">
        {strings.axisT}
      </text>
    </g>
  );
}
