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
    const x = to.x + aside(to);
    const bus = y.x + CHIP.height / 2;
    return { d: `M${x} ${bus}V${foot}`, bus: line.from, x, dot: [x, bus], glyph: [x, foot + 18] };
  }
  if (state === 'h' && isLow) {
    const x = to.x - aside(to);
    return { d: `M${x} ${y.h}V${foot}`, bus: line.from, x, dot: [x, y.h], glyph: [x, foot + 18] };
  }
  // A state on its lane: along it, or down from it to a gate that looks at it.
  if (state) {
    if (to.node.place === 'lane') return { d: `M${left + layout.half + 2} ${middle(to)}H${to.x - half - 2}`, x: to.x };
    const lane = y.lane + stack / 2;
    const { x, glyph } = wayDown(layout, to, lane);
    return { d: `M${x} ${lane}V${head}`, x, dot: [x, lane], glyph };
  }
  if (!from) return { d: '', x: to.x };
  if (from.node.place === 'before') {
    const x = to.x - aside(to);
    const under = from.y + stack + 48;
    return { d: `M${from.x} ${from.y + stack + 6}V${under}H${x}V${foot}`, x, glyph: [x, foot + 18] };
  }
  if (to.node.place === 'before') return { d: `M${from.x + from.half} ${middle(to)}H${to.x - half - 2}`, x: to.x };
  if (from.node.place === 'lane') {
    if (to.node.place === 'lane') return { d: `M${from.x + from.half} ${middle(to)}H${to.x - half - 2}`, x: to.x };
    const down = line.weight ? wayDown(layout, to, middle(from)) : { x: to.x };
    return { d: `M${down.x} ${middle(from)}V${head - 2}`, dot: [down.x, middle(from)], ...down };
  }
  if (to.y > from.y) return { d: `M${from.x} ${from.y + stack + 6}V${head - 2}`, x: to.x };
  // From below: each further line of a node enters a little beside the first.
  const start = from.x + (from.x === to.x ? 0 : Math.sign(to.x - from.x) * 16);
  const end = Math.abs(from.x - to.x) < 2 ? from.x : to.x + Math.sign(from.x - to.x) * 16;
  const turn = foot + 9 + k * 3;
  return { d: `M${start} ${from.y - HEAD}V${turn}H${end}V${foot + 2}`, x: to.x };
}

/** How far from the middle of a box its lines come in from below: two weights and a bias have room side by side. */
export const aside = ({ half }: Pick<Placed, 'half'>): number => Math.max(21, Math.min(half, 50) - 14);

/** Half of the width and of the height of a weight's pill, with a little air. */
const PILL = [20, 14] as const;

/** A line from a lane down to a gate, at its right or its left where no box is in the way, and where its weight is named. */
function wayDown({ placed, stack }: GateLayout, to: Placed, lane: number): Pick<Required<Route>, 'x' | 'glyph'> {
  const between = [...placed.values()].filter(({ y }) => y < to.y && y + stack + 6 > lane);
  const leaves = (x: number, air: number) => (each: Placed) => Math.abs(x - each.x) >= each.half + air;
  const [inner, outer] = [to.half - 12, to.half - 4];
  const ways = [inner, -inner, outer, -outer].map((by) => to.x + by);
  const x = ways.find((way) => between.every(leaves(way, 8))) ?? ways[0]!;
  const isClear = (y: number) =>
    between.every(
      (each) => leaves(x, PILL[0])(each) || y < each.y - HEAD - PILL[1] || y > each.y + stack + 6 + PILL[1],
    );
  const atGate = to.y - HEAD - 24;
  return { x, glyph: [x, isClear(atGate) ? atGate : lane + 24] };
}
