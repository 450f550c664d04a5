// Runs every bench/*.bench.mjs or .ts, one after the other. Numbers are for this machine and this moment; each bench says
// what it measured and how.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { cpus } from 'node:os';

const wanted = process.argv.slice(2);
const files = globSync('bench/*.bench.{mjs,ts}')
  .sort()
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.includes(name)));

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
for (const file of files) {
  console.log(`\n# ${file}`);
  const { status } = spawnSync(process.execPath, [file], { stdio: ['ignore', 'inherit', 'inherit'], timeout: 600_000 });
  if (status !== 0) process.exitCode = 1;
}
if (files.length === 0) console.log('No bench of that name');
