import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtBase, lookUp, serve } from './serve.mjs';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'serve-'));
  mkdirSync(join(root, 'rnn'));
  writeFileSync(join(root, 'index.html'), '<link rel="icon" href="/book/favicon.svg">home');
  writeFileSync(join(root, 'rnn/index.html'), 'rnn');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('lookUp', () => {
  it.each([
    ['/', '/', { file: 'index.html' }],
    ['/', '/rnn/', { file: 'rnn/index.html' }],
    ['/', '/rnn/?a=1', { file: 'rnn/index.html' }],
    ['/book', '/book/rnn/', { file: 'rnn/index.html' }],
    ['/book/', '/book/', { file: 'index.html' }],
  ])('under %s, %s is %o', (base, url, { file }) =>
    expect(lookUp(root, base, url)).toEqual({ file: join(root, file) }),
  );

  it('redirects to a folder’s own address', () => {
    expect(lookUp(root, '/', '/rnn')).toEqual({ redirect: '/rnn/' });
    expect(lookUp(root, '/book', '/book')).toEqual({ redirect: '/book/' });
  });

  it.each(['/nothing', '/book', '/../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/%'])('finds nothing at %s', (url) => {
    expect(lookUp(root, '/', url)).toEqual({});
  });

  it('finds nothing outside the base path', () => expect(lookUp(root, '/book', '/rnn/')).toEqual({}));
});

describe('serve', () => {
  it('takes another port when its own is taken', async () => {
    const first = await serve(root);
    const port = Number(new URL(first.address).port);
    const second = await serve(root, { port, fallback: true });
    expect(second.address).not.toBe(first.address);
    expect(await (await fetch(second.address)).text()).toContain('home');
    await expect(serve(root, { port })).rejects.toThrow('EADDRINUSE');
    first.server.close();
    second.server.close();
  });
});

describe('builtBase', () => {
  it('reads the base path off the pages', () => expect(builtBase(root)).toBe('/book/'));
});
