/** The functions and, below them on the same axis, their derivatives. The place can be dragged, or moved with the arrow keys. */
import { type Range, rangeOf, scale } from '../_shared/axes.ts';
import { Grid } from '../_shared/Grid.tsx';
import { Handle } from '../_shared/Handle.tsx';
import { useDrag } from '../_shared/use-drag.ts';
import type { Action } from './actions.ts';
import type { ScalarFrame } from './model.ts';
import { Meter, Panel, Zones } from './parts.tsx';
import { HEIGHT, LOWER, METERS, UPPER, WIDTH } from './plan.ts';
import { strings } from './strings.ts';

export interface PictureProps {
  readonly id: string;
  readonly frame: ScalarFrame;
  readonly awake: boolean;
  readonly send: (action: Action) => void;
}

export function Picture({ id, frame, awake, send }: PictureProps) {
  const { state, curves, comparison } = frame;
  const { x: at, span } = state;
  const across: Range = [-span, span];
  const x = scale(across, [UPPER.left, UPPER.right]);
  const upper = rangeOf(curves.flatMap((each) => each.curves[0]));
  const lower = rangeOf([0, ...curves.flatMap((each) => [...each.curves[1], ...(state.bend ? each.curves[2] : [])])]);
  const move = (place: number, isGoingOn = false) => send({ type: 'set', change: { x: place }, isGoingOn });
  const { grab, handlers } = useDrag<'x'>({
    ...{ span, width: WIDTH, axis: [UPPER.left, UPPER.right], place: () => at },
    onMove: (_, place, isGoingOn) => move(place, isGoingOn),
  });
  return (
    <figure class="plot-figure" aria-label={strings.views.curves}>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture with a slider in it */}
      <svg
        class="plot"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label={strings.picture(frame)}
        {...handlers}
      >
        <defs>
          <pattern id={`${id}-flat`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path class="stripe" d="M0 0V8" />
          </pattern>
          {[UPPER, LOWER].map(({ left, right, top, bottom }, k) => (
            <clipPath key={top} id={`${id}-inside${k}`}>
              <rect x={left} y={top - 3} width={right - left} height={bottom - top + 6} />
            </clipPath>
          ))}
        </defs>
        <Zones zones={curves[0]!.zones} x={x} fill={`url(#${id}-flat)`} />
        <Grid box={UPPER} across={across} range={upper} />
        <Grid box={LOWER} across={across} range={lower} drop={24} />
        <Panel
          {...{ frame, box: UPPER, range: upper, orders: [0] as const, clip: `url(#${id}-inside0)` }}
          crossings={comparison?.values ?? []}
        />
        <Panel
          {...{ frame, box: LOWER, range: lower, clip: `url(#${id}-inside1)` }}
          orders={state.bend ? [1, 2] : [1]}
          crossings={comparison?.slopes ?? []}
        />
        {curves.map((curve, k) => (
          <Meter key={curve.letter} curve={curve} range={upper} x={METERS[k]!} />
        ))}
        <Handle
          {...{ class: 'of-x', letter: 'x', label: strings.x, value: at, span, awake }}
          valueText={strings.narration(frame)}
          {...{ x: x(at), y: UPPER.top - 16, rule: `M${x(at)} ${UPPER.top - 4}V${LOWER.bottom}` }}
          onGrab={grab('x')}
          onMove={move}
        />
      </svg>
      <figcaption>
        {curves.map(({ letter, name }) => (
          <span key={letter}>
            <span class={`key of-${letter}`}>{letter}</span> {name !== letter && name}{' '}
          </span>
        ))}
        {state.bend && <span class="key of-bend">{strings.curve('f', 2)}</span>} {strings.keys.zones(state.threshold)}{' '}
        {curves.some(({ corners }) => corners.length > 0) && strings.keys.corner} {strings.keys.meter}
      </figcaption>
    </figure>
  );
}
