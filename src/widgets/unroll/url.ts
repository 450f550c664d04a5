/**
 * The stepper's state as address fields and back. Only what differs from the start state is written; what is
 * read is checked field by field, and a link with anything wrong in it is refused whole.
 */
import { decode, encode, type Fields } from '../_shared/url-state.ts';
import { isValid } from './actions.ts';
import { CELLS, type Family, familyOf } from './families.ts';
import { parseText } from './input.ts';
import { derive, gatesOf, inputsOf, scalarCount } from './model.ts';
import { DEPTHS, LIMITS, type Sequence, type UnrollState } from './state.ts';

const VERSION = 1;

export function toUrl(state: UnrollState, start: UnrollState): string {
  const known = fieldsOf(start);
  return encode(VERSION, Object.fromEntries(Object.entries(fieldsOf(state)).filter(([k, v]) => v !== known[k])));
}

function fieldsOf({ sequence, edits, at, sub, ...state }: UnrollState): Fields {
  return {
    c: state.cell,
    ...(sequence.kind === 'numbers' ? { x: sequence.x.join('_'), y: sequence.target.join('_') } : { w: sequence.text }),
    H: String(state.H),
    s: String(state.seed),
    l: state.lossAt,
    e: Object.entries(edits)
      .map(([name, value]) => `${name.replace('[', '!').replace(',', '!').replace(']', '')}!${value}`)
      .join('!!'),
    b: state.backward ? '1' : '0',
    d: state.depth,
    p: sub > 0 ? `${at}_${sub}` : String(at),
    f: state.folded ? '1' : '0',
    g: Object.entries(state.clamp)
      .map(([gate, value]) => `${gate}!${value}`)
      .join('!!'),
  };
}

export type FromUrl =
  | { readonly ok: true; readonly state: UnrollState }
  | { readonly ok: false; readonly reason: 'broken' | 'outdated' };

const BROKEN = { ok: false, reason: 'broken' } as const;

/** A figure draws the cells of one family; a link to another is refused. */
export function fromUrl(text: string, start: UnrollState, family: Family = familyOf(start.cell)): FromUrl {
  const decoded = decode(text, VERSION);
  if (!decoded.ok) return decoded;
  try {
    const state = read({ ...fieldsOf(start), ...onlySequence(decoded.fields), ...decoded.fields });
    return state && familyOf(state.cell) === family ? { ok: true, state } : BROKEN;
  } catch {
    return BROKEN;
  }
}

/** A link that brings a text replaces the start state's numbers, and the other way round. */
const onlySequence = (fields: Fields): Fields => ('w' in fields ? { x: '', y: '' } : 'x' in fields ? { w: '' } : {});

function read(fields: Fields): UnrollState | undefined {
  const known = new Set(['c', 'x', 'y', 'w', 'H', 's', 'l', 'e', 'b', 'd', 'p', 'f', 'g']);
  if (Object.keys(fields).some((key) => !known.has(key))) return undefined;
  const sequence = readSequence(fields);
  const [, at, sub = '0'] = /^(\d+)(?:_(\d+))?$/.exec(fields.p ?? '0') ?? [];
  const edits = readEdits(fields.e ?? '');
  const state = {
    cell: oneOf(CELLS, fields.c),
    sequence,
    H: natural(fields.H ?? ''),
    seed: natural(fields.s ?? ''),
    lossAt: oneOf(['every', 'last'] as const, fields.l),
    edits,
    clamp: readClamp(fields.g ?? ''),
    backward: fields.b === '1',
    depth: oneOf(DEPTHS, fields.d),
    at: natural(at ?? ''),
    sub: natural(sub),
    folded: fields.f === '1',
  };
  if (Object.values(state).some((value) => value === undefined)) return undefined;
  return plausible(state as UnrollState) ? (state as UnrollState) : undefined;
}

function plausible(state: UnrollState): boolean {
  if (!isValid(state) || state.seed > 0xffffffff || (state.depth === 'scalar' && state.H > LIMITS.scalarH))
    return false;
  const inputs = inputsOf({ ...state, edits: {} });
  const names = new Set(Object.keys(inputs).filter((name) => name !== 'x' && name !== 'target'));
  if (Object.keys(state.edits).some((name) => !names.has(name.replace(/\[.*$/, '')))) return false;
  const frame = derive(state);
  if (Object.keys(state.clamp).some((gate) => !gatesOf(frame).includes(gate))) return false;
  const products = state.depth === 'scalar' ? scalarCount(frame, state.at) : 0;
  return state.at <= frame.equations.length && (state.sub === 0 || state.sub < products);
}

function readSequence({ x, y, w }: Fields): Sequence | undefined {
  if (w) {
    const parsed = parseText(w);
    return parsed.ok && parsed.notes.length === 0 ? parsed.sequence : undefined;
  }
  const numbers = (text: string) => text.split('_').map(finite);
  const values = numbers(x ?? '');
  const targets = numbers(y ?? '');
  if ([...values, ...targets].some((v) => v === undefined) || values.length !== targets.length) return undefined;
  return { kind: 'numbers', x: values as number[], target: targets as number[] };
}

function readEdits(text: string): Record<string, number> | undefined {
  if (text === '') return {};
  const entries = text.split('!!').map((part) => {
    const [, name, index, value] = /^(\w+)!(\d+(?:!\d+)?)!([^!]+)$/.exec(part) ?? [];
    return [name && `${name}[${index!.replace('!', ',')}]`, finite(value ?? '')] as const;
  });
  return entries.every(([name, value]) => name !== undefined && value !== undefined)
    ? (Object.fromEntries(entries) as Record<string, number>)
    : undefined;
}

function readClamp(text: string): Record<string, number> | undefined {
  if (text === '') return {};
  const entries = text.split('!!').map((part) => {
    const [, gate, value] = /^([a-z])!([^!]+)$/.exec(part) ?? [];
    return [gate, finite(value ?? '')] as const;
  });
  return entries.every(([gate, value]) => gate !== undefined && value !== undefined && value >= 0 && value <= 1)
    ? (Object.fromEntries(entries) as Record<string, number>)
    : undefined;
}

const natural = (text: string): number | undefined => (/^\d{1,10}$/.test(text) ? Number(text) : undefined);
const finite = (text: string): number | undefined => {
  const value = /^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) && Math.abs(value) <= 1e6 ? value : undefined;
};
const oneOf = <V extends string>(values: readonly V[], text: string | undefined): V | undefined =>
  values.find((value) => value === text);
