import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './scripts/browser.mjs';

/** A port that was free a moment ago. Workers load this file again: the environment tells them what was chosen. */
async function freePort(name: string): Promise<number> {
  const port = await new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
  process.env[name] ??= String(port);
  return Number(process.env[name]);
}

const port = await freePort('E2E_PORT');
const basePort = await freePort('E2E_BASE_PORT');

const server = (folder: string, at: number, path: string) => ({
  command: `node scripts/serve.mjs ${folder} --port ${at}`,
  url: `http://localhost:${at}${path}`,
  reuseExistingServer: false,
});

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    screenshot: 'only-on-failure',
    launchOptions: await launchOptions(),
  },
  projects: [{ name: 'desktop', use: { ...devices['Desktop Chrome'] } }],
  webServer: [
    // Where the build was told to write.
    server(process.env.OUT_DIR ?? 'dist', port, '/'),
    // The same site built to live under a path; absent when only `npm run build` was run.
    ...(existsSync('dist-base') ? [server('dist-base', basePort, '/book/')] : []),
  ],
});
