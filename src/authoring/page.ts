/**
 * What a page holds, read from its MDX source: the numbers of figures, equations and exercises, and what is cited.
 * Components render in no fixed order, so none of them can count the others while the page is made.
 */
import { mdxToMdast } from 'satteri';

export interface Outline {
  /** Ids in the order of the page. */
  readonly figures: readonly string[];
  readonly equations: readonly string[];
  readonly exercises: readonly string[];
  /** BibTeX keys, one for each citation. */
  readonly citations: readonly string[];
  readonly hasReferences: boolean;
}

interface Page {
  readonly starlightRoute: { readonly entry: { readonly body?: string | undefined; readonly filePath?: string } };
}

const known = new Map<string, Outline>();

/** The outline of the page that is being rendered; `locals` is `Astro.locals`. */
export function outlineOf({ starlightRoute: { entry } }: Page): Outline {
  const source = entry.body ?? '';
  if (!known.has(source)) known.set(source, readOutline(source));
  return known.get(source)!;
}

export function readOutline(source: string): Outline {
  const elements = [...walk(mdxToMdast(source, { features: { math: true } }) as MdxNode)];
  const attributes = (name: string, attribute: string) =>
    elements.filter((element) => element.name === name).flatMap((element) => values(element, attribute));
  return {
    figures: attributes('Figure', 'id'),
    equations: elements
      .filter((element) => element.name === 'Equation' && has(element, 'number'))
      .flatMap((element) => values(element, 'id')),
    exercises: attributes('Exercise', 'id'),
    citations: attributes('Cite', 'key'),
    hasReferences: elements.some(({ name }) => name === 'References'),
  };
}

interface MdxNode {
  readonly name?: string | null;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly MdxNode[];
}

function* walk(node: MdxNode): Generator<MdxNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

const has = ({ attributes = [] }: MdxNode, name: string): boolean => attributes.some((each) => each.name === name);

const values = ({ attributes = [] }: MdxNode, name: string): string[] =>
  attributes.flatMap((each) => (each.name === name && typeof each.value === 'string' ? [each.value] : []));

/** 1 for the first; a thing that the page's own source does not name cannot be numbered. */
export function numberOf(ids: readonly string[], id: string, what: string): number {
  const place = ids.indexOf(id);
  if (place >= 0) return place + 1;
  throw new Error(`${what} "${id}" must stand in the page's own MDX, with its id as a plain string`);
}

const counts = new WeakMap<object, Map<string, number>>();

/** `term-gate-1`, `term-gate-2`, … within one page. */
export function uniqueId(locals: object, prefix: string): string {
  const page = counts.get(locals) ?? new Map<string, number>();
  counts.set(locals, page.set(prefix, (page.get(prefix) ?? 0) + 1));
  return `${prefix}-${page.get(prefix)}`;
}

/** An address from the root of the site, under the base path that it is built for. */
export const withBase = (path: string): string => import.meta.env.BASE_URL.replace(/\/$/, '') + path;
