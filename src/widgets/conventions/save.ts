/** A layer's numbers as another library keeps them, as a safetensors file. Loaded when one is asked for. */
import { convertGru, type GruCell, io } from 'unrolled';
import type { Given } from './carry.ts';
import type { Form } from './forms.ts';

export function fileFor({ layer, home, weights }: Given, form: Form): Uint8Array<ArrayBuffer> {
  const own = layer === 'gru' ? convertGru(weights, home.cell as GruCell, form.cell as GruCell) : weights;
  const place = form.counted === 'pytorch' ? io.pytorchPlace(`${layer}.`) : io.kerasPlace(form.cell);
  return io.writeSafetensors(io.writeRecurrent(form.cell, own, place));
}
