/** The explorer's state as a part of the page's address, and back; a link with anything wrong in it is refused whole. */
import { decode, encode } from '../_shared/url-state.ts';
import { type ActivationsState, isValid } from './state.ts';

const VERSION = 1;

export const toUrl = ({ f, g, view, x, span, threshold, bend, layers, weight, logits }: ActivationsState): string =>
  encode(VERSION, {
    ...{ f, g, v: view, x: String(x), s: String(span), t: String(threshold), b: bend ? '1' : '0' },
    ...{ n: String(layers), w: String(weight), z: logits.join('_') },
  });

export function fromUrl(link: string): ActivationsState | 'broken' | 'outdated' {
  const decoded = decode(link, VERSION);
  if (!decoded.ok) return decoded.reason;
  const { f = '', g, v, x, s, t, b, n, w, z = '', ...unknown } = decoded.fields;
  if (g === undefined || (v !== 'curves' && v !== 'repeated') || (b !== '0' && b !== '1')) return 'broken';
  const state: ActivationsState = {
    ...{ f, g, view: v, x: number(x), span: number(s), threshold: number(t), bend: b === '1' },
    ...{ layers: number(n), weight: number(w), logits: z.split('_').map(number) },
  };
  return Object.keys(unknown).length === 0 && isValid(state) ? state : 'broken';
}

const number = (text = ''): number => (/^-?\d+(\.\d+)?(e-\d+)?$/.test(text) ? Number(text) : Number.NaN);
