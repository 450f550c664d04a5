import { matchesPrinted, print } from './doc-examples.ts';

/** What `// → value` in an example becomes. */
export function expectPrinted(value: unknown, expected: string): void {
  if (!matchesPrinted(value, expected)) throw new Error(`the example promises ${expected}\nand prints ${print(value)}`);
}
