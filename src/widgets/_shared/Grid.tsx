/** The frame of a picture with the marks of both axes. */
import { type Range, scale, ticks, tickText } from './axes.ts';

/** From a number to its place along an axis. */
export type Place = (value: number) => number;

/** Edges of the part of a picture that curves are drawn in. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface GridProps {
  readonly box: Box;
  readonly across: Range;
  readonly range: Range;
  /** How far below the frame the marks of the horizontal axis stand; none without it. */
  readonly drop?: number;
}

export function Grid({ box: { left, right, top, bottom }, across, range, drop }: GridProps) {
  const x = scale(across, [left, right]);
  const y = scale(range, [bottom, top]);
  return (
    <g class="axes">
      {ticks(range, 5).map((value) => (
        <g key={value}>
          <path class={value === 0 ? 'grid zero' : 'grid'} d={`M${left} ${y(value)}H${right}`} />
          <text x={left - 6} y={y(value) + 5} text-anchor="end">
            {tickText(value)}
          </text>
        </g>
      ))}
      {drop !== undefined &&
        ticks(across, 8).map((value) => (
          <text key={value} x={x(value)} y={bottom + drop} text-anchor="middle">
            {tickText(value)}
          </text>
        ))}
      <rect class="frame" x={left} y={top} width={right - left} height={bottom - top} />
    </g>
  );
}
