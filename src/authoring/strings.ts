/**
 * Every word that the components themselves say to a reader, in one place, so that an edition in another language is
 * one more object of this shape. What a chapter says is in the chapter.
 */
export const strings = {
  // Parts of a page
  figure: (n: number) => `Figure ${n}`,
  linkToFigure: (n: number) => `Link to figure ${n}`,
  linkToEquation: (n: number) => `Link to equation ${n}`,
  equation: (n: number) => `(${n})`,
  formula: 'Formula',
  takeaway: 'What to see',
  tryThis: 'Try',

  chapter: (n: number) => `Chapter ${n}`,

  // Code
  code: (title: string) => `Code: ${title}`,
  output: 'It prints',
  outputOf: (title: string) => `What ${title} prints`,
  showCode: 'Show the code',
  copy: 'Copy',
  copied: 'Copied',

  // Predictions
  predict: 'Predict',
  yourGuess: 'Your guess',
  reveal: 'Reveal',
  showAnswer: 'Show the answer',
  answer: 'Answer',
  youGuessed: (guess: string) => `You guessed: ${guess}`,
  guessHolds: 'Your guess holds.',
  guessNear: 'Your guess is close.',
  guessMisses: 'Not quite: compare.',

  // Exercises
  exercise: (n: number) => `Exercise ${n}`,
  yourAnswer: 'Your answer',
  chooseOne: 'Choose one',
  chooseAll: 'Choose all that hold',
  putInOrder: 'Put these in order',
  moveUp: (item: string) => `Move up: ${item}`,
  moveDown: (item: string) => `Move down: ${item}`,
  moved: (item: string, place: number, of: number) => `${item}: now ${place} of ${of}`,
  check: 'Check',
  hint: (n: number, of: number) => (of === 1 ? 'Hint' : `Hint ${n} of ${of}`),
  solution: 'Solution',
  ifYouGot: 'If you got',
  forget: 'Forget my answers',
  forgotten: 'Your answers are forgotten, in all chapters.',
  kept: 'Your answers stay in this browser.',

  // What an answer is told
  verdicts: { right: 'Right', near: 'Close', wrong: 'Not yet' },
  emptyField: 'Write an answer first.',
  emptyChoice: 'Choose an answer first.',
  unreadableNumber: (text: string) => `“${text}” cannot be read as a number. Write it like 0.25, 0,25, 1/4 or 2.5e-1.`,
  unreadableShape: (text: string) => `“${text}” cannot be read as a shape. Write rows × columns, like 2×4 or 2x4.`,
  rounded: 'This is the answer, rounded. Give three digits.',
  nearby: 'Not exact enough; check the last step, or a rounding on the way.',
  sign: 'The size is right, the sign is not.',
  transposed: 'The right numbers in the wrong order; rows come first.',
  someMissing: (n: number) =>
    n === 1 ? 'What you chose holds; one more does.' : `What you chose holds; ${n} more do.`,
  inPlace: (n: number) =>
    n === 0
      ? 'Something else comes first.'
      : n === 1
        ? 'The first is in place, the second is not.'
        : `The first ${n} are in place, the next is not.`,

  // Claims
  claim: (id: string) => `Claim ${id}`,
  source: (article: string, line: string) => `Article ${article}, line ${line}`,
  claimVerdicts: { false: 'False', misleading: 'Misleading', imprecise: 'Imprecise', true: 'True' },
  experiment: 'The experiment',

  // References
  citedAt: (n: number) => `Cited here, place ${n}`,
  and: 'and',
  others: 'et al.',
};
