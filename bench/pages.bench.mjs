// Script per page, compressed, before any interaction — measured on `dist`; build first.
import { existsSync } from 'node:fs';
import { BUDGET_KB, pageSizes } from '../scripts/budget.mjs';

if (existsSync('dist')) {
  for (const { url, kb, files } of pageSizes('dist'))
    console.log(`${kb.toFixed(1).padStart(7)} KB  ${String(files).padStart(3)} files  ${url}`);
  console.log(`Budget: ${BUDGET_KB} KB`);
} else console.log('No dist: run `npm run build` first');
