import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pageSizes, staticImports } from './budget.mjs';

it('staticImports names what a module always loads, not what it may load', () => {
  const code = `import a from './a.js'; import './b.js'; export * from './c.js'; const d = import('./d.js'); import 'e';`;
  expect(staticImports(code)).toEqual(['./a.js', './b.js', './c.js']);
});

it('pageSizes counts scripts, islands and their imports once each', () => {
  const root = mkdtempSync(join(tmpdir(), 'budget-'));
  mkdirSync(join(root, '_astro'));
  const files = { 'a.js': "import './shared.js'", 'island.js': "import './shared.js'", 'shared.js': '', 'late.js': '' };
  for (const [name, code] of Object.entries(files)) writeFileSync(join(root, '_astro', name), code);
  const html =
    '<html><head><link rel="icon" href="/favicon.svg"><script type="module" src="/_astro/a.js"></script></head>' +
    '<body><astro-island component-url="/_astro/island.js"></astro-island><script>inline()</script></body></html>';
  writeFileSync(join(root, 'index.html'), html);
  const [page] = pageSizes(root);
  expect(page).toMatchObject({ url: '/', files: 3 });
  expect(page!.kb).toBeGreaterThan(0);
  rmSync(root, { recursive: true, force: true });
});
