import { short } from './notation.ts';
import { fillOf, type Kind, numberAttributes } from './number.ts';
import { Still } from './Still.tsx';

export interface SvgChipsProps {
  readonly name: string;
  readonly symbol: string;
  readonly t?: number | undefined;
  readonly kind: Kind;
  readonly values: ArrayLike<number>;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly range: number;
  readonly standing: 'later' | 'now' | 'done';
  /** Of what is being computed, whether a number is there already. */
  readonly known?: (k: number) => boolean;
  /** A part of what it will be: its outline is dashed. */
  readonly soFar?: boolean;
  /** Beside one another instead of below; for one-hot vectors. */
  readonly across?: boolean;
  /** A single number that is no vector of one. */
  readonly scalar?: boolean;
}

/** A vector as a stack (or row) of cells with their numbers; gradients have a cut corner. Empty outlines when not there yet. */
export function SvgChips({
  name,
  symbol,
  t,
  kind,
  values,
  x,
  y,
  width,
  height,
  range,
  standing,
  known = () => true,
  soFar = false,
  across,
  scalar,
}: SvgChipsProps) {
  const cells = Array.from(values);
  const isThere = cells.map((_, k) => standing !== 'later' && known(k));
  const each = across ? width / cells.length : width;
  const fits = height >= 20 && each >= 34;
  const draw = () => (
    <g class={`cells ${kind}`} data-state={standing} data-so-far={soFar || undefined} data-sym={name}>
      {cells.map((value, k) => {
        const left = x + (across ? k * each : 0);
        const top = y + (across ? 0 : k * height);
        const later = !isThere[k];
        const index = scalar ? [] : [k];
        const path =
          kind === 'grad'
            ? `M${left} ${top}h${each - 7}l7 7v${height - 7}h${-each}z`
            : `M${left} ${top}h${each}v${height}h${-each}z`;
        return (
          <g key={k} class="cell" {...(later ? {} : numberAttributes({ name, symbol, t, kind, index, value }))}>
            <path d={path} style={later ? undefined : { fill: fillOf(kind, value, range) }} />
            {!later && fits && <Fitted text={short(value)} x={left + each / 2} y={top + height / 2} width={each - 4} />}
          </g>
        );
      })}
    </g>
  );
  const place = [x, y, width, height, across];
  return (
    <Still
      of={[values, name, symbol, t, kind, range, standing, soFar, scalar, String(isThere), ...place]}
      draw={draw}
    />
  );
}

/** A number that is squeezed rather than cut when it is longer than its cell. */
const Fitted = ({
  text,
  x,
  y,
  width,
}: {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}) => (
  <text x={x} y={y} {...(text.length > 6 && { textLength: width, lengthAdjust: 'spacingAndGlyphs' })}>
    {text}
  </text>
);
