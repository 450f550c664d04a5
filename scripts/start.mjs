// `npm start`: install if needed, build, serve, print the address. Begins with nothing but Node 20 and npm.
import { spawnSync } from 'node:child_process';
import { install } from './install.mjs';
import { serve } from './serve.mjs';

if (!install()) process.exit(1);

// Through npm, which puts the project's own Node ahead of the machine's: Astro needs a later one than Node 20.
const build = spawnSync('npm', ['run', '--silent', 'build'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  shell: process.platform === 'win32',
});
if (build.status !== 0) process.exit(build.status ?? 1);

const { address } = await serve('dist', {
  port: Number(process.env.PORT ?? 4321),
  base: process.env.BASE_PATH || '/',
  fallback: true,
});
console.log(`\nUnrolled is at ${address} — stop with Ctrl-C`);
