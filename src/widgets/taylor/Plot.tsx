/** The function, its polynomial and the band of the remainder; the two places can be dragged, or moved with the arrow keys. */
import { useRef } from 'preact/hooks';
import { line, type Range, scale, ticks, tickText } from '../_shared/axes.ts';
import { short } from '../_shared/notation.ts';
import type { Action } from './actions.ts';
import type { Frame } from './model.ts';
import { strings } from './strings.ts';

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [560, 380, 46, 14, 34, 44];
const GROUND = HEIGHT - BOTTOM;

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
          <path class="band" d={bandOf(frame, x, y)} />
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
          <circle class="on-function" cx={x(state.x)} cy={y(value)} r={Number.isFinite(value) ? 4 : 0} />
          <circle class="on-polynomial" cx={x(state.x)} cy={y(polynomial)} r={Number.isFinite(polynomial) ? 4 : 0} />
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

type Place = (value: number) => number;

const Axes = ({ x, y, across, range }: { x: Place; y: Place; across: Range; range: Range }) => (
  <g class="axes">
    {ticks(range, 5).map((value) => (
      <g key={value}>
        <path class={value === 0 ? 'grid zero' : 'grid'} d={`M${LEFT} ${y(value)}H${WIDTH - RIGHT}`} />
        <text x={LEFT - 6} y={y(value) + 5} text-anchor="end">
          {tickText(value)}
        </text>
      </g>
    ))}
    {ticks(across, 8).map((value) => (
      <text key={value} x={x(value)} y={GROUND + 34} text-anchor="middle">
        {tickText(value)}
      </text>
    ))}
    <rect class="frame" x={LEFT} y={TOP} width={WIDTH - LEFT - RIGHT} height={GROUND - TOP} />
  </g>
);

/** Where the series does not give the function. */
function Beyond({ id, x, at, holds, span }: { id: string; x: Place; at: number; holds: number; span: number }) {
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

/** Between P − bound and P + bound, out from a as far as the bound is known. */
function bandOf({ curves: { places, polynomial, bound } }: Frame, x: Place, y: Place): string {
  const known = places.map((_, k) => k).filter((k) => Number.isFinite(bound[k]!) && Number.isFinite(polynomial[k]!));
  if (known.length < 2) return '';
  const edge = (sign: 1 | -1) => known.map((k) => [x(places[k]!), y(polynomial[k]! + sign * bound[k]!)] as const);
  return `${line([...edge(1), ...edge(-1).toReversed()], { bounds: [TOP, GROUND] })}z`;
}

/** The letters of the curves, at their right ends. */
function Ends({ frame: { curves }, y }: { frame: Frame; y: Place }) {
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

interface HandleProps extends Omit<PlotProps, 'id' | 'frame'> {
  readonly of: 'at' | 'x';
  readonly letter: string;
  readonly x: number;
  readonly state: Frame['state'];
  readonly onGrab: (of: 'at' | 'x', event: PointerEvent) => void;
}

/** a stands below, x above: they may be at the same place. */
function Handle({ of, letter, x, state, awake, send, onGrab }: HandleProps) {
  const isBelow = of === 'at';
  const y = isBelow ? GROUND + 9 : TOP - 14;
  const move = (value: number) =>
    send({ type: 'set', change: { [of]: Math.min(state.span, Math.max(-state.span, Number(value.toFixed(2)))) } });
  const steps: Record<string, () => number> = {
    ArrowLeft: () => state[of] - 0.1,
    ArrowDown: () => state[of] - 0.1,
    ArrowRight: () => state[of] + 0.1,
    ArrowUp: () => state[of] + 0.1,
    PageDown: () => state[of] - 1,
    PageUp: () => state[of] + 1,
    Home: () => -state.span,
    End: () => state.span,
  };
  return (
    <g
      class={`handle of-${of}`}
      role="slider"
      tabIndex={awake ? 0 : -1}
      aria-label={isBelow ? strings.at : strings.x}
      aria-disabled={!awake}
      aria-valuemin={-state.span}
      aria-valuemax={state.span}
      aria-valuenow={state[of]}
      aria-valuetext={short(state[of])}
      onPointerDown={(event) => awake && onGrab(of, event)}
      onKeyDown={(event) => {
        const step = steps[event.key];
        if (!awake || !step) return;
        event.preventDefault();
        move(step());
      }}
    >
      <path class="rule" d={isBelow ? `M${x} ${TOP}V${GROUND}` : `M${x} ${TOP - 2}V${GROUND}`} />
      <circle class="grip" cx={x} cy={y} r="20" />
      <circle class="knob" cx={x} cy={y} r="11" />
      <text x={x} y={y + 5} text-anchor="middle">
        {letter}
      </text>
    </g>
  );
}
