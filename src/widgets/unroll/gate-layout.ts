/**
 * Where a gate graph's nodes stand: gates in a row at the bottom in the order in which they are used, states on lanes
 * above them, what lies between in between. In CSS pixels; no drawing here.
 */
import type { Name } from 'unrolled';
import type { GateGraph, GateNode, Place } from './gate-graph.ts';
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
  /** Width of the bar that shows how far a gate is open. */
  readonly valve: number;
}

/** Room above the numbers of a node for its symbol and sign. */
export const HEAD = 34;
const GAP = 24;

export function gateLayout(graph: GateGraph, { H, backward }: { H: number; backward: boolean }): GateLayout {
  const stack = stackHeight(H);
  const half = backward ? CHIP.width + 2 : CHIP.width / 2;
  const valve = backward ? 28 : 40;
  const [narrow, wide] = [half + 6, half + valve / 2 + 8];
  const column = 2 * wide + (backward ? 10 : 20);
  const pitch = stack + HEAD + GAP;
  const left = half + 6;
  const levels = levelsOf(graph);
  const columns = columnsOf(graph, levels, (2 * narrow + 16) / column);
  const rows = Math.max(0, ...levels.values()) + 1;
  const out = 74;
  const lane = out + (backward ? 2 : 1) * CHIP.height + 62;
  const gates = lane + pitch * (rows + 1);
  const tops: Readonly<Record<Place, (name: Name) => number>> = {
    gate: () => gates,
    before: () => gates,
    lane: () => lane,
    under: (name) => lane + pitch * (rows - levels.get(name)!),
    between: (name) => lane + pitch * (rows - levels.get(name)!),
  };
  const placed = new Map(
    graph.nodes.map((node) => {
      const x = left + half + 32 + wide + columns.get(node.name)! * column;
      return [node.name, { node, x, y: tops[node.place](node.name), half: node.place === 'gate' ? wide : narrow }];
    }),
  );
  const edges = [...placed.values()].map(
    ({ node, x, half }) => [node.place === 'gate' ? x : x + half, x + half] as const,
  );
  // Beside what stands above the gates; at a gate's foot there is nothing to pass.
  const right = Math.max(...edges.map(([above]) => above)) + 36;
  const width = Math.max(right + 40, ...edges.map(([, edge]) => edge + 12));
  const h = gates + stack + 74;
  const x = h + Math.max(stack, CHIP.height) + 30;
  return {
    ...{ width, height: x + CHIP.height + 24, placed, stack, left, right, half, valve },
    y: { out, lane, gates, h, x },
  };
}

/** Rows between gates and lanes, counted from the gates: 0 is right above them. */
function levelsOf({ nodes }: GateGraph): ReadonlyMap<Name, number> {
  const levels = new Map<Name, number>();
  const under = new Set(nodes.filter(({ place }) => place === 'under').map(({ name }) => name));
  for (const { name, place, lines } of nodes) {
    const below = lines.flatMap(({ from }) => (under.has(from) ? [] : (levels.get(from) ?? [])));
    if (place === 'under') levels.set(name, 1);
    else if (place === 'between') levels.set(name, Math.max(-1, ...below) + 1);
  }
  return levels;
}

/** Columns of all nodes; in the rows above the gates at least `room` apart. */
function columnsOf({ nodes }: GateGraph, levels: ReadonlyMap<Name, number>, room: number): ReadonlyMap<Name, number> {
  const index = new Map(nodes.map(({ name }, k) => [name, k]));
  const places = new Map(nodes.map(({ name, place }) => [name, place]));
  const readersOf = (name: Name) => nodes.filter(({ lines }) => lines.some(({ from }) => from === name));
  const firstUse = ({ name, place }: GateNode) =>
    place === 'before' ? index.get(name)! : Math.min(...readersOf(name).map((reader) => index.get(reader.name)!));
  const bottom = nodes
    .filter(({ place }) => place === 'gate' || place === 'before')
    .sort((a, b) => firstUse(a) - firstUse(b) || index.get(a.name)! - index.get(b.name)!);
  const columns = new Map(bottom.map(({ name }, k) => [name, k]));

  let along = -1;
  for (const { name, place, lines } of nodes) {
    const from = lines.map((line) => line.from);
    const known = (names: readonly Name[]) => names.flatMap((each) => columns.get(each) ?? []);
    if (place === 'lane') {
      along = Math.max(along + 0.9, ...known(from.filter((each) => places.get(each) !== 'lane')));
      columns.set(name, along);
    } else if (place === 'under') {
      // Over the gate that it meets.
      columns.set(name, Math.max(...readersOf(name).flatMap((reader) => known(reader.lines.map((line) => line.from)))));
    } else if (place === 'between') {
      // Over what it reads; beside the way up to the lane where its one gate goes there too.
      const aside = from.length === 1 && readersOf(from[0]!).some((reader) => reader.place === 'lane') ? 0.5 : 0;
      columns.set(name, mean(known(from)) + aside);
    }
  }
  spread(columns, nodes, levels, room);
  return columns;
}

/** Moves nodes of the same row apart, to the right. */
function spread(
  columns: Map<Name, number>,
  nodes: readonly GateNode[],
  levels: ReadonlyMap<Name, number>,
  room: number,
): void {
  const rows = Map.groupBy(
    nodes.filter(({ place }) => place !== 'gate' && place !== 'before'),
    ({ name }) => levels.get(name) ?? 'lane',
  );
  for (const row of rows.values()) {
    let taken = Number.NEGATIVE_INFINITY;
    for (const { name } of row.sort((a, b) => columns.get(a.name)! - columns.get(b.name)!)) {
      taken = Math.max(columns.get(name)!, taken + room);
      columns.set(name, taken);
    }
  }
}

const mean = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length;
