/** The map's state as address fields and back. Only what differs from the start is written; a link with anything wrong in it is refused whole. */
import { decode, encode, type Fields } from '../_shared/url-state.ts';
import { isValid, START, type VanishingState } from './state.ts';

const VERSION = 1;

const flag = (value: boolean): string => (value ? '1' : '0');

const fieldsOf = (state: VanishingState): Fields => ({
  a: state.activation,
  i: state.scheme,
  r: state.radius === undefined ? 'drawn' : String(state.radius),
  W: state.W.map((row) => row.join('_')).join('!'),
  H: String(state.H),
  T: String(state.T),
  s: String(state.seed),
  h: String(state.h_0),
  n: state.input,
  x: state.x.join('_'),
  e: flag(state.isTied),
  l: String(state.layers),
  y: flag(state.hasLayerNorm),
  g: flag(state.hasGated),
  b: state.bias,
  m: state.measure,
  c: state.cell,
  p: `${state.t}_${state.k}`,
});

export function toUrl(state: VanishingState): string {
  const known = fieldsOf(START);
  return encode(VERSION, Object.fromEntries(Object.entries(fieldsOf(state)).filter(([key, v]) => v !== known[key])));
}

export function fromUrl(text: string): VanishingState | undefined {
  const decoded = decode(text, VERSION);
  if (!decoded.ok) return undefined;
  const known = fieldsOf(START);
  if (Object.keys(decoded.fields).some((key) => !(key in known))) return undefined;
  const state = read({ ...known, ...decoded.fields });
  return isValid(state) ? state : undefined;
}

/** What cannot be read becomes NaN or an unknown word, which no valid state has. */
function read(fields: Fields): VanishingState {
  const [t, k, ...more] = fields.p!.split('_').map(number);
  return {
    activation: fields.a as VanishingState['activation'],
    scheme: fields.i as VanishingState['scheme'],
    radius: fields.r === 'drawn' ? undefined : number(fields.r!),
    W: fields.W === '' ? [] : fields.W!.split('!').map(numbers),
    H: number(fields.H!),
    T: number(fields.T!),
    seed: number(fields.s!),
    h_0: number(fields.h!),
    input: fields.n as VanishingState['input'],
    x: fields.x === '' ? [] : numbers(fields.x!),
    isTied: fields.e !== '0',
    layers: number(fields.l!),
    hasLayerNorm: fields.y === '1',
    hasGated: fields.g === '1',
    bias: fields.b as VanishingState['bias'],
    measure: fields.m as VanishingState['measure'],
    cell: fields.c as VanishingState['cell'],
    t: more.length > 0 ? Number.NaN : t!,
    k: k ?? Number.NaN,
  };
}

const number = (text: string): number => (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN);
const numbers = (text: string): number[] => text.split('_').map(number);
