/** The figure's state as address fields and back. Only what differs from the start is written; a link with anything wrong in it is refused whole. */
import { decode, encode, type Fields } from '../_shared/url-state.ts';
import { type BreakState, isValid, START } from './state.ts';

const VERSION = 1;

const fieldsOf = ({ bug, seed, H, T, layers, pass, name, at, guess, isShown }: BreakState): Fields => ({
  b: bug,
  s: String(seed),
  n: [H, T, layers, pass].join('_'),
  p: `${name}!${at}`,
  g: guess ?? '',
  a: isShown ? '1' : '0',
});

export function toUrl(state: BreakState): string {
  const known = fieldsOf(START);
  return encode(VERSION, Object.fromEntries(Object.entries(fieldsOf(state)).filter(([key, v]) => v !== known[key])));
}

export function fromUrl(text: string): BreakState | 'broken' | 'outdated' {
  const decoded = decode(text, VERSION);
  if (!decoded.ok) return decoded.reason;
  const known = fieldsOf(START);
  if (Object.keys(decoded.fields).some((key) => !(key in known))) return 'broken';
  const state = read({ ...known, ...decoded.fields });
  return isValid(state) ? state : 'broken';
}

/** What cannot be read becomes NaN or an unknown word, which no valid state has. */
function read({ b, s, n, p, g, a }: Fields): BreakState {
  const [H, T, layers, pass, ...more] = n!.split('_').map(number) as [number, number, number, number];
  const [name, at, ...rest] = p!.split('!');
  return {
    bug: b as BreakState['bug'],
    seed: number(s!),
    H,
    T,
    layers,
    pass: more.length > 0 ? Number.NaN : pass,
    name: rest.length > 0 ? '' : name!,
    at: number(at ?? ''),
    guess: g === '' ? undefined : (g as NonNullable<BreakState['guess']>),
    isShown: a === '1',
  };
}

const number = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN);
