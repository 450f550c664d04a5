import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCell } from './run-cell.ts';

const folder = mkdtempSync(join(tmpdir(), 'cells-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cell = (code: string): Promise<string> => {
  const path = join(folder, `${code.length}.mts`);
  writeFileSync(path, code);
  return runCell(path);
};

describe('runCell', () => {
  it('gives what the cell prints', async () => {
    expect(await cell("console.log('a');\nconsole.log(1 + 1);")).toBe('a\n2');
  });

  it('fails with the message of a cell that fails', async () => {
    await expect(cell("throw new Error('no such gate')")).rejects.toThrow('no such gate');
  });
});
