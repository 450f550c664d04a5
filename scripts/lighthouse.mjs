// Lighthouse's scores for built pages, mobile settings: `npm run lighthouse -- / /rnn/`. Needs a build.
import { parseArgs } from 'node:util';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { findBrowser, launchArgs } from './browser.mjs';
import { builtBase, serve } from './serve.mjs';

const { positionals } = parseArgs({ allowPositionals: true });
const { server, address } = await serve('dist', { base: builtBase('dist') });
const chrome = await launch({ chromePath: await findBrowser(), chromeFlags: ['--headless', ...launchArgs] });

for (const path of positionals.length ? positionals : ['/']) {
  const url = new URL(path.replace(/^\//, ''), address).href;
  const result = await lighthouse(url, { port: chrome.port, logLevel: 'error' });
  const scores = Object.values(result.lhr.categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`);
  console.log(`${path}: ${scores.join(', ')}`);
}

chrome.kill();
server.close();
