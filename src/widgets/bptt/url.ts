/** The figure's state as a part of the page's address, and back; a link with anything wrong in it is refused whole. */
import { decode, encode } from '../_shared/url-state.ts';
import { type BpttState, CELLS, type CellId, isValid } from './state.ts';

const VERSION = 1;

export const toUrl = (state: BpttState): string =>
  encode(VERSION, {
    c: state.cell,
    H: String(state.H),
    s: String(state.seed),
    x: state.x.join('_'),
    y: state.target.join('_'),
    l: state.lossAt,
    ...(Object.keys(state.edits).length > 0 && { e: writeEdits(state.edits) }),
    w: dotted(state.weight),
    n: `${state.window}_${state.stride}`,
    h: state.carry,
    p: `${state.at.t}_${state.at.k}`,
    b: state.isBackwardDone ? '1' : '0',
    r: state.showsRtrl ? '1' : '0',
    a: String(state.rate),
    u: String(state.updates),
    ...(state.before !== undefined && { o: String(state.before) }),
  });

export function fromUrl(text: string): BpttState | 'broken' | 'outdated' {
  const decoded = decode(text, VERSION);
  if (!decoded.ok) return decoded.reason;
  const { c = '', H, s, x, y, l, e, w = '', n, h, p, b = '', r = '', a, u, o, ...unknown } = decoded.fields;
  const [window, stride, ...more] = numbers(n);
  const [t, k, ...others] = numbers(p);
  const state = {
    cell: c as CellId,
    H: number(H),
    seed: number(s),
    x: numbers(x),
    target: numbers(y),
    lossAt: l as BpttState['lossAt'],
    edits: readEdits(e),
    weight: undotted(w),
    window: window ?? Number.NaN,
    stride: stride ?? Number.NaN,
    carry: h as BpttState['carry'],
    at: { t: t ?? Number.NaN, k: k ?? Number.NaN },
    isBackwardDone: b === '1',
    showsRtrl: r === '1',
    rate: number(a),
    updates: number(u),
    ...(o !== undefined && { before: number(o) }),
  };
  const isKnown =
    Object.keys(unknown).length === 0 &&
    [...more, ...others].length === 0 &&
    Object.hasOwn(CELLS, c) &&
    (l === 'every' || l === 'last') &&
    (h === 'carried' || h === 'reset') &&
    [b, r].every((flag) => flag === '0' || flag === '1') &&
    !Number.isNaN(state.before ?? 0);
  return isKnown && isValid(state) ? state : 'broken';
}

/** `W_hh[0,1]` ↔ `W_hh!0!1`: brackets and commas would be escaped in an address. */
const dotted = (name: string): string => name.replace('[', '!').replace(',', '!').replace(']', '');
const undotted = (text: string): string =>
  text.replace(/^(\w+)!(\d+)(?:!(\d+))?$/, (_, name, i, j) => `${name}[${[i, j].filter(Boolean)}]`);

const writeEdits = (edits: BpttState['edits']): string =>
  Object.entries(edits)
    .map(([name, value]) => `${dotted(name)}!${value}`)
    .join('!!');

const readEdits = (text = ''): Record<string, number> =>
  Object.fromEntries(
    text === ''
      ? []
      : text.split('!!').map((part) => {
          const [, name = '', value = ''] = /^(\w+(?:!\d+){1,2})!([^!]+)$/.exec(part) ?? [];
          return [undotted(name), number(value)];
        }),
  );

const number = (text = ''): number => (/^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/.test(text) ? Number(text) : Number.NaN);
const numbers = (text = ''): number[] => text.split('_').map(number);
