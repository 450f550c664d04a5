// Is package-lock.json fit to install from anywhere? It must name no registry, and must hold every platform's optional
// packages: npm leaves out those its registry lacks, and then `npm ci` refuses on all platforms.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** Node's own lookup: from the package's folder outwards. */
function isLocked(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (!at) return false;
  }
}

const problems = Object.entries(packages).flatMap(([path, { resolved, optionalDependencies = {} }]) => [
  ...(resolved ? [`${path} names where it came from: ${resolved}`] : []),
  ...Object.keys(optionalDependencies)
    .filter((name) => !isLocked(path, name))
    .map((name) => `${path || 'the project'} needs ${name}, which the lock does not hold`),
]);

for (const problem of problems) console.error(problem);
console.log(`${Object.keys(packages).length} packages in the lock, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
