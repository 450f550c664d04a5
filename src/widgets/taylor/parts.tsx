/** What stands around and behind the curves: the part beyond the series, the band, the letters. */

import { line, scale } from '../_shared/axes.ts';
import type { Place } from '../_shared/Grid.tsx';
import type { Frame } from './model.ts';
import { GROUND, LEFT, RIGHT, TOP, WIDTH } from './plan.ts';
import { strings } from './strings.ts';

/** Where the series does not give the function. */
export function Beyond({ id, x, at, holds, span }: { id: string; x: Place; at: number; holds: number; span: number }) {
  const strips = [
    [-span, Math.min(span, at - holds)],
    [Math.max(-span, at + holds), span],
  ] as const;
  return (
    <>
      {strips.map(([from, to]) =>
        to > from ? (
          <rect
            key={from}
            class="beyond"
            fill={`url(#${id}-beyond)`}
            x={x(from)}
            y={TOP}
            width={x(to) - x(from)}
            height={GROUND - TOP}
          />
        ) : null,
      )}
    </>
  );
}

/** The outline of the band. */
export function bandPath({ curves: { band } }: Frame, x: Place, y: Place): string {
  if (band.length < 2) return '';
  const edge = (sign: 1 | -1) => band.map((each) => [x(each.x), y(each.middle + sign * each.bound)] as const);
  return `${line([...edge(1), ...edge(-1).toReversed()], { bounds: [TOP, GROUND] })}z`;
}

/** The letters of the curves, at their right ends. */
export function Ends({ frame: { curves }, y }: { frame: Frame; y: Place }) {
  const inside = (value: number) => Number.isFinite(value) && y(value) > TOP + 4 && y(value) < GROUND - 4;
  const last = (values: readonly number[]) => values.findLastIndex(inside);
  const x = scale([curves.places[0]!, curves.places.at(-1)!], [LEFT, WIDTH - RIGHT]);
  const [f, P] = [last(curves.f), last(curves.polynomial)];
  const apart =
    f >= 0 &&
    P >= 0 &&
    Math.abs(y(curves.f[f]!) - y(curves.polynomial[P]!)) < 22 &&
    Math.abs(x(curves.places[f]!) - x(curves.places[P]!)) < 22;
  return (
    <g class="ends">
      {f >= 0 && (
        <text class="letter of-function" x={x(curves.places[f]!) - 14} y={y(curves.f[f]!) - 8} text-anchor="end">
          {strings.curve}
        </text>
      )}
      {P >= 0 && (
        <text
          class="letter of-polynomial"
          x={x(curves.places[P]!) - (apart ? 34 : 14)}
          y={y(curves.polynomial[P]!) + (apart ? 22 : -8)}
          text-anchor="end"
        >
          {strings.polynomial}
        </text>
      )}
    </g>
  );
}
