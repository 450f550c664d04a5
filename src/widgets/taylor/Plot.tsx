/** The function, its polynomial and the band of the remainder; the two places can be dragged, or moved with the arrow keys. */

import { line, type Range, scale } from '../_shared/axes.ts';
import { Grid } from '../_shared/Grid.tsx';
import { Handle } from '../_shared/Handle.tsx';
import { useDrag } from '../_shared/use-drag.ts';
import type { Action } from './actions.ts';
import type { Frame } from './model.ts';
import { Beyond, bandPath, Ends } from './parts.tsx';
import { BOX, GROUND, HEIGHT, LEFT, RIGHT, TOP, WIDTH } from './plan.ts';
import { strings } from './strings.ts';

export interface PlotProps {
  readonly id: string;
  readonly frame: Frame;
  readonly awake: boolean;
  readonly send: (action: Action) => void;
}

export function Plot({ id, frame, awake, send }: PlotProps) {
  const { state, curves, breaks, reach, value, polynomial } = frame;
  const across: Range = [-state.span, state.span];
  const x = scale(across, [LEFT, WIDTH - RIGHT]);
  const y = scale(curves.range, [GROUND, TOP]);
  const bounds = [TOP, GROUND] as const;
  const move = (of: 'at' | 'x', place: number, isGoingOn = false) =>
    send({ type: 'set', change: { [of]: place }, isGoingOn });
  const { grab, handlers } = useDrag<'at' | 'x'>({
    span: state.span,
    width: WIDTH,
    axis: [BOX.left, BOX.right],
    place: (of) => state[of],
    onMove: move,
  });
  const cuts = breaks.filter(({ kind }) => kind === 'pole' || kind === 'jump').map(({ at }) => at);
  const isCut = (k: number) => cuts.some((at) => curves.places[k - 1]! < at && at <= curves.places[k]!);
  const pathOf = (values: readonly number[], isBroken = false) =>
    line(
      values.map((each, k) => [x(curves.places[k]!), y(each)] as const),
      { bounds, ...(isBroken && { isCut }) },
    );
  return (
    <figure class="plot-figure">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture with two sliders in it */}
      <svg
        class="plot"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label={strings.picture(frame)}
        {...handlers}
      >
        <defs>
          <clipPath id={`${id}-inside`}>
            <rect x={LEFT} y={TOP} width={WIDTH - LEFT - RIGHT} height={GROUND - TOP} />
          </clipPath>
          <pattern id={`${id}-beyond`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path class="stripe" d="M0 0V8" />
          </pattern>
        </defs>
        <Grid box={BOX} across={across} range={curves.range} drop={34} />
        {reach && <Beyond id={id} x={x} at={state.at} holds={reach.holds} span={state.span} />}
        <g clip-path={`url(#${id}-inside)`}>
          <path class="band" d={bandPath(frame, x, y)} />
          {breaks.map((each) => (
            <path
              key={`${each.op}${each.at}`}
              class={`break ${each.kind}`}
              data-break={each.kind}
              data-at={each.at}
              d={`M${x(each.at)} ${TOP}V${GROUND}`}
            />
          ))}
          <path class="function" d={pathOf(curves.f, true)} />
          <path class="polynomial" d={pathOf(curves.polynomial)} />
          {Number.isFinite(value - polynomial) && (
            <path class="gap" d={`M${x(state.x)} ${y(value)}V${y(polynomial)}`} />
          )}
          {Number.isFinite(value) && <circle class="on-function" cx={x(state.x)} cy={y(value)} r="4" />}
          {Number.isFinite(polynomial) && <circle class="on-polynomial" cx={x(state.x)} cy={y(polynomial)} r="4" />}
        </g>
        <Ends frame={frame} y={y} />
        {/* a stands below, x above: they may be at the same place. */}
        <Handle
          {...{ class: 'of-at', letter: 'a', label: strings.at, value: state.at, span: state.span, awake }}
          {...{ x: x(state.at), y: GROUND + 9, rule: `M${x(state.at)} ${TOP}V${GROUND}` }}
          onGrab={grab('at')}
          onMove={(place) => move('at', place)}
        />
        <Handle
          {...{ class: 'of-x', letter: 'x', label: strings.x, value: state.x, span: state.span, awake }}
          {...{ x: x(state.x), y: TOP - 14, rule: `M${x(state.x)} ${TOP - 2}V${GROUND}` }}
          onGrab={grab('x')}
          onMove={(place) => move('x', place)}
        />
      </svg>
      <figcaption>
        <span class="key of-function">f</span> <span class="key of-polynomial">P</span> {strings.band}
      </figcaption>
    </figure>
  );
}
