/** What went wrong with a file that a reader gave us. Reading is a pure function: when it throws, nothing has changed. */

/** A file that cannot be used. Its message names the tensor, what was expected and what was found. */
export class FileError extends Error {
  override readonly name: string = 'FileError';
  /** The tensor that the message is about, when it is about one. */
  readonly tensor: string | undefined;
  /** The message without the tensor's name. */
  readonly problem: string;
  constructor(problem: string, tensor?: string) {
    super(tensor === undefined ? problem : `${showName(tensor)}: ${problem}`);
    this.problem = problem;
    this.tensor = tensor;
  }
}

const LONGEST_SHOWN = 80;

/** A name from a file as it may stand in a message: short, on one line, and quoted if it is not plain. */
export function showName(name: string): string {
  const short = name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name;
  return /^[\w.[\]/:-]+$/.test(short) ? short : JSON.stringify(short);
}
