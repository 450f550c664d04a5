/** Marks the identifiers of highlighted code that are symbols of a cell, so that they light up with the formula's. */
import type { ShikiConfig } from 'astro';

type Transformer = NonNullable<ShikiConfig['transformers']>[number];
type Token = ReturnType<NonNullable<Transformer['span']>> & object;

/** For Shiki: wraps every whole-word occurrence outside of comments and strings in `<span data-sym="…">`. */
export function markSymbols(symbols: readonly string[]): Transformer {
  const word = new RegExp(`(?<![\\w$])(${symbols.map((symbol) => symbol.replaceAll('$', '\\$')).join('|')})(?![\\w$])`);
  return {
    name: 'symbols',
    // A page of code has thousands of tokens: plain ones need no element, the others a short class.
    line(line) {
      line.children = line.children.flatMap((token) => {
        if (token.type !== 'element') return [token];
        const kind = /--astro-code-token-([a-z-]+)/.exec(String(token.properties.style))?.[1];
        if (kind === undefined || kind === 'punctuation' || isOperator(token, kind)) return token.children;
        token.properties = { class: `tk-${kind}` };
        return [token];
      });
    },
    span(token) {
      const [text] = token.children;
      if (symbols.length === 0 || text?.type !== 'text' || /comment|string/.test(String(token.properties.style)))
        return;
      // Splitting at a captured group leaves the symbols at the odd places.
      token.children = text.value.split(word).flatMap((part, i) => (part ? [i % 2 ? mark(part) : textNode(part)] : []));
    },
  };
}

/** Signs such as `:`, `=>` and `+`, which the grammar calls keywords: they read as well in the colour of the text. */
const isOperator = ({ children: [text] }: Token, kind: string): boolean =>
  kind === 'keyword' && text?.type === 'text' && !/\w/.test(text.value);

const textNode = (value: string) => ({ type: 'text', value }) as const;

const mark = (symbol: string): Token =>
  ({ type: 'element', tagName: 'span', properties: { 'data-sym': symbol }, children: [textNode(symbol)] }) as Token;
