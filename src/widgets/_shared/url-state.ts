/**
 * A widget's state in the page's address: `?unroll=1~H.2~x.1_0`. Short, versioned, and readable in a pinch.
 * Knows the address bar and the notation of fields; what the fields mean is the widget's affair.
 */

/** Fields of a state as short strings. */
export type Fields = Readonly<Record<string, string>>;

export type Decoded =
  | { readonly ok: true; readonly fields: Fields }
  | { readonly ok: false; readonly reason: 'broken' | 'outdated' };

/** `1~H.2~t.hello`: characters that have a meaning here or in an address are written as `*` and their code. */
export const encode = (version: number, fields: Fields): string =>
  [String(version), ...Object.entries(fields).map(([key, value]) => `${key}.${shield(value)}`)].join('~');

export function decode(text: string, version: number): Decoded {
  const [head, ...parts] = text.split('~');
  if (!/^\d+$/.test(head ?? '')) return { ok: false, reason: 'broken' };
  if (Number(head) !== version) return { ok: false, reason: 'outdated' };
  const fields: Record<string, string> = {};
  for (const part of parts) {
    const dot = part.indexOf('.');
    const value = dot > 0 ? unshield(part.slice(dot + 1)) : undefined;
    if (value === undefined) return { ok: false, reason: 'broken' };
    fields[part.slice(0, dot)] = value;
  }
  return { ok: true, fields };
}

const shield = (value: string): string =>
  encodeURIComponent(value)
    .replace(/[~*'()]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%', '*');

function unshield(value: string): string | undefined {
  try {
    return decodeURIComponent(value.replaceAll('*', '%'));
  } catch {
    return undefined;
  }
}

/** Reads a widget's part of the address; undefined when there is none. */
export const readAddress = (key: string): string | undefined =>
  new URLSearchParams(location.search).get(key) ?? undefined;

/** The address with a widget's part replaced (or removed), everything else as it is. */
export function addressWith(key: string, value: string | undefined): URL {
  const url = new URL(location.href);
  const others = [...url.searchParams]
    .filter(([name]) => name !== key)
    .map(([name, kept]) => `${encodeURIComponent(name)}=${encodeURIComponent(kept)}`);
  const all = value === undefined ? others : [...others, `${key}=${value}`];
  url.search = all.length > 0 ? `?${all.join('&')}` : '';
  return url;
}

/** Longest address that is offered as a link; a state that needs more is offered as a file. */
export const LINK_LIMIT = 2000;
