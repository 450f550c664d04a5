// A static server for a built site, on loopback only: `node scripts/serve.mjs dist --port 4321 --base /book`.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** What a static host would answer: a file, a redirect to a folder's address, or 404. */
export function lookUp(root, base, url) {
  const prefix = base.replace(/\/$/, '');
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return {};
  }
  if (path !== prefix && !path.startsWith(`${prefix}/`)) return {};
  const file = resolve(join(root, path.slice(prefix.length)));
  if (file !== root && !file.startsWith(root + sep)) return {};
  if (!existsSync(file)) return {};
  if (statSync(file).isFile()) return { file };
  if (!path.endsWith('/')) return { redirect: `${path}/` };
  const index = join(file, 'index.html');
  return existsSync(index) ? { file: index } : {};
}

/** Listens on the port wanted, or on any other free one when `fallback` is set; resolves to the server and its address. */
export async function serve(folder, { port = 0, base = '/', fallback = false } = {}) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    const { file, redirect } = lookUp(root, base, request.url ?? '/');
    if (redirect) response.writeHead(301, { location: redirect }).end();
    else if (file) send(request, response, 200, file);
    else if (existsSync(join(root, '404.html'))) send(request, response, 404, join(root, '404.html'));
    else response.writeHead(404).end('Not found');
  });
  await listen(server, port).catch((error) => {
    if (!fallback || error.code !== 'EADDRINUSE') throw error;
    return listen(server, 0);
  });
  return { server, address: `http://localhost:${server.address().port}${base.replace(/\/?$/, '/')}` };
}

function send(request, response, status, file) {
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const headers = { 'content-type': type, vary: 'accept-encoding' };
  const encoding = /^text|json|svg|xml/.test(type) && encodingFor(request.headers['accept-encoding'] ?? '');
  response.writeHead(status, encoding ? { ...headers, 'content-encoding': encoding } : headers);
  const content = createReadStream(file);
  (encoding ? content.pipe(ENCODERS[encoding]()) : content).pipe(response);
}

/** As static hosts do: Brotli at a middling quality for browsers that know it, else gzip. */
const ENCODERS = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: () => createGzip(),
};

const encodingFor = (accepted) => Object.keys(ENCODERS).find((name) => new RegExp(`\\b${name}\\b`).test(accepted));

const listen = (server, port) =>
  new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      done();
    });
  });

/** The base path a site was built for, as its own pages tell it. */
export function builtBase(folder) {
  const home = readFileSync(join(folder, 'index.html'), 'utf8');
  return /href="([^"]*)favicon\.svg"/.exec(home)?.[1] ?? '/';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string', default: '4321' }, base: { type: 'string' } },
  });
  const folder = positionals[0] ?? 'dist';
  const { address } = await serve(folder, { port: Number(values.port), base: values.base ?? builtBase(folder) });
  console.log(`Serving ${folder} at ${address}`);
}
