// Takes pictures of built pages, phone and desktop, light and dark: `npm run shots -- /rnn/ --out /tmp/shots`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { launchOptions } from './browser.mjs';
import { scrollThrough } from './scroll-through.mjs';
import { builtBase, serve } from './serve.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'test-results/shots' },
    from: { type: 'string', default: 'dist' },
    width: { type: 'string', multiple: true, default: ['1280', '390'] },
    theme: { type: 'string', multiple: true, default: ['light', 'dark'] },
    print: { type: 'boolean', default: false },
  },
});

const { server, address } = await serve(values.from, { base: builtBase(values.from) });
const browser = await chromium.launch(await launchOptions());
mkdirSync(values.out, { recursive: true });

for (const path of positionals.length ? positionals : ['/'])
  for (const width of values.width.map(Number))
    for (const colorScheme of values.theme) {
      const name = `${path.replaceAll(/^\/|\/$/g, '').replaceAll('/', '-') || 'index'}-${width}-${colorScheme}.png`;
      await shoot(new URL(path.replace(/^\//, ''), address).href, join(values.out, name), { width, colorScheme });
      console.log(join(values.out, name));
    }

await browser.close();
server.close();

async function shoot(url, path, { width, colorScheme }) {
  const viewport = { width, height: width < 600 ? 800 : 900 };
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce', deviceScaleFactor: 1.5 });
  if (values.print) await page.emulateMedia({ media: 'print' });
  await page.goto(url, { waitUntil: 'networkidle' });
  await scrollThrough(page);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path, fullPage: true });
  await page.close();
}
