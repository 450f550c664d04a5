/** The figure's state as address fields and back. Only what differs from the start is written; a link with anything wrong in it is refused whole. */
import { decode, encode, type Fields } from '../_shared/url-state.ts';
import type { FormId } from './forms.ts';
import { type ConventionsState, isValid, START } from './state.ts';

const VERSION = 1;

const fieldsOf = (state: ConventionsState): Fields => ({
  l: state.layer,
  o: state.home,
  c: state.carry,
  H: String(state.H),
  s: String(state.seed),
  x: state.x.join('_'),
  b: state.hasSecondBias ? '1' : '0',
  d: state.isDiagonal ? '1' : '0',
  u: String(state.unit),
  p: state.pair.join('_'),
});

export function toUrl(state: ConventionsState): string {
  const known = fieldsOf(START);
  return encode(VERSION, Object.fromEntries(Object.entries(fieldsOf(state)).filter(([key, v]) => v !== known[key])));
}

export function fromUrl(text: string): ConventionsState | 'broken' | 'outdated' {
  const decoded = decode(text, VERSION);
  if (!decoded.ok) return decoded.reason;
  const known = fieldsOf(START);
  if (Object.keys(decoded.fields).some((key) => !(key in known))) return 'broken';
  const fields = { ...known, ...decoded.fields };
  const state = read(fields);
  // Only what is written as it would be written here: no second spelling of a state.
  return isValid(state) && Object.entries(fieldsOf(state)).every(([key, v]) => v === fields[key]) ? state : 'broken';
}

/** What cannot be read becomes NaN or an unknown word, which no valid state has. */
function read(fields: Fields): ConventionsState {
  return {
    layer: fields.l as ConventionsState['layer'],
    home: fields.o as FormId,
    carry: fields.c as ConventionsState['carry'],
    H: Number(fields.H),
    seed: Number(fields.s),
    x: fields.x!.split('_').map(Number),
    hasSecondBias: fields.b === '1',
    isDiagonal: fields.d === '1',
    unit: Number(fields.u),
    pair: fields.p!.split('_') as unknown as ConventionsState['pair'],
  };
}
