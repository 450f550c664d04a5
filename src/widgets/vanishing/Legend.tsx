/** What the colours of the map stand for; it has its place in the empty half above the diagonal. */
import { SvgSym } from '../_shared/Sym.tsx';
import type { CellMap } from './model.ts';
import { fillOf, SHADES } from './shades.ts';
import type { Measure } from './state.ts';
import { strings } from './strings.ts';

interface LegendProps {
  readonly map: CellMap;
  readonly range: number;
  readonly measure: Measure;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export function Legend({ map, range, measure, x, y, width }: LegendProps) {
  const each = width / (2 * SHADES + 1);
  const all = map.norms.flat();
  const others = [
    ...(all.includes(0) ? [['zero', strings.zero] as const] : []),
    ...(all.some((value) => !Number.isFinite(value)) ? [['infinite', strings.infinite] as const] : []),
  ];
  const power = (n: number) => (
    <>
      10
      <tspan dy="-5" font-size="90%">
        {n < 0 ? `−${-n}` : n}
      </tspan>
    </>
  );
  return (
    <g class="legend">
      <text x={x + width} y={y - 20} text-anchor="end" class="title">
        ‖
        <SvgSym name={measure === 'loss' ? 'dl_t/dh_k' : 'dh_t/dh_k'} />‖
      </text>
      {Array.from({ length: 2 * SHADES + 1 }, (_, n) => n - SHADES).map((shade, n) => (
        <rect key={shade} x={x + n * each} y={y} width={each + 0.5} height="10" style={{ fill: fillOf(shade) }} />
      ))}
      <rect class="frame" x={x} y={y} width={width} height="10" />
      <text x={x} y={y + 26}>
        {power(-range)}
      </text>
      <text x={x + width / 2} y={y + 26} text-anchor="middle">
        1
      </text>
      <text x={x + width} y={y + 26} text-anchor="end">
        {power(range)}
      </text>
      {others.map(([shade, label], n) => (
        <g key={shade} transform={`translate(${x + width - 84} ${y + 38 + 18 * n})`}>
          <rect class="frame" width="12" height="12" style={{ fill: fillOf(shade) }} />
          {shade === 'zero' && <path class="crossed" d="M0 12L12 0" />}
          <text x="18" y="11">
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}
