/** What Starlight's search hands to Pagefind's interface. */
interface Options {
  readonly element: string;
  readonly [option: string]: unknown;
}

/**
 * Pagefind's interface, loaded when the reader first opens the search, in place of the class of the same name, which
 * Starlight loads with every page (26 KB compressed, for a dialog that most visits never open).
 */
export class PagefindUI {
  constructor(options: Options) {
    const dialog = document.querySelector(options.element)?.closest('dialog');
    if (!dialog) throw new Error(`The search has no dialog around ${options.element}.`);
    const load = async (): Promise<void> => {
      const real = await import('@pagefind/default-ui/npm_dist/mjs/ui-core.mjs');
      new real.PagefindUI(options);
      dialog.querySelector('input')?.focus();
    };
    if (dialog.open) void load();
    else
      new MutationObserver((_, opening) => {
        opening.disconnect();
        void load();
      }).observe(dialog, { attributeFilter: ['open'] });
  }
}
