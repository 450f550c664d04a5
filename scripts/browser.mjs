// Finds a Chromium for Playwright; as a program with `--install`, brings one when there is none.
// Order: $CHROMIUM_PATH, Playwright's own, the system's Chromium or Chrome, `playwright install`, the system's packages.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const isRoot = process.getuid?.() === 0;

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The path of a browser that is there already, or undefined. */
export async function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const { chromium } = await import('@playwright/test');
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [chromium.executablePath(), ...onPath, ...FIXED].find(isExecutable);
}

/** Root has no user-namespace sandbox; the other flags keep the browser from calling home. */
export const launchArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Options for Playwright's `launch`. */
export async function launchOptions() {
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error('No Chromium found. Run: npm run browser');
  return { executablePath, args: launchArgs };
}

async function installBrowser() {
  const playwright = (...args) => run(process.execPath, ['node_modules/@playwright/test/cli.js', ...args, 'chromium']);
  if (playwright('install') && isRoot) playwright('install-deps');
  if ((await findBrowser()) || process.platform !== 'linux') return;
  const apt = (...args) => (isRoot ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]));
  apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium');
}

function run(command, args) {
  console.error(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout: 240_000 }).status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!(await findBrowser()) && process.argv.includes('--install')) await installBrowser();
  const found = await findBrowser();
  console.log(found ?? 'No Chromium found. Run: npm run browser');
  process.exitCode = found ? 0 : 1;
}
