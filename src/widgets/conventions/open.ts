/**
 * A reader's weight file: which GRU and LSTM layers are in it, and their numbers. Loaded when a file is opened; a file
 * never leaves the page. Whatever is wrong with it is a FileError whose message can be shown.
 */
import { io } from 'unrolled';
import type { Given } from './carry.ts';
import { FORMS, type Form, LAYERS } from './forms.ts';

/** One layer, in one direction, read for one form. */
export interface Found extends Given {
  readonly name: string;
  readonly notes: readonly string[];
}

/** What can be computed while a reader waits, and for which before and after differ. */
const SIZES = { H: { least: 2, most: 1024 }, X: { least: 1, most: 4096 } } as const;

export const { FileError, ForeignFormatError } = io;

/** Every GRU and LSTM layer of a file. @throws FileError when there is none, or anything is wrong with one */
export function open(bytes: Uint8Array): readonly Found[] {
  const { tensors } = io.readSafetensors(bytes);
  const { modules } = io.findModules(tensors);
  const found = modules.flatMap((module) =>
    module.kind === 'recurrent' ? formsOf(module).flatMap((form) => layersOf(tensors, module, form)) : [],
  );
  if (found.length > 0) return found;
  const names = modules.map(({ kind, name }) => `${name || 'a layer without a name'} (${kind})`);
  const there = names.length > 0 ? names.join(', ') : `nothing but tensors of other layers (${tensors.size})`;
  throw new FileError(`no GRU and no LSTM in it; there is ${there}`);
}

interface HomeForm {
  readonly layer: Given['layer'];
  readonly form: Form;
}

/** The forms that a module of a file may have been written for. */
function formsOf({ place, cells }: io.RecurrentModule): HomeForm[] {
  return LAYERS.flatMap((layer) =>
    FORMS[layer]
      .filter((form) => form.id !== 'onnx' && form.counted === place.library && cells.includes(form.cell))
      .map((form) => ({ layer, form })),
  );
}

/** A stack is taken layer by layer, direction by direction. */
function layersOf(tensors: io.Tensors, { name, place }: io.RecurrentModule, { layer, form }: HomeForm): Found[] {
  return place.layers.flatMap((lanes, k) =>
    (['forward', 'backward'] as const).flatMap((direction) => {
      const lane = lanes[direction];
      if (!lane) return [];
      const one = { library: place.library, layers: [{ forward: lane }] };
      const { weights, notes, sizes } = io.readRecurrent(form.cell, tensors, one);
      checkSizes(name, sizes);
      for (const [symbol, { data }] of Object.entries(weights))
        if (!data.every(Number.isFinite))
          throw new FileError(`${symbol} holds a number that is not finite`, name || undefined);
      const parts = [
        name || layer.toUpperCase(),
        place.layers.length > 1 && `layer ${k + 1}`,
        lanes.backward && direction,
      ];
      const label = parts.filter(Boolean).join(', ');
      return [{ name: label, layer, home: form, weights, sizes, notes }];
    }),
  );
}

function checkSizes(name: string, sizes: Given['sizes']): void {
  for (const [key, { least, most }] of Object.entries(SIZES)) {
    const size = sizes[key as keyof typeof SIZES];
    if (size >= least && size <= most) continue;
    const what = key === 'H' ? 'units' : 'inputs';
    const why = size < least ? ': with one unit, reset before and after are the same function but for b_hn' : '';
    throw new FileError(`${size} ${what}; this figure takes ${least} to ${most}${why}`, name || undefined);
  }
}
