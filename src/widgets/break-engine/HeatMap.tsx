/** The heat map: for every number of the network, the ratio of what backward says to what the loss says. */
import { short } from '../_shared/notation.ts';
import { logShare, numberAttributes } from '../_shared/number.ts';
import { SvgSym } from '../_shared/Sym.tsx';
import { walk } from '../_shared/walk.ts';
import { CELL, layout, type Placed } from './layout.ts';
import type { Checked, Frame } from './model.ts';
import { gradientName, readable, strings } from './strings.ts';

interface HeatMapProps {
  readonly frame: Frame;
  readonly id: string;
  readonly awake: boolean;
  readonly onLook: (name: string, at: number) => void;
}

export function HeatMap({ frame, id, awake, onLook }: HeatMapProps) {
  const plan = layout(frame.check.blocks);
  return (
    <div class="map scroll">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture, whose parts are buttons */}
      <svg
        class="heat-map"
        role="group"
        aria-label={strings.map}
        width={plan.width}
        height={plan.height}
        viewBox={`0 0 ${plan.width} ${plan.height}`}
        onKeyDown={(event) => awake && walk(event)}
      >
        <defs>
          <pattern id={`${id}-minus`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path class="stripe" d="M0 0V6" />
          </pattern>
        </defs>
        <text class="caption" x="1" y={plan.captions.parameters + 14}>
          {strings.parameters}
        </text>
        <text class="caption" x="1" y={plan.captions.states + 14}>
          {strings.states}
        </text>
        {plan.placed.map((placed) => (
          <Block key={placed.block.name} {...{ placed, frame, id, awake, onLook }} />
        ))}
      </svg>
    </div>
  );
}

function Block({ placed: { block, x, y }, frame, id, awake, onLook }: HeatMapProps & { readonly placed: Placed }) {
  const { name, kind, columns, numbers, isRight, t } = block;
  const isNow = frame.block.name === name;
  const middle = x + (columns * CELL.width) / 2;
  return (
    <g class="block" data-block={name} data-right={isRight}>
      <text
        class="title"
        x={kind === 'state' ? middle : x}
        y={y - 6}
        text-anchor={kind === 'state' ? 'middle' : 'start'}
      >
        <SvgSym name={readable(name)} />
      </text>
      {numbers.map((number, at) => {
        const place = { x: x + (at % columns) * CELL.width, y: y + Math.floor(at / columns) * CELL.height };
        const index = kind === 'state' || columns === 1 ? [at] : [Math.floor(at / columns), at % columns];
        const isHere = isNow && frame.state.at === at;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a part of a picture
          <g
            key={at}
            role="button"
            class="number"
            tabIndex={awake && isHere ? 0 : -1}
            aria-pressed={isHere}
            aria-label={strings.cell(name, index, textOf(number), number.isRight)}
            data-place={`${place.x} ${place.y}`}
            data-right={number.isRight}
            data-now={isHere}
            {...numberAttributes({
              name: gradientName(name),
              symbol: name,
              t,
              kind: 'grad',
              index,
              value: number.ratio,
            })}
            onClick={() => awake && onLook(name, at)}
            onFocus={() => awake && onLook(name, at)}
          >
            <Cell {...place} number={number} hatch={`url(#${id}-minus)`} />
          </g>
        );
      })}
    </g>
  );
}

function Cell({
  x,
  y,
  number,
  hatch,
}: {
  readonly x: number;
  readonly y: number;
  readonly number: Checked;
  readonly hatch: string;
}) {
  const { width, height } = CELL;
  const { isRight, ratio } = number;
  const text = textOf(number);
  return (
    <>
      <rect class="cell" x={x + 1} y={y + 1} width={width - 2} height={height - 2} style={{ fill: fillOf(number) }} />
      {!isRight && ratio < 0 && <rect x={x + 1} y={y + 1} width={width - 2} height={height - 2} fill={hatch} />}
      <text
        x={x + width / 2}
        y={y + height / 2}
        text-anchor="middle"
        dominant-baseline="central"
        {...(text.length > 5 && { textLength: width - 6, lengthAdjust: 'spacingAndGlyphs' })}
      >
        {text}
      </text>
    </>
  );
}

/** The ratio as it is written: 1 where both agree, even if not in the last digit. */
const textOf = ({ isRight, ratio, claimed, difference }: Checked): string =>
  claimed === 0 && difference === 0 ? '0' : isRight ? '1' : short(ratio);

/** The larger the relative error, the fuller the colour; what passes has none. */
const fillOf = ({ isRight, ratio, error }: Checked): string =>
  isRight
    ? 'var(--page)'
    : `color-mix(in oklab, var(--gradient-${ratio < 0 ? 'negative' : 'positive'}) ${Math.round(85 * logShare(Math.min(1, error), 1))}%, var(--page))`;
