/** What can be wrong with a typed formula, and where. The words stand in one table, so that they can be translated. */

/** `detail` is what was found, or what is allowed. */
const messages = {
  empty: () => 'Nothing is written here yet.',
  tooLong: (detail: string) => `This is too long: at most ${detail} characters are read.`,
  tooDeep: (detail: string) => `This is nested too deeply: at most ${detail} levels are read.`,
  character: (detail: string) => `“${detail}” has no meaning here.`,
  comma: () => 'A comma stands between two arguments only. For decimals write a point.',
  number: (detail: string) => `“${detail}” is no number that a computer can hold.`,
  unknown: (detail: string) => `This name is not known. Known are ${detail}.`,
  expected: (detail: string) => `Something is missing here: ${detail}.`,
  unexpected: (detail: string) => `“${detail}” does not belong here.`,
  call: (detail: string) => `${detail} needs its argument in parentheses: ${detail}(…).`,
  arguments: (detail: string) => `This function takes ${detail}.`,
  inverse: (detail: string) =>
    `${detail}⁻¹ can mean two things. For one over it write 1/${detail}(…); the inverse function is not known here.`,
  ambiguous: () =>
    'This can be read in two ways: is it still below the line of the fraction? Write (1/2)·x or 1/(2x), with parentheses.',
  tooMany: (detail: string) => `This is too much: at most ${detail} are read.`,
  unnamed: () => 'Only the last formula goes without a name. Write a name and = before the others.',
  badName: (detail: string) => `“${detail}” is no name: a name is letters, and may end in _ and a number.`,
  reserved: (detail: string) =>
    `${detail} is the name of the result: the last formula, and nothing else, is called that.`,
  taken: (detail: string) => `The name ${detail} has a meaning already.`,
  noVariable: () => 'There is no variable here, so there is nothing to differentiate by.',
} as const;

/** What can be wrong with a typed formula. */
export type Problem = keyof typeof messages;

/** A formula that could not be read: what is wrong, and with which characters. */
export class ExpressionError extends SyntaxError {
  override readonly name = 'ExpressionError';
  readonly problem: Problem;
  /** The first character that is concerned, from 0; the text's length when something is missing at its end. */
  readonly at: number;
  /** How many characters; 0 when something is missing. */
  readonly length: number;

  private readonly detail: string;

  constructor(problem: Problem, at: number, length = 0, detail = '') {
    super(messages[problem](detail));
    this.problem = problem;
    this.at = at;
    this.length = length;
    this.detail = detail;
  }

  /** The same error in a text in which this one begins further on. */
  shifted(by: number): ExpressionError {
    return new ExpressionError(this.problem, this.at + by, this.length, this.detail);
  }
}
