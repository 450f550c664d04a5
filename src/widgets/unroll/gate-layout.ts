/**
 * Where a gate graph's nodes stand: gates in a row at the bottom in the order in which they are used, states on lanes
 * above them, what lies between in between. In CSS pixels; no drawing here.
 */
import type { Name } from 'unrolled';
import type { GateGraph, GateNode } from './gate-graph.ts';
import { CHIP, stackHeight } from './layout.ts';

export interface Placed {
  readonly node: GateNode;
  /** Middle of its column. */
  readonly x: number;
  /** Half of its width. */
  readonly half: number;
  /** Top of its numbers. */
  readonly y: number;
}

export interface GateLayout {
  readonly width: number;
  readonly height: number;
  readonly placed: ReadonlyMap<Name, Placed>;
  readonly stack: number;
  /** Tops of the rows. */
  readonly y: {
    readonly out: number;
    readonly lane: number;
    readonly gates: number;
    readonly h: number;
    readonly x: number;
  };
  /** Middle of the column of what enters, and of what leaves. */
  readonly left: number;
  readonly right: number;
  /** Half of the width of numbers, and of their gradients beside them. */
  readonly half: number;
}

/** Room above the numbers of a node for its symbol and sign. */
export const HEAD = 34;
const GAP = 24;

export function gateLayout(graph: GateGraph, { H, backward }: { H: number; backward: boolean }): GateLayout {
  const stack = stackHeight(H);
  const half = backward ? CHIP.width + 2 : CHIP.width / 2;
  const wide = half + 28;
  const column = 2 * wide + 20;
  const pitch = stack + HEAD + GAP;
  const left = half + 6;
  const { nodes } = graph;
  const index = new Map(nodes.map(({ name }, k) => [name, k]));
  const readers = (name: Name) => nodes.filter(({ lines }) => lines.some(({ from }) => from === name));
  const firstUse = (node: GateNode) =>
    node.place === 'before'
      ? index.get(node.name)!
      : Math.min(...readers(node.name).map(({ name }) => index.get(name)!));
  const bottom = nodes
    .filter(({ place }) => place === 'gate' || place === 'before')
    .sort((a, b) => firstUse(a) - firstUse(b) || index.get(a.name)! - index.get(b.name)!);

  const at = new Map<Name, number>(bottom.map(({ name }, k) => [name, k]));
  const level = new Map<Name, number>();
  const known = (names: readonly Name[]) => names.flatMap((name) => at.get(name) ?? []);
  /** Whether one of these stands under a lane and hands down from it, as tanh c does. */
  const reachesDown = (names: readonly Name[]) => names.some((name) => down.has(name));
  const down = new Set<Name>();
  let lastOnLane = -1;
  for (const node of nodes) {
    const from = node.lines.map((line) => line.from);
    if (node.place === 'lane') {
      const beside = known(from.filter((name) => nodes.find((each) => each.name === name)?.place !== 'lane'));
      lastOnLane = Math.max(lastOnLane + 0.9, ...beside);
      at.set(node.name, lastOnLane);
    } else if (node.place === 'between') {
      const fromLane = from.some((name) => nodes.find((each) => each.name === name)?.place === 'lane');
      // A function of a lane (tanh c) stands over the gate that it meets; a function of one gate beside its lane's use.
      const meets = readers(node.name).flatMap(({ lines }) => known(lines.map((line) => line.from)));
      const places = known(from);
      const [only] = from;
      const crowded =
        from.length === 1 &&
        readers(only!).some(({ place, lines }) => place === 'lane' && lines.some((line) => line.from === only));
      const x = fromLane && from.length === 1 ? Math.max(...meets) : mean(places) + (crowded ? 0.5 : 0);
      at.set(node.name, x);
      if (fromLane && from.length === 1) down.add(node.name);
      const under = from.flatMap((name) => level.get(name) ?? []);
      level.set(node.name, fromLane && from.length === 1 ? 1 : reachesDown(from) ? 0 : Math.max(-1, ...under) + 1);
    }
  }
  const room = (2 * (half + 6) + 16) / column;
  for (const row of rows(nodes, level)) {
    let taken = Number.NEGATIVE_INFINITY;
    for (const name of row.sort((a, b) => at.get(a)! - at.get(b)!)) {
      taken = Math.max(at.get(name)!, taken + room);
      at.set(name, taken);
    }
  }
  const levels = Math.max(0, ...level.values()) + 1;
  const out = 74;
  const lane = out + (backward ? 2 : 1) * CHIP.height + 62;
  const gates = lane + pitch * (levels + 1);
  const h = gates + stack + 74;
  const place = (node: GateNode): Placed => ({
    node,
    half: node.place === 'gate' ? wide : half + 6,
    x: left + 2 * half + 32 + wide + at.get(node.name)! * column,
    y:
      node.place === 'lane'
        ? lane
        : node.place === 'between'
          ? lane + pitch * (levels - (level.get(node.name) ?? 0))
          : gates,
  });
  const placed = new Map(nodes.map((node) => [node.name, place(node)]));
  const right = Math.max(...[...placed.values()].map(({ x }) => x)) + wide + 50;
  const x = h + Math.max(stack, CHIP.height) + 30;
  return {
    ...{ width: right + 60, height: x + CHIP.height + 24, placed, stack, left, right, half },
    y: { out, lane, gates, h, x },
  };
}

/** Nodes that share a row: those on the lane, and those at each level between. */
function rows(nodes: readonly GateNode[], level: ReadonlyMap<Name, number>): Name[][] {
  const all = new Map<string, Name[]>();
  for (const { name, place } of nodes)
    if (place === 'lane' || place === 'between') {
      const row = `${place} ${level.get(name)}`;
      all.set(row, [...(all.get(row) ?? []), name]);
    }
  return [...all.values()];
}

const mean = (xs: readonly number[]): number => (xs.length ? xs.reduce((a, b) => a + b, 0) / xs.length : 0);
