// Brings node_modules in line with the lock. Runs before anything is installed: Node's own modules only, Node 20 or later.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/** npm keeps what it installed in a lock of its own; packages for other platforms are rightly absent from it. */
export function isInstalled() {
  const wanted = read('package-lock.json');
  const installed = read('node_modules/.package-lock.json');
  if (!wanted || !installed) return false;
  return Object.entries(wanted.packages).every(
    ([path, { version, optional }]) => path === '' || optional || installed.packages[path]?.version === version,
  );
}

export function install() {
  if (isInstalled()) return true;
  console.log('Installing from package-lock.json …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    timeout: 600_000,
  });
  return status === 0;
}
