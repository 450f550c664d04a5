// Fails when a page loads more script before any interaction than the budget allows.
import { BUDGET_KB, pageSizes } from './budget.mjs';

const pages = pageSizes(process.argv[2] ?? 'dist').sort((a, b) => b.kb - a.kb);
const heavy = pages.filter(({ kb }) => kb > BUDGET_KB);
for (const { url, kb } of heavy) console.error(`${url}: ${kb.toFixed(1)} KB of script, compressed`);
console.log(
  `${pages.length} pages, heaviest ${pages[0]?.url} with ${pages[0]?.kb.toFixed(1)} KB of ${BUDGET_KB}; ${heavy.length} over`,
);
process.exitCode = heavy.length ? 1 : 0;
