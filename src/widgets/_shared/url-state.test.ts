import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressWith, decode, encode, LINK_LIMIT, readAddress } from './url-state.ts';

const fields = fc.dictionary(fc.stringMatching(/^[A-Za-z]{1,3}$/), fc.string({ unit: 'binary' }));
const nasty = '~.*!\'()%&=+#?_- \n"<>é😀/\\';

describe('fields', () => {
  it('are written short, and only what has a meaning in an address is escaped', () => {
    expect(encode(1, { H: '2', x: '1_0_-1' })).toBe('1~H.2~x.1_0_-1');
    expect(encode(1, { w: 'a~b c' })).toBe('1~w.a*7Eb*20c');
    expect(encode(3, {})).toBe('3');
  });

  it('come back as they were, whatever is in them', () => {
    fc.assert(
      fc.property(fields, fc.nat(), (all, version) => {
        expect(decode(encode(version, all), version)).toEqual({ ok: true, fields: { ...all } });
      }),
    );
    expect(decode(encode(1, { w: nasty }), 1)).toEqual({ ok: true, fields: { w: nasty } });
  });

  it('survive the query of an address as they are: nothing in them needs another escape', () => {
    fc.assert(
      fc.property(fields, (all) => {
        const text = encode(1, all);
        expect(text).toMatch(/^[\w.~*!-]*$/);
        expect(new URL(`https://site.example/?k=${text}`).searchParams.get('k')).toBe(text);
      }),
    );
  });

  it('of another version are outdated; what cannot be read is broken; nothing throws', () => {
    expect(decode('2~H.1', 1)).toEqual({ ok: false, reason: 'outdated' });
    for (const text of ['', 'x', '~', '1~H', '1~.2', '1~w.*', '1~w.*C3*28', '-1~H.1', '1.0~H.1'])
      expect(decode(text, 1), text).toEqual({ ok: false, reason: 'broken' });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const each of [text, `1~${text}`, `1~w.${text}`]) expect(decode(each, 1)).toHaveProperty('ok');
      }),
    );
  });
});

describe('the address', () => {
  beforeEach(() => vi.stubGlobal('location', new URL('https://site.example/rnn/?a=1%262&unroll=1~H.3&b=x+y#fig')));
  afterEach(() => vi.unstubAllGlobals());

  it('holds a part for each widget', () => {
    expect(readAddress('unroll')).toBe('1~H.3');
    expect(readAddress('other')).toBeUndefined();
  });

  it('keeps everything else when a part is replaced or removed', () => {
    const replaced = addressWith('unroll', '1~H.5');
    expect(replaced.href).toBe('https://site.example/rnn/?a=1%262&b=x%20y&unroll=1~H.5#fig');
    expect(addressWith('unroll', undefined).search).toBe('?a=1%262&b=x%20y');
    vi.stubGlobal('location', new URL('https://site.example/?unroll=1'));
    expect(addressWith('unroll', undefined).href).toBe('https://site.example/');
  });

  it('is offered as a link up to two thousand characters', () => {
    expect(LINK_LIMIT).toBe(2000);
  });
});
