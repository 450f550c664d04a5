import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { docExamples } from './scripts/doc-examples.ts';

export default defineConfig({
  plugins: [docExamples('lib')],
  resolve: { alias: { unrolled: fileURLToPath(new URL('./lib/index.ts', import.meta.url)) } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['{lib,src,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Machines are noisy: a test that hangs must end, a slow one must not fail.
    testTimeout: 60_000,
  },
});
