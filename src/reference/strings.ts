/** What the reference says around what the source says. */
export const strings = {
  title: (part: string) => `Library: ${part}`,
  description: (part: string) =>
    `Functions and types of the library’s part “${part}”: signatures, explanations, examples.`,
  all: 'All of the library',
  signature: (name: string) => `Signature of ${name}`,
  example: (name: string) => `Example of ${name}`,
  tags: { throws: 'Throws', param: 'Parameter', returns: 'Returns', example: 'Example', deprecated: 'Deprecated' },
  kinds: { function: 'function', constant: 'constant', class: 'class', type: 'type' },
};
