/** What stands in the picture: curves with their letters, one-sided values, crossings, flat parts, and how far values reach. */
import { line, type Range, scale } from '../_shared/axes.ts';
import type { Box, Place } from '../_shared/Grid.tsx';
import type { Corner } from './corners.ts';
import type { Order } from './derivatives.ts';
import type { Curve, ScalarFrame } from './model.ts';
import { LOWER, UPPER } from './plan.ts';
import { strings } from './strings.ts';
import type { Zone } from './study.ts';

export const Zones = ({ zones, x, fill }: { zones: readonly Zone[]; x: Place; fill: string }) => (
  <g class="zones">
    {zones.flatMap(({ from, to }) =>
      [UPPER, LOWER].map(({ top, bottom }) => (
        <rect
          key={`${from} ${top}`}
          {...{ class: 'zone', fill, x: x(from), y: top, width: x(to) - x(from), height: bottom - top }}
          data-from={from}
          data-to={to}
        />
      )),
    )}
  </g>
);

export interface PanelProps {
  readonly frame: ScalarFrame;
  readonly box: Box;
  readonly range: Range;
  readonly orders: readonly Order[];
  readonly crossings: readonly number[];
  readonly clip: string;
}

/** One half of the picture: the derivatives of some orders of every function. */
export function Panel({ frame: { state, curves }, box, range, orders, crossings, clip }: PanelProps) {
  const x = scale([-state.span, state.span], [box.left, box.right]);
  const y = scale(range, [box.bottom, box.top]);
  const all = curves.flatMap((curve) => orders.map((order) => ({ curve, order })));
  const [f] = curves as [Curve];
  return (
    <g>
      <g clip-path={clip}>
        {all.map(({ curve, order }) => (
          <path
            key={`${curve.letter}${order}`}
            class={`curve of-${curve.letter}${order === 2 ? ' of-bend' : ''}`}
            data-curve={`${curve.letter}${order}`}
            d={line(
              curve.curves[order].map((value, k) => [x(curve.places[k]!), y(value)] as const),
              { bounds: [box.top, box.bottom], isCut: cutsOf(curve, order) },
            )}
          />
        ))}
        {crossings.map((at) => (
          <path
            key={at}
            class="crossing"
            data-crossing={at}
            d={`M${x(at)} ${y(nearest(f, orders[0]!, at)) - 8}l8 8l-8 8l-8 -8z`}
          />
        ))}
        {all.flatMap(({ curve, order }) =>
          curve.corners
            .filter((corner) => corner.order === order)
            .map((corner) => <Sides key={`${curve.letter}${order}${corner.at}`} corner={corner} x={x} y={y} />),
        )}
        {all.map(({ curve: { letter, probe }, order }) =>
          Number.isFinite(probe.values[order]) ? (
            <circle
              key={`${letter}${order}`}
              class={`on of-${letter}`}
              cx={x(state.x)}
              cy={y(probe.values[order])}
              r="5"
            />
          ) : null,
        )}
      </g>
      {all.map(({ curve, order }) => (
        <Letter key={`${curve.letter}${order}`} {...{ curve, order, x, y, box }} />
      ))}
    </g>
  );
}

/** Before which points the pen is lifted: between the two sides of a corner of this order or a lower one. */
const cutsOf =
  ({ corners, places }: Curve, order: Order) =>
  (k: number): boolean =>
    corners.some((corner) => (corner.order ?? 0) <= order && places[k - 1]! < corner.at && corner.at < places[k]!);

const nearest = ({ places, curves }: Curve, order: Order, x: number): number => {
  const k = places.findIndex((place) => place >= x);
  return curves[order][Math.max(0, k)]!;
};

/** Rings at the one-sided values, a dot at what the engine takes. */
const Sides = ({ corner: { at, left, right, engine }, x, y }: { corner: Corner; x: Place; y: Place }) => (
  <g class="sides" data-corner={at}>
    {[left, right].map((value) => (
      <circle key={value} class="side" cx={x(at)} cy={y(value)} r="5" />
    ))}
    <circle class="taken" cx={x(at)} cy={y(engine)} r="4" />
  </g>
);

interface LetterProps {
  readonly curve: Curve;
  readonly order: Order;
  readonly x: Place;
  readonly y: Place;
  readonly box: Box;
}

/** The name of a curve: of f where it ends, of g where it begins, of a derivative where it is largest. */
function Letter({ curve: { letter, places, curves }, order, x, y, box }: LetterProps) {
  const isInside = (k: number) => y(curves[order][k]!) > box.top - 1 && y(curves[order][k]!) < box.bottom + 1;
  const inside = places.map((_, k) => k).filter(isInside);
  if (inside.length === 0) return null;
  const edge = letter === 'f' ? inside.at(-4) : inside.at(3);
  const size = (k: number) => Math.abs(curves[order][k]!);
  const top = inside.reduce((best, k) => (size(k) > size(best) + 1e-6 ? k : best));
  const k = order === 0 ? (edge ?? inside[0]!) : top;
  const isLow = y(curves[order][k]!) < box.top + 22;
  const side = letter === 'f' ? 1 : -1;
  const [dx, anchor] = order === 0 ? [0, side > 0 ? 'end' : 'start'] : [12 * side, side > 0 ? 'start' : 'end'];
  return (
    <text
      class={`letter of-${letter}${order === 2 ? ' of-bend' : ''}`}
      x={Math.min(box.right - 4, Math.max(box.left + 24, x(places[k]!) + Number(dx)))}
      y={y(curves[order][k]!) + (isLow ? 20 : -8)}
      text-anchor={anchor as 'start' | 'end'}
    >
      {strings.curve(letter, order)}
    </text>
  );
}

/** A bar from the least to the largest value in the picture; an arrow where values go on far beyond it. */
export function Meter({ curve: { letter, low, high, far }, range, x }: { curve: Curve; range: Range; x: number }) {
  const y = scale(range, [UPPER.bottom, UPPER.top]);
  const inside = (value: number) => Math.min(UPPER.bottom, Math.max(UPPER.top, y(value)));
  const [top, bottom] = [inside(high), inside(low)];
  const room = 10 * (high - low) + 1;
  return (
    <g class={`meter of-${letter}`}>
      <path d={`M${x} ${top}V${bottom}`} />
      {Math.max(...far) > high + room ? (
        <path class="arrow" d={`M${x - 6} ${top + 7}L${x} ${top - 4}L${x + 6} ${top + 7}`} />
      ) : (
        <path d={`M${x - 5} ${top}H${x + 5}`} />
      )}
      {Math.min(...far) < low - room ? (
        <path class="arrow" d={`M${x - 6} ${bottom - 7}L${x} ${bottom + 4}L${x + 6} ${bottom - 7}`} />
      ) : (
        <path d={`M${x - 5} ${bottom}H${x + 5}`} />
      )}
    </g>
  );
}
