// Checks every internal link and #fragment of built sites: `node scripts/check-links.mjs dist dist-base`.
// Links to other sites are counted, not fetched.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readSite } from './site.mjs';

const HERE = 'http://site.invalid';

function checkLinks(folder) {
  const { base, pages } = readSite(folder);
  const idsOf = new Map(pages.map(({ url, document }) => [url, ids(document)]));
  const isFile = (path) => {
    const file = join(folder, path.slice(base.length));
    return path.startsWith(base) && existsSync(file) && statSync(file).isFile();
  };
  const counts = { internal: 0, external: 0 };
  const problems = pages.flatMap(({ url, document }) => {
    const list = ids(document);
    const twice = [...new Set(list.filter((id, i) => list.indexOf(id) !== i))].map(
      (id) => `${url}: id ${id} is there twice`,
    );
    const dead = [...document.querySelectorAll('a[href], link[href], img[src], script[src]')].flatMap((element) => {
      const link = element.getAttribute('href') ?? element.getAttribute('src');
      const target = new URL(link, HERE + url);
      if (target.origin !== HERE) {
        counts.external += 1;
        return [];
      }
      counts.internal += 1;
      const path = decodeURI(target.pathname);
      if (!idsOf.has(path)) return isFile(path) ? [] : [`${url}: nothing at ${link}`];
      const id = decodeURIComponent(target.hash.slice(1));
      return id && !idsOf.get(path).includes(id) ? [`${url}: ${link} names an id that is not there`] : [];
    });
    return [...twice, ...dead];
  });
  return { pages: pages.length, ...counts, problems };
}

const ids = (document) => [...document.querySelectorAll('[id]')].map((element) => element.id);

for (const folder of process.argv.slice(2)) {
  const { pages, internal, external, problems } = checkLinks(folder);
  for (const problem of problems) console.error(problem);
  console.log(
    `${folder}: ${pages} pages, ${internal} internal links, ${external} to elsewhere, ${problems.length} problems`,
  );
  if (problems.length) process.exitCode = 1;
}
