// `npm test`: every check, in order, with a summary; `--quick` (npm run ok): the ones that need no build. Begins with
// nothing but Node 20 and npm. Its last line reads `N passed, N failed`.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { install } from './install.mjs';
import { runScript } from './run-script.mjs';

const UNIT = 'test-results/unit.json';
const E2E = 'test-results/e2e.json';
const BASE = { BASE_PATH: '/book', OUT_DIR: 'dist-base' };

/** `script` is an npm script (default: the name), `minutes` its time limit, `count` reads how many tests it ran. */
const CHECKS = [
  { name: 'lock' },
  { name: 'lint', quick: true },
  { name: 'types', quick: true },
  { name: 'layers', quick: true },
  {
    name: 'unit',
    quick: true,
    minutes: 10,
    args: ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`],
    count: () => counts(UNIT, ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests]),
  },
  { name: 'build' },
  { name: 'build under a path', script: 'build', env: BASE },
  { name: 'links', args: [BASE.OUT_DIR], needs: ['build', 'build under a path'] },
  { name: 'budget', needs: ['build'] },
  { name: 'browser', minutes: 10 },
  {
    name: 'e2e',
    minutes: 30,
    needs: ['build', 'build under a path', 'browser'],
    count: () => counts(E2E, ({ stats }) => [stats.expected, stats.unexpected + stats.flaky]),
  },
];

function counts(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [0, 0];
  }
}

function check({ name, script = name, args = [], env = {}, minutes = 5, needs = [], count }, failed) {
  const missing = needs.filter((other) => failed.has(other));
  if (missing.length) return { passed: 0, failed: 1, note: `skipped, needs ${missing.join(' and ')}` };
  return runScript(script, { args, env, seconds: minutes * 60 }).then(({ ok, output, note }) => {
    const [passes, failures] = count?.() ?? [Number(ok), 0];
    // A run that ends badly has failed, even when no single test did.
    return { passed: passes, failed: ok ? failures : Math.max(failures, 1), note, output };
  });
}

async function main(checks) {
  const started = performance.now();
  const failed = new Set();
  const total = { passed: 0, failed: 0 };
  rmSync('test-results', { recursive: true, force: true });
  mkdirSync('test-results');
  for (const item of checks) {
    const from = performance.now();
    const result = await check(item, failed);
    total.passed += result.passed;
    total.failed += result.failed;
    if (result.failed) failed.add(item.name);
    const facts = [seconds(from), item.count && `${result.passed} tests passed`, result.note]
      .filter(Boolean)
      .join(', ');
    console.log(`${result.failed ? '✗' : '✓'} ${item.name} (${facts})`);
    if (result.failed && result.output) console.log(`${indent(result.output)}\n`);
  }
  console.log(failed.size ? `\nFailed: ${[...failed].join(', ')}` : '\nAll checks passed');
  console.log(`Took ${seconds(started)}`);
  return total;
}

const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;
const indent = (text) => text.trim().split('\n').slice(-400).join('\n').replaceAll(/^/gm, '    ');

const quick = process.argv.includes('--quick');
const total = install() ? await main(CHECKS.filter((item) => !quick || item.quick)) : { passed: 0, failed: 1 };
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
