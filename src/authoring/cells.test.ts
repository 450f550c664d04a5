import { globSync } from 'node:fs';
import { describe, it } from 'vitest';
import { runCell } from './run-cell.ts';

// Every cell that a chapter quotes runs, and prints what is kept beside it.
const cells = globSync('content/**/cells/*.ts').map((file) => file.replaceAll('\\', '/'));

describe('code cells', () => {
  it.concurrent.for(cells)('%s prints what is kept beside it', { timeout: 200_000 }, async (file, { expect }) => {
    const output = `${await runCell(file)}\n`;
    await expect(output).toMatchFileSnapshot(`../../${file.replace(/\.ts$/, '.out')}`);
  });
});
