/** The way from step t back to step k: what is left of the gradient at each step, and what of it each cause left. */
import { short } from '../_shared/notation.ts';
import type { Causes, Link } from './causes.ts';
import { log10 } from './shades.ts';
import { strings } from './strings.ts';

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [380, 236, 104, 40, 10, 36];
type Series = Exclude<keyof Link, 'j'>;
const SERIES: Record<Causes['kind'], readonly Series[]> = {
  factors: ['total', 'phi', 'W'],
  paths: ['total', 'gates', 'carousel'],
  stack: ['total'],
};

export function Chain({ causes, t, k }: { readonly causes: Causes; readonly t: number; readonly k: number }) {
  const series = SERIES[causes.kind];
  const scale = powers(causes, series);
  const y = (value: number): number => {
    const power = Math.max(scale.low, Math.min(scale.high, log10(value)));
    return TOP + ((HEIGHT - TOP - BOTTOM) * (scale.high - power)) / (scale.high - scale.low);
  };
  const x = (j: number): number => (t === k ? WIDTH - RIGHT : LEFT + ((WIDTH - LEFT - RIGHT) * (j - k)) / (t - k));
  const end = causes.links.at(-1)!;
  const labels = spread(series.map((name) => ({ name, value: end[name]!, y: y(end[name]!) })));
  return (
    <figure class="chain">
      <figcaption>{strings.chain(causes)}</figcaption>
      <svg class="vanishing-chain" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={labelOf(causes, t, k)}>
        {scale.ticks.map((power) => (
          <g key={power}>
            <path class={power === 0 ? 'grid one' : 'grid'} d={`M${LEFT} ${y(10 ** power)}H${WIDTH - RIGHT}`} />
            <text class="tick" x={WIDTH - RIGHT + 6} y={y(10 ** power) + 4}>
              {power === 0 ? (
                '1'
              ) : (
                <>
                  10
                  <tspan dy="-5" font-size="90%">
                    {power < 0 ? `−${-power}` : power}
                  </tspan>
                </>
              )}
            </text>
          </g>
        ))}
        {series.map((name) => (
          <path key={name} class={`line ${name}`} d={lineOf(causes.links, name, x, y)} />
        ))}
        {labels.map(({ name, value, y: place }) => (
          <text
            key={name}
            class={`label ${name}`}
            x={LEFT - 6}
            y={place + 4}
            text-anchor="end"
            data-symbol={name}
            data-value={String(value)}
          >
            {strings.lines[name]} {short(value)}
          </text>
        ))}
        <text class="tick" x={LEFT} y={HEIGHT - 18}>
          k = {k}
        </text>
        <text class="tick" x={WIDTH - RIGHT} y={HEIGHT - 18} text-anchor="end">
          t = {t}
        </text>
        <path class="arrow" d={`M${WIDTH - RIGHT - 44} ${HEIGHT - 22}H${LEFT + 58}m7-4l-7 4 7 4`} />
      </svg>
    </figure>
  );
}

/** A line is broken where nothing is left. */
function lineOf(links: readonly Link[], name: Series, x: (j: number) => number, y: (value: number) => number): string {
  let isDrawing = false;
  return links
    .map((link) => {
      const value = link[name]!;
      const drawn = value > 0 && Number.isFinite(value);
      const command = isDrawing ? 'L' : 'M';
      isDrawing = drawn;
      return drawn ? `${command}${x(link.j).toFixed(1)} ${y(value).toFixed(1)}` : '';
    })
    .join('');
}

/** Powers of ten that hold all lines, in even steps, with 1 among them. */
function powers({ links }: Causes, series: readonly Series[]) {
  const logs = links.flatMap((link) => series.map((name) => log10(link[name]!))).filter(Number.isFinite);
  const [least, most] = [Math.min(0, ...logs), Math.max(0, ...logs)];
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => (most - least) / each <= 6) ?? 100;
  const low = Math.floor(least / step + 1e-9) * step;
  const high = Math.ceil(most / step - 1e-9) * step;
  const top = high === low ? high + step : high;
  return {
    low,
    high: top,
    ticks: Array.from({ length: Math.round((top - low) / step) + 1 }, (_, n) => low + n * step),
  };
}

/** Moves labels apart that would cover one another. */
function spread<L extends { readonly y: number }>(labels: readonly L[]): L[] {
  const sorted = labels.toSorted((a, b) => a.y - b.y);
  const placed: L[] = [];
  for (const label of sorted) placed.push({ ...label, y: Math.max(label.y, (placed.at(-1)?.y ?? 0) + 16) });
  const over = (placed.at(-1)?.y ?? 0) - (HEIGHT - BOTTOM);
  return over > 0 ? placed.map((label) => ({ ...label, y: label.y - over })) : placed;
}

const labelOf = (causes: Causes, t: number, k: number): string => {
  const end = causes.links.at(-1)!;
  const parts = SERIES[causes.kind].map((name) => `${strings.lines[name]} ${short(end[name]!)}`);
  return `From step ${t} back to step ${k}: ${parts.join(', ')}.`;
};
