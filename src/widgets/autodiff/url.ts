/** The figure's state as a part of the page's address, and back; a link with anything wrong in it is refused whole. */
import { decode, encode } from '../_shared/url-state.ts';
import { endOf } from './actions.ts';
import { type AutodiffState, wrongWith } from './state.ts';

const VERSION = 1;

export const toUrl = ({ text, values, at, mode, along, view, isChecked }: AutodiffState): string =>
  encode(VERSION, {
    f: text,
    v: Object.entries(values)
      .map(([name, list]) => `${name}:${list.join(',')}`)
      .join(';'),
    at: String(at),
    m: mode,
    k: String(along),
    w: view,
    c: isChecked ? '1' : '0',
  });

export function fromUrl(link: string): AutodiffState | 'broken' | 'outdated' {
  const decoded = decode(link, VERSION);
  if (!decoded.ok) return decoded.reason;
  const { f = '', v = '', at, m, k, w, c, ...unknown } = decoded.fields;
  if (Object.keys(unknown).length > 0) return 'broken';
  if ((m !== 'reverse' && m !== 'forward') || (w !== 'tensor' && w !== 'scalar') || (c !== '0' && c !== '1'))
    return 'broken';
  const values = Object.fromEntries(v.split(';').map(readEntry));
  const state: AutodiffState = {
    text: f,
    values,
    at: whole(at),
    mode: m,
    along: whole(k),
    view: w,
    isChecked: c === '1',
  };
  return wrongWith(state) === undefined && state.at <= endOf(state) ? state : 'broken';
}

function readEntry(entry: string): [string, number[]] {
  const [name = '', list = ''] = entry.split(':');
  return [name, list.split(',').map((text) => (/^-?\d+(\.\d+)?(e[-+]?\d+)?$/.test(text) ? Number(text) : Number.NaN))];
}

const whole = (text = ''): number => (/^\d{1,5}$/.test(text) ? Number(text) : Number.NaN);
