import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { policy, withPolicy } from './csp.mjs';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('policy', () => {
  it('allows each inline script by its hash, once', () => {
    const html = '<html><head><script>a()</script><script type="module">b()</script><script>a()</script></head></html>';
    expect(policy(html)).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash('a()')} ${hash('b()')};`);
  });

  it('needs no hash for files, data and script tags inside attributes', () => {
    const html =
      '<html><head><script src="/a.js"></script><script type="application/ld+json">{}</script></head>' +
      '<body><p title="<script>x()</script>"></p></body></html>';
    expect(policy(html)).toContain("script-src 'self' 'wasm-unsafe-eval';");
  });

  it('never allows eval or scripts at large', () => {
    expect(policy('<html></html>')).not.toMatch(/(?<!wasm-)unsafe-eval|script-src[^;]*unsafe-inline|\*/);
  });
});

describe('withPolicy', () => {
  it('puts the policy ahead of everything but the charset', () => {
    const html = withPolicy('<html><head><meta charset="utf-8"/><link rel="icon" href="/x"></head></html>');
    expect(html).toMatch(/^<html><head><meta charset="utf-8"\/><meta http-equiv="Content-Security-Policy" /);
  });

  it('refuses a page without a head', () => {
    expect(() => withPolicy('<p>x</p>')).toThrow('without <head>');
  });
});
