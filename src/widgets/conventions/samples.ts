/** Small weight files to try the figure with: four units that read three numbers, drawn as PyTorch does. */
import { initializers, random } from 'unrolled';
import { formOf } from './forms.ts';
import { fileFor } from './save.ts';

const FILES = {
  'gru-pytorch': ['gru', 'pytorch'],
  'gru-keras': ['gru', 'keras'],
  'lstm-keras': ['lstm', 'keras'],
} as const;

export const samples = Object.keys(FILES);

/** The bytes of a sample. Both GRUs are one function. */
export function sampleFile(name: string): Uint8Array<ArrayBuffer> {
  const [layer, id] = FILES[name as keyof typeof FILES];
  const home = formOf(layer, 'pytorch');
  const sizes = { X: 3, H: 4 };
  const draw = initializers.torchDefault(sizes.H);
  const weights = Object.entries(home.cell.parameters({ ...sizes, Y: 1 })).map(([symbol, shape]) => [
    symbol,
    { shape, data: draw(shape, random(2014), symbol) },
  ]);
  return fileFor({ layer, home, weights: Object.fromEntries(weights), sizes }, formOf(layer, id));
}
