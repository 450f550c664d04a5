/** Code quoted from the library, never retyped: one declaration of a file, found by TypeScript's own parser. */
import ts from 'typescript';

export interface Quote {
  readonly code: string;
  /** The line of the file that the quote starts at, from 1. */
  readonly line: number;
}

/** The top-level declaration called `name`, from its `export` on, with its doc comment if wanted. */
export function quoteDeclaration(file: string, source: string, name: string, { docs = true } = {}): Quote {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found = parsed.statements.find((statement) => namesOf(statement).includes(name));
  if (!found) throw new Error(`${file} declares no "${name}"; it has ${parsed.statements.flatMap(namesOf).join(', ')}`);
  const start = found.getStart(parsed, docs);
  return {
    code: source.slice(start, found.end).trimEnd(),
    line: parsed.getLineAndCharacterOfPosition(start).line + 1,
  };
}

/** The first method of that name in a file, wherever it stands, without the indentation of its place. */
export function quoteMethod(file: string, source: string, name: string): string {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const find = (node: ts.Node): ts.MethodDeclaration | undefined =>
    ts.isMethodDeclaration(node) && node.name.getText(parsed) === name ? node : ts.forEachChild(node, find);
  const found = find(parsed);
  if (!found) throw new Error(`${file} has no method "${name}"`);
  const { character: indent } = parsed.getLineAndCharacterOfPosition(found.getStart(parsed));
  return found.getText(parsed).replaceAll(`\n${' '.repeat(indent)}`, '\n');
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  const { name } = statement as ts.DeclarationStatement;
  return name && ts.isIdentifier(name) ? [name.text] : [];
}
