/**
 * The public face of the library, read from its source by TypeScript's own compiler: everything that `lib/index.ts`
 * exports, with signature, docstring and place. Nothing is written down; the pages are made from this at build.
 */
import { relative } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../authoring/files.ts';
import { type Kind, kindOf, signatureOf } from './signature.ts';

/** One export. */
export interface Entry {
  /** As it is imported: `run`, `io.readSafetensors`. */
  readonly name: string;
  readonly kind: Kind;
  readonly signature: string;
  /** The docstring's text; empty when there is none. */
  readonly doc: string;
  readonly tags: readonly { readonly name: string; readonly text: string }[];
  readonly file: string;
  readonly line: number;
}

/** A file of the library with its exports in the order of the file. */
export interface Module {
  readonly file: string;
  /** The comment at its head. */
  readonly doc: string;
  readonly entries: readonly Entry[];
}

/** What shares a page: a folder of `lib`, what is exported as one namespace, or a group of the other files. */
export interface Part {
  readonly id: string;
  readonly modules: readonly Module[];
}

const ENTRY = 'lib/index.ts';
/** Files directly in `lib` by what they are for, in the order of the pages; a file that is not here is in `engine`. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  programs: ['tensor', 'program', 'trace', 'scan', 'unroll', 'batch', 'prune'],
  running: ['run', 'plan', 'kernels', 'random'],
  derivatives: ['backward', 'rules', 'gradient-check', 'jet', 'taylor', 'taylor-step', 'derivative'],
  reading: ['print', 'tex', 'explain', 'scalarize'],
  training: ['network', 'count', 'clipping', 'penalties'],
  engine: [],
};
/** Tags for tools, not for readers. */
const SILENT = new Set(['__NO_SIDE_EFFECTS__', 'internal']);

/** All parts of the library. */
export function readApi(root = ROOT): readonly Part[] {
  const { config } = ts.readConfigFile(`${root}/lib/tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, `${root}/lib`);
  const program = ts.createProgram([`${root}/${ENTRY}`], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const index = program.getSourceFile(`${root}/${ENTRY}`);
  if (!index) throw new Error(`${ENTRY} cannot be read`);
  const entries = exportsOf(checker.getSymbolAtLocation(index)!, checker, '', root);
  const byFile = Map.groupBy(entries, ({ file }) => file);
  const modules = [...byFile].map(([file, found]): Module => {
    const source = program.getSourceFile(`${root}/${file}`)!;
    return { file, doc: headOf(source), entries: found.toSorted((a, b) => a.line - b.line) };
  });
  const folders = new Set(modules.map(({ file }) => folderOf(file)));
  const byPart = Map.groupBy(
    modules.toSorted((a, b) => a.file.localeCompare(b.file, 'en')),
    (module) => partOf(module, folders),
  );
  return [...byPart].map(([id, its]) => ({ id, modules: its })).toSorted(byOrder);
}

const folderOf = (file: string): string | undefined => /^lib\/([^/]+)\//.exec(file)?.[1];

/** `losses.ts` belongs to the folder `losses`. */
function partOf({ file, entries }: Module, folders: ReadonlySet<string | undefined>): string {
  const stem = file.replace(/^lib\/|\.ts$/g, '');
  const [, namespace] = /^(\w+)\./.exec(entries[0]!.name) ?? [];
  return (
    folderOf(file) ??
    namespace?.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) ??
    (folders.has(stem) ? stem : Object.keys(GROUPS).find((group) => GROUPS[group]!.includes(stem))) ??
    'engine'
  );
}

/** Groups in their order, then folders and namespaces by name. */
function byOrder(a: Part, b: Part): number {
  const place = ({ id }: Part): number => Object.keys(GROUPS).indexOf(id) + 1 || Number.POSITIVE_INFINITY;
  return place(a) === place(b) ? a.id.localeCompare(b.id, 'en') : place(a) - place(b);
}

/** Everything a module exports; `export * as io` gives its members with `io.` in front. */
function exportsOf(module: ts.Symbol, checker: ts.TypeChecker, prefix: string, root: string): Entry[] {
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const name = prefix + exported.name;
    if (symbol.flags & ts.SymbolFlags.ValueModule) return exportsOf(symbol, checker, `${name}.`, root);
    return entryOf(symbol, name, checker, root) ?? [];
  });
}

function entryOf(symbol: ts.Symbol, name: string, checker: ts.TypeChecker, root: string): Entry | undefined {
  const declarations = symbol.getDeclarations() ?? [];
  const [first] = declarations;
  if (!first) return undefined;
  const source = first.getSourceFile();
  const isDocumented = declarations.some((declaration) => ownsComment(ts.findAncestor(declaration, ts.isStatement)!));
  const { line } = source.getLineAndCharacterOfPosition(first.getStart());
  return {
    name,
    kind: kindOf(first, checker),
    signature: declarations.map((declaration) => signatureOf(declaration, checker)).join('\n'),
    doc: isDocumented ? ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() : '',
    tags: (isDocumented ? symbol.getJsDocTags(checker) : [])
      .filter((tag) => !SILENT.has(tag.name))
      .map((tag) => ({ name: tag.name, text: ts.displayPartsToString(tag.text).trim() })),
    file: relative(root, source.fileName).replaceAll('\\', '/'),
    line: line + 1,
  };
}

/** The comment at the head of a file. */
function headOf(source: ts.SourceFile): string {
  const [first] = source.statements;
  const comments = first ? docCommentsOf(first) : [];
  const [head] = first && ownsComment(first) ? comments.slice(0, -1) : comments;
  return head ? withoutStars(source.text.slice(head.pos, head.end)) : '';
}

/** Whether the last comment before a statement is about it: not about the file, from which an empty line parts it. */
function ownsComment(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) return false;
  const last = docCommentsOf(statement).at(-1);
  const { text } = statement.getSourceFile();
  return last !== undefined && !/\n[ \t]*\n/.test(text.slice(last.end, statement.getStart()));
}

const docCommentsOf = (statement: ts.Statement): readonly ts.CommentRange[] => {
  const { text } = statement.getSourceFile();
  const all = ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? [];
  return all.filter(({ pos }) => text.startsWith('/**', pos));
};

const withoutStars = (comment: string): string =>
  comment
    .replace(/^\/\*\*/, '')
    .replace(/\*\/$/, '')
    .replaceAll(/^[ \t]*\* ?/gm, '')
    .trim();
