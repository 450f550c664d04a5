/** The path of each line of the open cell. Pure geometry; no drawing here. */
import type { GateGraph, Line } from './gate-graph.ts';
import { type GateLayout, HEAD, type Placed } from './gate-layout.ts';
import { CHIP } from './layout.ts';

export interface Route {
  readonly d: string;
  /** The name of what runs along the bottom, if the line is a tap of it, and where it is tapped. */
  readonly bus?: string;
  readonly x: number;
  readonly dot?: readonly [number, number];
  readonly glyph?: readonly [number, number];
}

/** The path of one line. Taps of x and h come from below, a state's from its lane; among nodes lines run upward. */
export function route(
  { graph, layout }: { graph: GateGraph; layout: GateLayout },
  line: Line,
  to: Placed,
  k: number,
): Route {
  const { placed, y, stack, left } = layout;
  const { half } = to;
  const from = placed.get(line.from);
  const foot = to.y + stack + 6;
  const head = to.y - HEAD;
  const middle = (each: Placed) => each.y + stack / 2;
  const before = `_${graph.t - 1}`;
  const state = !from && line.from.endsWith(before) ? line.from.slice(0, -before.length) : undefined;
  const isLow = to.node.place === 'gate' || to.node.place === 'before';
  if (line.from.startsWith('x_')) {
    const x = to.x + Math.min(half, 50) - 14;
    const bus = y.x + CHIP.height / 2;
    return { d: `M${x} ${bus}V${foot}`, bus: line.from, x, dot: [x, bus], glyph: [x, foot + 18] };
  }
  if (state === 'h' && isLow) {
    const x = to.x - Math.min(half, 50) + 14;
    return { d: `M${x} ${y.h}V${foot}`, bus: line.from, x, dot: [x, y.h], glyph: [x, foot + 18] };
  }
  // A state on its lane: along it, or down from it to a gate that looks at it.
  if (state) {
    if (to.node.place === 'lane') return { d: `M${left + layout.half + 2} ${middle(to)}H${to.x - half - 2}`, x: to.x };
    const x = to.x + half - 12;
    const lane = y.lane + stack / 2;
    return { d: `M${x} ${lane}V${head}`, x, dot: [x, lane], glyph: [x, head - 24] };
  }
  if (!from) return { d: '', x: to.x };
  if (from.node.place === 'before') {
    const x = to.x - Math.min(half, 50) + 14;
    const under = from.y + stack + 48;
    return { d: `M${from.x} ${from.y + stack + 6}V${under}H${x}V${foot}`, x, glyph: [x, foot + 18] };
  }
  if (to.node.place === 'before') return { d: `M${from.x + from.half} ${middle(to)}H${to.x - half - 2}`, x: to.x };
  if (from.node.place === 'lane') {
    if (to.node.place === 'lane') return { d: `M${from.x + from.half} ${middle(to)}H${to.x - half - 2}`, x: to.x };
    const x = line.weight ? to.x + half - 12 : to.x;
    return {
      d: `M${x} ${middle(from)}V${head - 2}`,
      x,
      dot: [x, middle(from)],
      ...(line.weight && { glyph: [x, head - 24] as const }),
    };
  }
  if (to.y > from.y) return { d: `M${from.x} ${from.y + stack + 6}V${head - 2}`, x: to.x };
  // From below: each further line of a node enters a little beside the first.
  const start = from.x + (from.x === to.x ? 0 : Math.sign(to.x - from.x) * 16);
  const end = Math.abs(from.x - to.x) < 2 ? from.x : to.x + Math.sign(from.x - to.x) * 16;
  const turn = foot + 9 + k * 3;
  return { d: `M${start} ${from.y - HEAD}V${turn}H${end}V${foot + 2}`, x: to.x };
}
