/** Layers of a cell on top of one another, as one cell: what a figure steps, differentiates and draws like any other. */
import type { Cell, Sizes, Var } from 'unrolled';

type Vars = Record<string, Var>;

/** Layers on top of one another as one cell: its states are h^1, h^2, … from below, and h at the top. */
export function stackOf(cell: Cell, layers: number): Cell {
  if (layers === 1) return cell;
  const all = Array.from({ length: layers }, (_, l) => l + 1);
  const parameters = (sizes: Sizes) =>
    Object.fromEntries(
      all.flatMap((l) =>
        Object.entries(cell.parameters({ ...sizes, X: l === 1 ? sizes.X : sizes.H })).map(([name, shape]) => [
          `${name}^${l}`,
          shape,
        ]),
      ),
    );
  const own = (record: Vars, l: number): Vars =>
    Object.fromEntries(
      Object.entries(record).flatMap(([name, value]) =>
        name.endsWith(`^${l}`) ? [[name.slice(0, name.lastIndexOf('^')), value]] : [],
      ),
    );
  return {
    id: `${cell.id}-${layers}`,
    name: `${cell.name}, ${layers} layers`,
    paper: cell.paper,
    parameters,
    state: ({ H }) => Object.fromEntries(all.map((l) => [stateOf(l, layers), [H]])),
    step(weights, state, x) {
      const next: Vars = {};
      let below = x;
      for (const l of all) {
        const made = cell.step(own(weights, l), { h: state[stateOf(l, layers)]! }, below);
        for (const [symbol, value] of Object.entries(made)) next[ofLayer(symbol, l, layers)] = value;
        below = made.h!;
      }
      return next;
    },
  };
}

/** The name of a layer's state; the top one is what the network says. */
export const stateOf = (layer: number, layers: number): string => ofLayer('h', layer, layers);

const ofLayer = (symbol: string, layer: number, layers: number): string =>
  layer === layers ? symbol : `${symbol}^${layer}`;
