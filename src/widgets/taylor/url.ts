/** The explorer's state as a part of the page's address, and back; a link with anything wrong in it is refused whole. */
import { decode, encode } from '../_shared/url-state.ts';
import { isValid, type TaylorState } from './state.ts';

const VERSION = 1;

export const toUrl = ({ text, at, order, x, span }: TaylorState): string =>
  encode(VERSION, { f: text, a: String(at), n: String(order), x: String(x), s: String(span) });

export function fromUrl(link: string): TaylorState | 'broken' | 'outdated' {
  const decoded = decode(link, VERSION);
  if (!decoded.ok) return decoded.reason;
  const { f = '', a, n, x, s, ...unknown } = decoded.fields;
  const state = { text: f, at: number(a), order: number(n), x: number(x), span: number(s) };
  return Object.keys(unknown).length === 0 && isValid(state) ? state : 'broken';
}

const number = (text = ''): number => (/^-?\d+(\.\d+)?(e-\d+)?$/.test(text) ? Number(text) : Number.NaN);
