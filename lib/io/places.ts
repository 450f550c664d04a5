/**
 * Where a library keeps the arrays of a stack of recurrent layers: what stands before and behind their names.
 * PyTorch keeps a stack as one module (`lstm.weight_ih_l1_reverse`), Keras every layer by itself (`lstm_1/lstm_cell/kernel`).
 */
import type { Cell, Library } from '../cells/cell.ts';
import { libraryForm } from '../cells/library-form.ts';
import type { Depth } from '../layers/recurrent.ts';

/** The arrays of one layer in one direction are called prefix + `kernel` + suffix, and so on. */
export interface Lane {
  readonly prefix: string;
  readonly suffix: string;
}

/** A stack of layers as a library keeps it. Either all layers have a backward direction or none. */
export interface Place {
  readonly library: Library;
  readonly layers: readonly { readonly forward: Lane; readonly backward?: Lane }[];
}

/**
 * What PyTorch calls the arrays of a module: prefix `lstm.` for the state dict of a model whose attribute is `lstm`,
 * nothing for the layer's own.
 *
 * ```ts
 * import { io } from 'unrolled';
 * const place = io.pytorchPlace('lstm.', { layers: 2, bidirectional: true });
 * io.arrayNames('pytorch', place.layers[1].backward)[0] // → lstm.weight_ih_l1_reverse
 * ```
 */
export function pytorchPlace(prefix = '', { layers = 1, bidirectional = false }: Depth = {}): Place {
  return {
    library: 'pytorch',
    layers: Array.from({ length: layers }, (_, k) => ({
      forward: { prefix, suffix: `_l${k}` },
      ...(bidirectional && { backward: { prefix, suffix: `_l${k}_reverse` } }),
    })),
  };
}

/**
 * What Keras 3 calls the arrays of the first such layers of a model that it loaded, if their names were left to it: the
 * `path` of a weight. A model that was just built has its own name before it, and each Bidirectional's.
 *
 * ```ts
 * import { io, lstm } from 'unrolled';
 * const place = io.kerasPlace(lstm, { layers: 2 });
 * io.arrayNames('keras', place.layers[1].forward)[0] // → lstm_1/lstm_cell/kernel
 * ```
 *
 * @throws RangeError when Keras has no such cell
 */
export function kerasPlace(cell: Cell, { layers = 1, bidirectional = false }: Depth = {}, prefix = ''): Place {
  const [, className = ''] = /layers\.(\w+)/.exec(libraryForm(cell, 'keras').name) ?? [];
  const kind = className.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  const lane = (direction: string, k: number): Lane => ({
    prefix: `${prefix}${direction}${kind}${k === 0 ? '' : `_${k}`}/${kind}_cell/`,
    suffix: '',
  });
  return {
    library: 'keras',
    layers: Array.from({ length: layers }, (_, k) =>
      bidirectional ? { forward: lane('forward_', k), backward: lane('backward_', k) } : { forward: lane('', k) },
    ),
  };
}

/** What each library calls the weights for the input, those for the state, and the biases. */
export const arrayParts = {
  pytorch: ['weight_ih', 'weight_hh', 'bias_ih', 'bias_hh'],
  keras: ['kernel', 'recurrent_kernel', 'bias'],
} as const satisfies Record<Library, readonly string[]>;

/** Names of all arrays of one layer and direction: for the input, for the state, biases. */
export const arrayNames = (library: Library, { prefix, suffix }: Lane): readonly string[] =>
  arrayParts[library].map((part) => prefix + part + suffix);

/** @throws RangeError when some layers have a backward direction and some do not */
export function depthOf({ layers }: Place): Required<Depth> {
  const both = layers.filter(({ backward }) => backward).length;
  if (both > 0 && both < layers.length) {
    throw new RangeError('a stack reads backward in all of its layers or in none; take the layers one by one');
  }
  return { layers: layers.length, bidirectional: both > 0 };
}

/** All lanes in the order of `stackParameters`: layer by layer, forward first. */
export const lanesOf = ({ layers }: Place): readonly Lane[] =>
  layers.flatMap(({ forward, backward }) => (backward ? [forward, backward] : [forward]));
