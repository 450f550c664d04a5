import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// Each line of a file below is one import; those in `forbidden` must be refused, those in `allowed` must pass.
const CASES = [
  {
    file: 'lib/cells/x.ts',
    allowed: ['./y.ts', '../ops.ts'],
    forbidden: ['preact', '@preact/signals', 'node:fs', 'unrolled', '../../src/tex.ts', '../../src/widgets/a/model.ts'],
  },
  {
    file: 'lib/x.test.ts',
    allowed: ['vitest', 'fast-check', 'node:fs', './x.ts'],
    forbidden: ['preact', '../src/tex.ts'],
  },
  { file: 'lib/fixtures/make.ts', allowed: ['node:fs', '../index.ts'], forbidden: [] },
  {
    file: 'src/components/X.astro',
    allowed: ['../pages.ts', '@astrojs/starlight/components/Footer.astro'],
    forbidden: ['unrolled', '../../lib/index.ts', '../widgets/a/View.tsx'],
  },
  { file: 'src/layouts/x.ts', allowed: ['astro:content'], forbidden: ['unrolled', '../../lib/ops.ts'] },
  {
    file: 'src/widgets/a/model.ts',
    allowed: ['unrolled', '../_shared/b.ts'],
    forbidden: ['../../../content/06-rnn.mdx', '../../../e2e/site/site.ts'],
  },
  { file: 'e2e/a.spec.ts', allowed: ['@playwright/test', '../lib/index.ts'], forbidden: ['../src/tex.ts'] },
];

const source = (file: string, imports: string[]) => {
  const code = imports.map((name, i) => `import { a${i} } from '${name}';`).join('\n');
  return file.endsWith('.astro') ? `---\n${code}\n---\n` : `${code}\n`;
};

let folder: string;
let report: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'layers-'));
  cpSync('biome.json', join(folder, 'biome.json'));
  for (const { file, allowed, forbidden } of CASES) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), source(file, [...forbidden, ...allowed]));
  }
  const biome = join(process.cwd(), 'node_modules/@biomejs/biome/bin/biome');
  const options = ['lint', '--only=style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none'];
  report = spawnSync(process.execPath, [biome, ...options, '.'], { cwd: folder, encoding: 'utf8' }).stdout;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the layer rules of biome.json', () => {
  it.each(CASES)('refuse the forbidden imports of $file, and only those', ({ file, forbidden }) => {
    const refused = [...report.matchAll(/file=([^,]+),line=(\d+)/g)]
      .filter(([, path]) => path?.endsWith(file))
      .map(([, , line]) => Number(line) - (file.endsWith('.astro') ? 2 : 1));
    expect(refused).toEqual(forbidden.map((_, i) => i));
  });
});
