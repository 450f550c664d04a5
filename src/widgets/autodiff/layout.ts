/** Where the values of a graph stand and how the edges run between them: laid out by dagre. Loaded when it is needed. */
import dagre from '@dagrejs/dagre';

export interface Box {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

export interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Room for what stands on it. */
  readonly width: number;
  readonly height: number;
}

type Place = readonly [x: number, y: number];

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Middles of the boxes, by name. */
  readonly boxes: Readonly<Record<string, Place>>;
  /** By id: the points that an edge runs through, and the middle of what stands on it. */
  readonly links: Readonly<Record<string, { readonly points: readonly Place[]; readonly middle: Place }>>;
}

const MARGIN = 8;

/** Inputs left, the result right. */
export function layoutOf(boxes: readonly Box[], links: readonly Link[]): Layout {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  const isLarge = boxes.length > 60;
  graph.setGraph({
    ...{ rankdir: 'LR', nodesep: isLarge ? 10 : 18, edgesep: 8, ranksep: 22, marginx: MARGIN, marginy: MARGIN },
    ranker: isLarge ? 'tight-tree' : 'network-simplex',
  });
  for (const { name, width, height } of boxes) graph.setNode(name, { width, height });
  for (const { id, from, to, width, height } of links) graph.setEdge(from, to, { width, height, labelpos: 'c' }, id);
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const place = ({ x, y }: { x: number; y: number }): Place => [Math.round(x), Math.round(y)];
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: Object.fromEntries(boxes.map(({ name }) => [name, place(graph.node(name) as { x: number; y: number })])),
    links: Object.fromEntries(
      links.map(({ id, from, to }) => {
        const { points, x, y } = graph.edge({ v: from, w: to, name: id }) as {
          points: { x: number; y: number }[];
          x: number;
          y: number;
        };
        return [id, { points: points.map(place), middle: place({ x, y }) }];
      }),
    ),
  };
}
