/**
 * How numbers that were made for one form get into another: by their letters, with z turned over, or block by block.
 * Not here: what is computed with them.
 */
import {
  type Cell,
  convertGru,
  type GruCell,
  initializers,
  math,
  random,
  type Tensor,
  type Weights,
  zeros,
} from 'unrolled';
import { conventionOf, FORMS, type Form, formOf, type Layer } from './forms.ts';
import type { Carry, ConventionsState } from './state.ts';

/** A layer's numbers, and the form that they were made for. */
export interface Given {
  readonly layer: Layer;
  readonly home: Form;
  readonly weights: Weights;
  readonly sizes: { readonly X: number; readonly H: number };
}

/** Numbers from the seed. A form that has no b_hn never sees it, so all forms get the same numbers. */
export function drawn({ layer, home, H, seed }: ConventionsState): Given {
  const form = formOf(layer, home);
  const sizes = { X: 1, H };
  const source = random(seed);
  const draw = (name: string, shape: readonly number[]) =>
    initializers.normal(name.startsWith('W_h') ? 1.5 / math.sqrt(H) : 1)(shape, source, name);
  const weights = Object.entries(form.cell.parameters({ ...sizes, Y: 1 })).map(([name, shape]): [string, Tensor] => [
    name,
    { shape, data: draw(name, shape) },
  ]);
  return { layer, home: form, weights: Object.fromEntries(weights), sizes };
}

/** What the reader changes in the numbers before they go anywhere. */
export function changed(given: Given, { hasSecondBias, isDiagonal }: ConventionsState): Given {
  const { W_hn, b_hn, ...rest } = given.weights;
  if (!W_hn) return given;
  const weights = {
    ...rest,
    W_hn: isDiagonal ? onlyDiagonal(W_hn) : W_hn,
    ...(b_hn && { b_hn: hasSecondBias ? b_hn : zeros(b_hn.shape) }),
  };
  return { ...given, weights };
}

const onlyDiagonal = ({ shape, data }: Tensor): Tensor => ({
  shape,
  data: data.map((x, k) => (k % (shape[0]! + 1) === 0 ? x : 0)),
});

/** The numbers as a form gets them. */
export function carried({ home, weights }: Given, to: Form, carry: Carry): Weights {
  const convention = conventionOf(to);
  const read = carry === 'blocks' ? blockByBlock(weights, home.gates, to.gates) : weights;
  if (!convention) return read;
  const turned = carry === 'turned' ? turnedTo(read, home, convention.keepsAt) : read;
  return fitted(turned, to.cell);
}

/** Block k of one order is read as block k of the other. */
function blockByBlock(weights: Weights, from: readonly string[], to: readonly string[]): Weights {
  const moved = from.flatMap((gate, k) =>
    ['W_h', 'W_x', 'b_'].map((part): [string, Tensor] => [part + to[k], weights[part + gate]!]),
  );
  return { ...weights, ...Object.fromEntries(moved) };
}

function turnedTo(weights: Weights, { cell }: Form, keepsAt: 0 | 1): Weights {
  const from = cell as GruCell;
  return convertGru(weights, from, { ...from, convention: { ...from.convention, keepsAt } });
}

/** A form has a b_hn or has none: what there is no place for is left out, what is missing is 0. */
function fitted({ b_hn, ...weights }: Weights, cell: Cell): Weights {
  if (!('b_hn' in cell.parameters({ X: 1, H: 1, Y: 1 }))) return weights;
  return { ...weights, b_hn: b_hn ?? zeros(weights.b_n!.shape) };
}

/** The forms that can compute exactly what these numbers compute at home, and are a library's. */
export const canSave = ({ layer, home }: Given): readonly Form[] =>
  FORMS[layer].filter(
    (form) => form.stacked !== 'apart' && form.id !== 'onnx' && conventionOf(form)?.reset === conventionOf(home)?.reset,
  );
