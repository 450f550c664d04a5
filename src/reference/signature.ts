/** How a declaration is shown: as in the source, without its body and without `export`, in lines that fit the page. */
import ts from 'typescript';

export type Kind = 'function' | 'constant' | 'class' | 'type';

export function kindOf(declaration: ts.Declaration, checker: ts.TypeChecker): Kind {
  if (ts.isFunctionDeclaration(declaration)) return 'function';
  if (ts.isClassDeclaration(declaration)) return 'class';
  if (!ts.isVariableDeclaration(declaration)) return 'type';
  return checker.getTypeAtLocation(declaration).getCallSignatures().length ? 'function' : 'constant';
}

export function signatureOf(declaration: ts.Declaration, checker: ts.TypeChecker): string {
  if (ts.isFunctionDeclaration(declaration)) return ofFunction(declaration);
  if (ts.isClassDeclaration(declaration)) return ofClass(declaration);
  if (ts.isVariableDeclaration(declaration)) return ofConstant(declaration, checker);
  const text = dedent(withoutExport(declaration.getText()));
  // What `typeof` refers to is elsewhere in the file.
  return ts.isTypeAliasDeclaration(declaration) && /\btypeof\b/.test(text)
    ? `type ${declaration.name.text} = ${printed(checker.getTypeAtLocation(declaration), declaration, checker)};`
    : text;
}

function ofFunction(declaration: ts.FunctionDeclaration): string {
  const { text } = declaration.getSourceFile();
  const head = withoutExport(text.slice(declaration.getStart(), declaration.parameters.pos - 1));
  return wrapped(head, declaration, declaration.type ? `: ${declaration.type.getText()}` : '');
}

/** Columns that fit into the column of text. */
const COLUMNS = 66;

/** Parameters on one line if they fit, else a line each. */
function wrapped(head: string, { parameters }: ts.SignatureDeclaration, tail: string): string {
  const texts = parameters.map((parameter) => dedent(parameter.getText()));
  const line = `${head}(${texts.join(', ')})${tail}`;
  if (texts.length === 0 || (line.length <= COLUMNS && !line.includes('\n'))) return line;
  return `${head}(\n${texts.map((text) => `${indent(text)},\n`).join('')})${tail}`;
}

const indent = (text: string): string => text.replaceAll(/^/gm, '  ');

const withoutExport = (text: string): string => text.replace(/^export (default )?/, '');

/** Members that a class method has a body for are indented as in the file; what is private stays out. */
function ofClass(declaration: ts.ClassDeclaration): string {
  const { text } = declaration.getSourceFile();
  const head = withoutExport(text.slice(declaration.getStart(), declaration.members.pos));
  const members = declaration.members.filter(
    (member) => !(ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private),
  );
  const lines = members.map((member) => {
    const { body } = member as ts.MethodDeclaration;
    const [doc] = ts.getLeadingCommentRanges(text, member.getFullStart()) ?? [];
    const start = doc ? doc.pos : member.getStart();
    return `  ${text.slice(start, body ? body.getStart() : member.end).trimEnd()}${body ? ';' : ''}`;
  });
  return `${head}\n${lines.join('\n')}\n}`;
}

/** An arrow function is shown as a function, another constant with its type: as annotated or as the compiler infers it. */
function ofConstant(declaration: ts.VariableDeclaration, checker: ts.TypeChecker): string {
  const { initializer, type } = declaration;
  const name = declaration.name.getText();
  if (type) return `const ${name}: ${dedent(type.getText())}`;
  if (
    initializer &&
    ts.isArrowFunction(initializer) &&
    initializer.type &&
    initializer.parameters.every((each) => each.type)
  ) {
    const generics = initializer.typeParameters?.map((each) => each.getText()).join(', ');
    return wrapped(
      `function ${name}${generics ? `<${generics}>` : ''}`,
      initializer,
      `: ${initializer.type.getText()}`,
    );
  }
  return `const ${name}: ${printed(checker.getTypeAtLocation(declaration), declaration, checker)}`;
}

function printed(type: ts.Type, at: ts.Declaration, checker: ts.TypeChecker): string {
  const node = checker.typeToTypeNode(type, at, FLAGS);
  if (!node) return checker.typeToString(type, at);
  const text = printer.printNode(ts.EmitHint.Unspecified, node, at.getSourceFile());
  return text.replaceAll(/^ +/gm, (indent) => ' '.repeat(indent.length / 2)).replaceAll(/"(\w*)"/g, "'$1'");
}

const FLAGS =
  ts.NodeBuilderFlags.NoTruncation |
  ts.NodeBuilderFlags.MultilineObjectLiterals |
  ts.NodeBuilderFlags.InTypeAlias |
  ts.NodeBuilderFlags.UseAliasDefinedOutsideCurrentScope;
const printer = ts.createPrinter({ removeComments: true });

/** Later lines lose the indent that the last one has. */
function dedent(text: string): string {
  const indent = /\n([ \t]*)\S[^\n]*$/.exec(text)?.[1] ?? '';
  return text.replaceAll(`\n${indent}`, '\n');
}
