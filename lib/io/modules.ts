/**
 * What a file's tensors belong to, by their names and shapes: the recurrent, dense and embedding layers of PyTorch and
 * Keras. A suggestion for a reader to confirm: a file does not say whether an RNN uses tanh or ReLU, nor in which order
 * Keras' layers are wired.
 */
import type { Cell, Library } from '../cells/cell.ts';
import { cells } from '../cells/index.ts';
import { arrayNames, type Lane, lanesOf, type Place } from './places.ts';
import type { Tensors } from './safetensors.ts';

/** Recurrent layers found in a file: a stack of PyTorch, or one layer of Keras. */
export interface RecurrentModule {
  readonly kind: 'recurrent';
  /** As the file has it: `encoder.lstm`. */
  readonly name: string;
  readonly place: Place;
  /** Our cells that it can be, the likeliest first. */
  readonly cells: readonly Cell[];
}

/** A dense layer or an embedding found in a file. */
export interface PlainModule {
  readonly kind: 'dense' | 'embedding';
  readonly name: string;
  readonly library: Library;
  readonly prefix: string;
}

/** A part of a model whose weights a file has. */
export type Module = RecurrentModule | PlainModule;

/** What a file holds. */
export interface Modules {
  readonly modules: readonly Module[];
  /** Tensors that belong to none of them. */
  readonly rest: readonly string[];
}

/**
 * Sorts a file's tensors into modules.
 *
 * ```ts
 * import { io, tensor } from 'unrolled';
 * const tensors = new Map([['fc.weight', tensor([[1, 2]])], ['fc.bias', tensor([3])], ['step', tensor(7)]]);
 * const { modules, rest } = io.findModules(tensors);
 * modules[0] // → { kind: 'dense', name: 'fc', library: 'pytorch', prefix: 'fc.' }
 * rest // → ['step']
 * ```
 */
export function findModules(tensors: Tensors): Modules {
  const recurrent = [...findPytorch(tensors), ...findKeras(tensors)];
  const used = new Set(
    recurrent.flatMap(({ place }) => lanesOf(place).flatMap((lane) => arrayNames(place.library, lane))),
  );
  const plain = findPlain(new Map([...tensors].filter(([name]) => !used.has(name))));
  const modules = [...recurrent, ...plain];
  for (const { library, prefix } of plain) for (const part of PLAIN_PARTS[library]) used.add(prefix + part);
  return { modules, rest: [...tensors.keys()].filter((name) => !used.has(name)) };
}

function findPytorch(tensors: Tensors): RecurrentModule[] {
  const layers = new Map<string, Map<string, { forward?: Lane; backward?: Lane }>>();
  for (const name of tensors.keys()) {
    const [, prefix, layer, reverse] = /^(.*?)weight_hh((?:_l\d+)?)((?:_reverse)?)$/s.exec(name) ?? [];
    if (prefix === undefined || layer === undefined) continue;
    const module = layers.get(prefix) ?? new Map();
    layers.set(prefix, module);
    module.set(layer, {
      ...module.get(layer),
      [reverse ? 'backward' : 'forward']: { prefix, suffix: layer + reverse },
    });
  }
  return [...layers].flatMap(([prefix, found]) => {
    const inOrder = [...found].sort(([a], [b]) => Number(a.slice(2)) - Number(b.slice(2)));
    const complete = inOrder.flatMap(([layer, { forward, backward }], k) =>
      forward && Number(layer.slice(2)) === k ? [{ forward, ...(backward && { backward }) }] : [],
    );
    return complete.length === inOrder.length ? module(tensors, prefix, { library: 'pytorch', layers: complete }) : [];
  });
}

function findKeras(tensors: Tensors): RecurrentModule[] {
  const found = [...tensors.keys()].flatMap((name) => /^(.*?)recurrent_kernel$/s.exec(name)?.[1] ?? []);
  return found.flatMap((prefix) => {
    if (found.includes(otherDirection(prefix, 'backward', 'forward'))) return [];
    const other = otherDirection(prefix, 'forward', 'backward');
    const backward = found.includes(other) && { backward: { prefix: other, suffix: '' } };
    return module(tensors, prefix, { library: 'keras', layers: [{ forward: { prefix, suffix: '' }, ...backward }] });
  });
}

/** `…/forward_lstm/…` → `…/backward_lstm/…`: how Keras' Bidirectional calls its two layers. */
const otherDirection = (prefix: string, from: string, to: string): string =>
  prefix.includes(`${from}_`) ? prefix.replace(`${from}_`, `${to}_`) : '';

function module(tensors: Tensors, prefix: string, place: Place): RecurrentModule[] {
  const fitting = cells.filter((cell) => fits(cell, tensors, place));
  return fitting.length ? [{ kind: 'recurrent', name: withoutEnd(prefix), place, cells: fitting }] : [];
}

/** Whether the library's form of a cell has as many gates and biases as the first arrays of a place. */
function fits(cell: Cell, tensors: Tensors, { library, layers }: Place): boolean {
  const form = cell.libraries?.[library];
  if (!form) return false;
  const [, state, bias] = arrayNames(library, layers[0]!.forward).map((name) => tensors.get(name)?.shape);
  const [H, all] = library === 'pytorch' ? [state?.[1], state?.[0]] : [state?.[0], state?.[1]];
  const biases = library === 'pytorch' ? 2 : (bias?.length ?? form.biases);
  return H !== undefined && all === form.gates.length * H && biases === form.biases;
}

const PLAIN_PARTS: Readonly<Record<Library, readonly string[]>> = {
  pytorch: ['weight', 'bias'],
  keras: ['kernel', 'embeddings', 'bias'],
};

function findPlain(tensors: Tensors): PlainModule[] {
  return [...tensors].flatMap(([full, { shape }]): PlainModule[] => {
    const [, prefix, part] = /^(|.*[./])(weight|kernel|embeddings)$/s.exec(full) ?? [];
    if (prefix === undefined || part === undefined || shape.length !== 2) return [];
    const library = part === 'weight' ? 'pytorch' : 'keras';
    // A matrix without a bias is a linear layer as well as an embedding; only its name can tell.
    const isEmbedding =
      part === 'embeddings' || (part === 'weight' && !tensors.has(`${prefix}bias`) && /emb/i.test(prefix));
    return [{ kind: isEmbedding ? 'embedding' : 'dense', name: withoutEnd(prefix), library, prefix }];
  });
}

const withoutEnd = (prefix: string): string => prefix.replace(/[./]$/, '');
