/** The function, its polynomial and the band of the remainder; the two places can be dragged, or moved with the arrow keys. */
import { useRef } from 'preact/hooks';
import { line, type Range, scale } from '../_shared/axes.ts';
import type { Action } from './actions.ts';
import { Handle } from './Handle.tsx';
import type { Frame } from './model.ts';
import { Axes, Beyond, bandPath, Ends } from './parts.tsx';
import { GROUND, HEIGHT, LEFT, RIGHT, TOP, WIDTH } from './plan.ts';
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
  const dragged = useRef<{ of: 'at' | 'x'; moved: boolean }>();
  const cuts = breaks.filter(({ kind }) => kind === 'pole' || kind === 'jump').map(({ at }) => at);
  const isCut = (k: number) => cuts.some((at) => curves.places[k - 1]! < at && at <= curves.places[k]!);
  const pathOf = (values: readonly number[], isBroken = false) =>
    line(
      values.map((each, k) => [x(curves.places[k]!), y(each)] as const),
      { bounds, ...(isBroken && { isCut }) },
    );
  /** A place under the pointer, rounded to what can be meant. */
  const placeAt = (event: PointerEvent, svg: SVGSVGElement): number => {
    const box = svg.getBoundingClientRect();
    const at = scale([LEFT, WIDTH - RIGHT], across)(((event.clientX - box.left) / box.width) * WIDTH);
    const step = state.span >= 2 ? 0.05 : 0.01;
    return Number((Math.round(Math.min(state.span, Math.max(-state.span, at)) / step) * step).toFixed(2));
  };
  return (
    <figure class="plot-figure">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture with two sliders in it */}
      <svg
        class="plot"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label={strings.picture(frame)}
        onPointerMove={(event) => {
          const now = dragged.current;
          if (!now || event.buttons === 0) return;
          const place = placeAt(event, event.currentTarget);
          if (place === state[now.of]) return;
          send({ type: 'set', change: { [now.of]: place }, isGoingOn: now.moved });
          now.moved = true;
        }}
        onPointerUp={() => {
          dragged.current = undefined;
        }}
      >
        <defs>
          <clipPath id={`${id}-inside`}>
            <rect x={LEFT} y={TOP} width={WIDTH - LEFT - RIGHT} height={GROUND - TOP} />
          </clipPath>
          <pattern id={`${id}-beyond`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path class="stripe" d="M0 0V8" />
          </pattern>
        </defs>
        <Axes x={x} y={y} across={across} range={curves.range} />
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
        <Handle of="at" letter="a" x={x(state.at)} state={state} awake={awake} send={send} onGrab={grab} />
        <Handle of="x" letter="x" x={x(state.x)} state={state} awake={awake} send={send} onGrab={grab} />
      </svg>
      <figcaption>
        <span class="key of-function">f</span> <span class="key of-polynomial">P</span> {strings.band}
      </figcaption>
    </figure>
  );

  function grab(of: 'at' | 'x', event: PointerEvent): void {
    dragged.current = { of, moved: false };
    (event.currentTarget as SVGElement).ownerSVGElement!.setPointerCapture(event.pointerId);
  }
}
