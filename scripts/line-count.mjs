// Lines of lib/ by file, longest first; tests and fixtures apart: `npm run lines`. A file over 200 lines is marked: it
// wants a second look, or a reason.
import { globSync, readFileSync } from 'node:fs';

const LONG = 200;
const GROUPS = [
  ['Source', (file) => !isTest(file) && !isFixture(file)],
  ['Tests', (file) => isTest(file) && !isFixture(file)],
  ['Fixtures', (file) => isFixture(file)],
];
const isTest = (file) => /(\.test|(^|\/)testing)\.ts$/.test(file);
const isFixture = (file) => /(^|\/)fixtures\//.test(file);

const files = globSync('lib/**/*.{ts,py,json,md}')
  .map((path) => path.replaceAll('\\', '/'))
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
  .sort((a, b) => b.lines - a.lines || a.file.localeCompare(b.file, 'en'));

for (const [title, belongs] of GROUPS) {
  const own = files.filter(({ file }) => belongs(file));
  const marks = title === 'Fixtures' ? () => ' ' : ({ lines }) => (lines > LONG ? '!' : ' ');
  const total = own.reduce((sum, { lines }) => sum + lines, 0);
  const long = own.filter((entry) => marks(entry) === '!').length;
  console.log(`${title}: ${own.length} files, ${total} lines${long ? `, ${long} over ${LONG} (!)` : ''}`);
  for (const entry of own) console.log(`${String(entry.lines).padStart(6)} ${marks(entry)} ${entry.file}`);
  console.log();
}
