/** Numbers of the open cell's picture with their symbols: stacked, or beside one another. */
import { SvgChips } from '../_shared/SvgChips.tsx';
import { SvgSym } from '../_shared/Sym.tsx';
import { visible } from './Diagram.tsx';
import type { GateGraph } from './gate-graph.ts';
import type { GateLayout } from './gate-layout.ts';
import { CHIP } from './layout.ts';
import { type Frame, gradientNow, standing } from './model.ts';
import { rangeOf } from './ranges.ts';

/** What every part of the open cell's picture is drawn from. */
export interface Part {
  readonly frame: Frame;
  readonly graph: GateGraph;
  readonly layout: GateLayout;
}

/** A tensor's numbers around a middle; in the backward half its gradient beside them. */
export function Numbers({ frame, layout, name, x, y }: Part & { name: string; x: number; y: number }) {
  const [, symbol = name, t] = /^(.*)_(\d+)$/.exec(name) ?? [];
  const value = frame.values.get(name)!;
  const { backward } = frame.state;
  const each = value.data.length * CHIP.height <= layout.stack || value.data.length <= 4 ? CHIP.height : CHIP.small;
  const gradient = backward ? gradientNow(frame, name) : undefined;
  const common = { symbol, t: t === undefined ? undefined : Number(t), width: CHIP.width, height: each, y };
  return (
    <>
      <SvgChips
        {...common}
        name={name}
        kind="value"
        values={value.data}
        x={backward ? x - CHIP.width - 2 : x - CHIP.width / 2}
        range={rangeOf(frame, 'value')}
        standing={standing(frame, name)}
        scalar={value.shape.length === 0}
      />
      {backward && (
        <SvgChips
          {...common}
          name={gradient?.name ?? `dL/d${name}`}
          kind="grad"
          values={gradient ? frame.values.get(gradient.name)!.data : value.data}
          x={x + 2}
          range={rangeOf(frame, 'grad')}
          standing={gradient ? standing(frame, gradient.name) : 'later'}
          scalar={value.shape.length === 0}
        />
      )}
    </>
  );
}

export function Label({
  name,
  x,
  y,
  character,
}: {
  name: string;
  x: number;
  y: number;
  character?: string | undefined;
}) {
  const [, symbol = name] = /^(.*)_\d+$/.exec(name) ?? [];
  return (
    <text class={`symbol s-${symbol}`} x={x} y={y} data-sym={name}>
      <SvgSym name={name} />
      {character && <tspan class="character"> “{visible(character)}”</tspan>}
    </text>
  );
}

/** A vector beside itself: inputs, outputs, targets, which may be one-hot. */
export function Wide({ frame, name, x, y }: { frame: Frame; name: string; x: number; y: number }) {
  const { data } = frame.values.get(name)!;
  const [, symbol = name, t] = /^(.*)_(\d+)$/.exec(name) ?? [];
  const width = data.length === 1 ? CHIP.width : 72;
  const character = data.length > 1 && symbol !== 'y' ? frame.alphabet[data.indexOf(1)] : undefined;
  return (
    <g data-sym={name}>
      <Label name={name} x={x} y={y - 12} character={character} />
      <SvgChips
        name={name}
        symbol={symbol}
        t={Number(t)}
        kind="value"
        values={data}
        x={Math.max(2, x - width / 2)}
        y={y}
        width={width}
        height={CHIP.height}
        range={rangeOf(frame, 'value')}
        standing={standing(frame, name)}
        across
      />
      {frame.state.backward && symbol === 'y' && (
        <GradientOfOutput frame={frame} name={name} x={x - width / 2} y={y + CHIP.height + 3} width={width} />
      )}
    </g>
  );
}

function GradientOfOutput({
  frame,
  name,
  x,
  y,
  width,
}: {
  frame: Frame;
  name: string;
  x: number;
  y: number;
  width: number;
}) {
  const gradient = gradientNow(frame, name);
  return (
    <SvgChips
      name={gradient?.name ?? `dL/d${name}`}
      symbol="y"
      t={gradient?.t}
      kind="grad"
      values={frame.values.get(gradient?.name ?? name)!.data}
      x={x}
      y={y}
      width={width}
      height={CHIP.height}
      range={rangeOf(frame, 'grad')}
      standing={gradient ? standing(frame, gradient.name) : 'later'}
      across
    />
  );
}
