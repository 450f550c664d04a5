import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { pageId } from './pages.ts';

/** The chapters live in the top-level `content/`; a page's address is its path without the order numbers. */
export const collections = {
  docs: defineCollection({
    loader: glob({
      base: './content',
      pattern: '**/[^_]*.{md,mdx}',
      generateId: ({ entry }) => pageId(entry),
    }),
    schema: docsSchema(),
  }),
};
