// @ts-check
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { readPages, sidebarOf } from './src/pages.ts';
import { baseLinks } from './src/plugins/base-links.mjs';
import { contentSecurityPolicy } from './src/plugins/csp.mjs';
import { subsetFonts } from './src/plugins/fonts.mjs';
import { satteriKatex } from './src/plugins/satteri-katex.mjs';

const { SITE_URL: site, BASE_PATH: base = '/', OUT_DIR: outDir = './dist' } = process.env;
/** @param {string} path */
const file = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  site,
  base,
  outDir,
  trailingSlash: 'always',
  markdown: { processor: satteri({ features: { math: true }, mdastPlugins: [satteriKatex(), baseLinks(base)] }) },
  vite: {
    resolve: {
      alias: [
        { find: 'unrolled', replacement: file('./lib/index.ts') },
        { find: /^.*\/TableOfContents\/starlight-toc$/, replacement: file('./src/starlight/starlight-toc.ts') },
        { find: /^@pagefind\/default-ui$/, replacement: file('./src/starlight/pagefind-ui.ts') },
      ],
    },
    worker: { format: 'es' },
    build: {
      // Faces in a style sheet would be loaded by pages that have no letter of them.
      assetsInlineLimit: (path) => (/\.(wasm|woff2)$/.test(path) ? false : undefined),
      rolldownOptions: {
        // Astro marks every MDX page with a directive of its own, and the bundler then warns of every page.
        onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
      },
    },
  },
  integrations: [
    subsetFonts(),
    starlight({
      title: 'Unrolled',
      description: 'Recurrent neural networks you can take apart, step through and train in your browser.',
      favicon: '/favicon.svg',
      sidebar: sidebarOf(readPages(file('./content'))),
      components: {
        Footer: './src/components/Footer.astro',
        Head: './src/components/Head.astro',
        PageTitle: './src/components/PageTitle.astro',
        SiteTitle: './src/components/SiteTitle.astro',
      },
      customCss: [
        './.astro/fonts/fonts.css',
        './.astro/fonts/katex.css',
        './src/styles/tokens.css',
        './src/styles/starlight.css',
        './src/styles/site.css',
        './src/widgets/_shared/widget.css',
      ],
      markdown: { processedDirs: ['./content'] },
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
    }),
    mdx(),
    preact(),
    contentSecurityPolicy(),
  ],
});
