/**
 * Recurrent layers from and to the tensors of PyTorch and Keras, one or a stack, in one direction or both.
 *
 * Ours are a flat record, as `stackParameters` names them: `W_hh` of a single layer, `W_hh^2` of layer 2, `W_hh^2b` of
 * layer 2 backward. That is what `recurrentStack` and `network` take; there is no second form for files.
 */
import type { Cell, Library, Sizes, Weights } from '../cells/cell.ts';
import { fromKeras, fromPytorch, toKeras, toPytorch } from '../cells/layouts.ts';
import { libraryForm, secondBias } from '../cells/library-form.ts';
import { type Depth, outputWidth, stackLanes } from '../layers/recurrent.ts';
import { showShape, type Tensor } from '../tensor.ts';
import { take } from './arrays.ts';
import { FileError } from './file-error.ts';
import { arrayNames, depthOf, type Lane, lanesOf, type Place } from './places.ts';
import type { Tensors } from './safetensors.ts';

/** Weights that were read, and what the reader should know about them. */
export interface Read {
  readonly weights: Weights;
  /** What is not as it was in the file: two biases that became their sum, biases that are zeros because there were none. */
  readonly notes: readonly string[];
}

/** The weights of recurrent layers as `stackParameters` names them, with what they need to be run. */
export interface ReadRecurrent extends Read {
  readonly sizes: Pick<Sizes, 'X' | 'H'>;
  readonly depth: Required<Depth>;
}

/**
 * The weights of recurrent layers from a file's tensors.
 *
 * ```ts
 * import { io, rnn, tensor } from 'unrolled';
 * const tensors = new Map([
 *   ['rnn.weight_ih_l0', tensor([[0.9]])], ['rnn.weight_hh_l0', tensor([[0.1]])],
 *   ['rnn.bias_ih_l0', tensor([0.5])], ['rnn.bias_hh_l0', tensor([0.25])],
 * ]);
 * const { weights, notes } = io.readRecurrent(rnn, tensors, io.pytorchPlace('rnn.'));
 * weights.b_h.data // → [0.75]
 * notes[0] // → rnn.bias_ih_l0 and rnn.bias_hh_l0 are only ever added; kept is their sum
 * ```
 *
 * @throws FileError when a tensor is missing or has another shape than the cell needs
 * @throws RangeError when the library has no such cell
 */
export function readRecurrent(cell: Cell, tensors: Tensors, place: Place): ReadRecurrent {
  const depth = depthOf(place);
  const notes: string[] = [];
  const weights: Record<string, Tensor> = {};
  const lanes = stackLanes(depth);
  let sizes: Pick<Sizes, 'X' | 'H'> | undefined;
  lanesOf(place).forEach((lane, k) => {
    const isFirstLayer = lanes[k]!.layer === 1;
    const X = !sizes || isFirstLayer ? sizes?.X : outputWidth(sizes, depth);
    const arrays = takeLane(cell, tensors, place.library, lane, { X, H: sizes?.H });
    const own = place.library === 'pytorch' ? fromPytorch(cell, arrays) : fromKeras(cell, arrays);
    for (const [name, value] of Object.entries(own)) weights[name + lanes[k]!.suffix] = value;
    const gate = libraryForm(cell, place.library).gates[0]!;
    const [H, width] = own[`W_x${gate}`]!.shape as [number, number];
    sizes ??= { X: width, H };
    notes.push(...notesOn(cell, tensors, place.library, lane));
  });
  if (!sizes) throw new RangeError('a stack has at least one layer');
  return { weights, notes, sizes, depth };
}

/**
 * The tensors that a library keeps these weights as: what `readRecurrent` reads, and it gives back the same bits. Of
 * two biases that a library only adds, the first is ours and the second zeros.
 *
 * @throws RangeError when the library has no such cell, or a weight is missing
 */
export function writeRecurrent(cell: Cell, weights: Weights, place: Place): Map<string, Tensor> {
  const lanes = stackLanes(depthOf(place));
  const symbols = Object.keys(cell.parameters({ X: 1, H: 1, Y: 1 }));
  return new Map(
    lanesOf(place).flatMap((lane, k) => {
      const own = Object.fromEntries(symbols.map((symbol) => [symbol, given(weights, symbol + lanes[k]!.suffix)]));
      const arrays: Readonly<Record<string, Tensor>> =
        place.library === 'pytorch' ? toPytorch(cell, own) : toKeras(cell, own);
      const names = arrayNames(place.library, lane);
      return standardNames(place.library).map((standard, i): [string, Tensor] => [names[i]!, arrays[standard]!]);
    }),
  );
}

function given(weights: Weights, name: string): Tensor {
  const found = weights[name];
  if (!found) throw new RangeError(`missing weight ${name}; there are ${Object.keys(weights).join(', ')}`);
  return found;
}

/** The names that the functions of `layouts.ts` know. */
const standardNames = (library: Library): readonly string[] =>
  arrayNames(library, { prefix: '', suffix: library === 'pytorch' ? '_l0' : '' });

/** The arrays of one lane, of the right shapes, under their standard names. */
function takeLane(
  cell: Cell,
  tensors: Tensors,
  library: Library,
  lane: Lane,
  { X, H: known }: Partial<Pick<Sizes, 'X' | 'H'>>,
): Readonly<Record<string, Tensor>> {
  const { gates, biases } = libraryForm(cell, library);
  const [input, state, ...biasNames] = arrayNames(library, lane) as [string, string, ...string[]];
  refuseProjection(tensors, lane);
  const H = known ?? take(tensors, state, [undefined, undefined]).shape[library === 'pytorch' ? 1 : 0]!;
  const all = gates.length * H;
  const flip = (pattern: (number | undefined)[]) => (library === 'pytorch' ? pattern : pattern.reverse());
  const biasShape = library === 'keras' && biases === 2 ? [2, all] : [all];
  const hasBias = biasNames.some((name) => tensors.has(name));
  const patterns: [string, (number | undefined)[]][] = [
    [state, flip([all, H])],
    [input, flip([all, X])],
    ...(hasBias ? biasNames.map((name): [string, number[]] => [name, biasShape]) : []),
  ];
  const taken = new Map(patterns.map(([name, pattern]) => [name, takeOf(cell, tensors, name, pattern)]));
  const standard = standardNames(library);
  return Object.fromEntries(
    [input, state, ...biasNames].flatMap((name, k) => (taken.has(name) ? [[standard[k]!, taken.get(name)!]] : [])),
  );
}

/** `take`, whose error says which cell asks for that shape. */
function takeOf(cell: Cell, tensors: Tensors, name: string, pattern: (number | undefined)[]): Tensor {
  try {
    return take(tensors, name, pattern);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new FileError(`${error.problem} (for ${cell.name})`, name);
  }
}

function refuseProjection(tensors: Tensors, { prefix, suffix }: Lane): void {
  const name = `${prefix}weight_hr${suffix}`;
  const projection = tensors.get(name);
  if (!projection) return;
  throw new FileError(`an LSTM with projections (proj_size, ${showShape(projection.shape)}) is not supported`, name);
}

function notesOn(cell: Cell, tensors: Tensors, library: Library, lane: Lane): string[] {
  const { gates, biases } = libraryForm(cell, library);
  const names = arrayNames(library, lane).slice(2);
  const arrays = names.flatMap((name) => tensors.get(name) ?? []);
  if (arrays.length === 0) return [`${names.join(' and ')}: none in the file; here the biases are zeros`];
  if (biases === 1) return [];
  const own = cell.parameters({ X: 1, H: 1, Y: 1 });
  // The part of the second bias that is added to the first; the n of a GRU keeps its own.
  const second = library === 'pytorch' ? arrays[1]!.data : arrays[0]!.data.subarray(arrays[0]!.data.length / 2);
  const H = second.length / gates.length;
  const merged = gates.flatMap((gate, k) => (secondBias(gate) in own ? [] : [second.subarray(k * H, (k + 1) * H)]));
  if (merged.every((data) => data.every((x) => x === 0))) return [];
  const both = library === 'pytorch' ? names.join(' and ') : `the two rows of ${names[0]}`;
  const except = merged.length < gates.length ? ', except for n' : '';
  return [`${both} are only ever added${except}; kept is their sum`];
}
