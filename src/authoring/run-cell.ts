/**
 * Code cells, really run when the site is built: each is a program of its own, run by Node, and the page shows what it
 * prints. Results are kept by the hash of the cell and of the whole library.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './files.ts';

const CACHE = join(ROOT, 'node_modules/.cache/unrolled-cells');
const SECONDS = 180;

const running = new Map<string, Promise<string>>();

/** What the cell in `path` prints, from the cache if nothing has changed since it ran. */
export function outputOf(path: string): Promise<string> {
  const key = hashOf(path);
  if (!running.has(key))
    running.set(
      key,
      cached(key, () => runCell(path)),
    );
  return running.get(key)!;
}

async function cached(key: string, compute: () => Promise<string>): Promise<string> {
  const file = join(CACHE, `${key}.txt`);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const output = await compute();
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(file, output);
    return output;
  }
}

/** Runs the cell; its error, if it ends in one, is what the build then says. */
export async function runCell(path: string): Promise<string> {
  const options = {
    cwd: ROOT,
    timeout: SECONDS * 1000,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [path], options);
    return stdout.trimEnd();
  } catch (error) {
    const { stderr, killed } = error as { stderr?: string; killed?: boolean };
    throw new Error(`${path} ${killed ? `did not end within ${SECONDS} s` : `fails:\n${stderr ?? error}`}`);
  }
}

function hashOf(path: string): string {
  const files = globSync('lib/**/*.ts', { cwd: ROOT }).filter((file) => !file.endsWith('.test.ts'));
  const hash = createHash('sha256').update(process.version);
  for (const file of [path, ...files.sort()]) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 32);
}
