/** The loss over w and b as a map, and the descent on it. */
import { GRID, isInside, MOST, type Point, surfaceOf, type Vector, WINDOW } from './model.ts';
import { strings } from './strings.ts';

const [LEFT, TOP, WIDTH, HEIGHT, BOTTOM] = [44, 8, 320, 256, 40];
const SHADES = 12;
const place = ([low, high]: readonly [number, number], value: number): number => (value - low) / (high - low);
const x = (w: number): number => LEFT + WIDTH * place(WINDOW.w, w);
const y = (b: number): number => TOP + HEIGHT * (1 - place(WINDOW.b, b));

interface SurfaceProps {
  readonly path: readonly Point[];
  readonly T: number;
  readonly eta: number;
}

export function Surface({ path, T, eta }: SurfaceProps) {
  const now = path.at(-1)!;
  return (
    <figure class="surface-figure">
      <figcaption>{strings.surfaceCaption}</figcaption>
      <svg
        class="surface"
        viewBox={`0 0 ${LEFT + WIDTH + 14} ${TOP + HEIGHT + BOTTOM}`}
        role="img"
        aria-label={strings.surface(T, path)}
      >
        <g
          transform={`translate(${LEFT} ${TOP}) scale(${WIDTH / GRID.columns} ${HEIGHT / GRID.rows})`}
          shape-rendering="crispEdges"
        >
          {shadesOf(surfaceOf(T)).map(([shade, d]) => (
            <path
              key={shade}
              d={d}
              style={{
                fill: `color-mix(in oklab, var(--value-positive) ${Math.round((100 * shade) / SHADES)}%, var(--page))`,
              }}
            />
          ))}
        </g>
        <rect class="frame" x={LEFT} y={TOP} width={WIDTH} height={HEIGHT} />
        <Axes />
        <Descent path={path} />
        {isInside(now) && <Next now={now} eta={eta} />}
      </svg>
    </figure>
  );
}

/** Cells of one shade as one path, a row's run as one piece of it. */
function shadesOf(surface: readonly (readonly number[])[]): [number, string][] {
  const paths = new Map<number, string>();
  surface.forEach((row, at) => {
    const shades = row.map((L) => Math.round((SHADES * L) / MOST));
    for (let from = 0; from < row.length; ) {
      let to = from;
      while (to < row.length && shades[to] === shades[from]) to++;
      const shade = shades[from]!;
      if (shade > 0) paths.set(shade, `${paths.get(shade) ?? ''}M${from} ${at}h${to - from}v1h${from - to}z`);
      from = to;
    }
  });
  return [...paths];
}

const ticks = { w: [4.4, 4.6, 4.8, 5], b: [-2.6, -2.4, -2.2, -2] } as const;
const text = (value: number): string => String(value).replace('-', '−');

const Axes = () => (
  <g class="axes">
    {ticks.w.map((w) => (
      <text key={w} x={x(w)} y={TOP + HEIGHT + 16} text-anchor="middle">
        {text(w)}
      </text>
    ))}
    {ticks.b.map((b) => (
      <text key={b} x={LEFT - 6} y={y(b) + 4} text-anchor="end">
        {text(b)}
      </text>
    ))}
    <text class="letter" x={LEFT + WIDTH / 2} y={TOP + HEIGHT + 34} text-anchor="middle">
      w
    </text>
    <text class="letter" x="8" y={TOP + HEIGHT / 2}>
      b
    </text>
  </g>
);

/** The points that are in the picture, joined; a line that leaves it ends at its edge. */
function Descent({ path }: { readonly path: readonly Point[] }) {
  const lines = path.slice(1).map((to, n) => [path[n]!, to] as const);
  return (
    <g class="descent-path">
      {lines.map(([from, to], n) =>
        isInside(from) ? <path key={`${n}${from.w}`} class="line" d={lineTo(from, to)} /> : null,
      )}
      {path.filter(isInside).map((point, n) => (
        <circle
          key={`${n}${point.w}`}
          class={point === path.at(-1) ? 'point now' : 'point'}
          cx={x(point.w)}
          cy={y(point.b)}
          r={point === path.at(-1) ? 6 : 3.5}
        />
      ))}
    </g>
  );
}

/** Where the next update leads. */
function Next({ now, eta }: { readonly now: Point; readonly eta: number }) {
  const to = { w: now.w - eta * now.used.w, b: now.b - eta * now.used.b };
  const end = shortened(now, to);
  const [dx, dy] = [x(end.w) - x(now.w), y(end.b) - y(now.b)];
  const length = Math.hypot(dx, dy);
  if (length < 8) return null;
  const [ux, uy] = [dx / length, dy / length];
  const head = `M${x(end.w)} ${y(end.b)}l${-9 * ux - 4 * uy} ${-9 * uy + 4 * ux}l${8 * uy} ${-8 * ux}z`;
  return (
    <g class="next">
      <path class="line" d={`M${x(now.w)} ${y(now.b)}L${x(end.w)} ${y(end.b)}`} />
      <path class="head" d={head} />
    </g>
  );
}

function lineTo(from: Vector, to: Vector): string {
  const end = shortened(from, to);
  return `M${x(from.w)} ${y(from.b)}L${x(end.w)} ${y(end.b)}`;
}

/** The end of a line, moved back to the edge of the picture if it leaves it. */
function shortened(from: Vector, to: Vector): Vector {
  if (isInside(to)) return to;
  const share = (['w', 'b'] as const).reduce((least, key) => {
    const step = to[key] - from[key];
    const room = (step > 0 ? WINDOW[key][1] : WINDOW[key][0]) - from[key];
    return step === 0 ? least : Math.min(least, room / step);
  }, 1);
  return { w: from.w + share * (to.w - from.w), b: from.b + share * (to.b - from.b) };
}
