import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cells, layers, lossList, optimizers, penalties, tasks } from './index.ts';

const bibliography = readFileSync(new URL('../content/references.bib', import.meta.url), 'utf8');

it.each(Object.entries({ cells, layers, losses: lossList, optimizers, penalties, tasks: tasks.tasks }))(
  'the papers that %s follow are in the bibliography',
  (_, list: readonly { readonly name: string; readonly paper?: string }[]) => {
    for (const { name, paper } of list)
      if (paper !== undefined) expect(bibliography, name).toMatch(new RegExp(`^@\\w+\\{${paper},$`, 'm'));
  },
);
