/** UTF-8, strictly. The two coders are in every browser and in Node, but not in the language's own types. */
import { FileError } from './file-error.ts';

interface Coders {
  readonly TextDecoder: new (
    label: 'utf-8',
    options: { fatal: boolean; ignoreBOM: boolean },
  ) => { decode(bytes: Uint8Array): string };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
}

const { TextDecoder, TextEncoder } = globalThis as unknown as Coders;

/** @throws FileError when the bytes are not UTF-8; `what` says what they are. */
export function fromUtf8(bytes: Uint8Array, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileError(`${what} is not valid UTF-8`);
  }
}

export const toUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Half of a surrogate pair: text that UTF-8 cannot hold. */
export const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text);
