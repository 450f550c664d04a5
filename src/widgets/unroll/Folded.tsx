/** The same network folded: one cell whose state comes back to it a step later. Shows the step that the walk is at. */
import { SvgChips } from '../_shared/SvgChips.tsx';
import { SvgSym } from '../_shared/Sym.tsx';
import { Arrows, Edge, Glyph } from './Edge.tsx';
import { CHIP, stackHeight } from './layout.ts';
import { type Frame, isKnown, standing, T, timeOf } from './model.ts';
import { rangeOf } from './ranges.ts';

/** Left edge of the output. */
const OUT = 160;

export function Folded({ frame, height }: { readonly frame: Frame; readonly height: number }) {
  const t = Math.min(T(frame), Math.max(1, timeOf(frame) ?? (frame.state.at > 0 ? T(frame) : 1)));
  const { H, X } = frame.options;
  const stack = stackHeight(H);
  const top = Math.max(96, (height - stack) / 2);
  const middle = top + stack / 2;
  const chips = (symbol: string, name: string, x: number, y: number, across = false) => (
    <g data-sym={name}>
      <text class={`symbol s-${symbol}`} x={across ? x - 14 : x + 22} y={across ? y + CHIP.height / 2 : y - 8}>
        <SvgSym name={name} />
      </text>
      <SvgChips
        name={name}
        symbol={symbol}
        t={t}
        kind="value"
        values={frame.values.get(name)!.data}
        x={x}
        y={y}
        width={across ? 72 : CHIP.width}
        height={across || H <= 4 ? CHIP.height : CHIP.small}
        range={rangeOf(frame, 'value')}
        standing={standing(frame, name)}
        known={(k) => isKnown(frame, name, k)}
        across={across}
      />
    </g>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold a drawing
    <svg
      class="diagram"
      viewBox={`0 0 330 ${height}`}
      style={{ '--width': '330px' }}
      role="group"
      aria-label={`Folded network at time step ${t} of ${T(frame)}`}
    >
      <Arrows />
      <rect class="box" x="90" y={top - 26} width="140" height={stack + 52} rx="6" />
      {chips('a', `a_${t}`, 102, top)}
      {chips('h', `h_${t}`, 174, top)}
      <Edge d={`M146 ${middle}H174`} on />
      <Edge d={`M124 ${top + stack + 78}V${top + stack + 26}`} on />
      <Glyph name="W_xh" x={124} y={top + stack + 52} />
      <Edge d={`M178 ${top + stack + 44}V${top + stack + 26}`} on />
      <Glyph name="b_h" x={178} y={top + stack + 52} />
      {chips('x', `x_${t}`, X === 1 ? 102 : 88, top + stack + 78, true)}
      <Edge d={`M196 ${top - 26}V${top - 58}`} on />
      <Glyph name="W_hy" x={196} y={top - 42} />
      {chips('y', `y_${t}`, OUT, top - 82, true)}
      <Edge d={`M${OUT + 72 + 28} ${top - 70}H${OUT + 74}`} on />
      <Glyph name="b_y" x={OUT + 72 + 44} y={top - 70} />
      <Edge d={`M230 ${middle}H270V${top - 46}H50V${middle}H90`} on />
      <Glyph name="W_hh" x={50} y={top - 10} />
      <g class="delay">
        <rect x="256" y={top + stack / 2 - 48} width="28" height="20" rx="3" />
        <text x="270" y={top + stack / 2 - 38}>
          −1
        </text>
      </g>
      <text class="time" x="270" y={top + stack + 20}>
        t = {t}
      </text>
    </svg>
  );
}
