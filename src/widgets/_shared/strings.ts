/** What every figure says in the same words, in one place, so that it can be translated. */
export const strings = {
  copied: 'Link copied.',
  broken: 'This link could not be read, so the figure starts from its default.',
  outdated: 'This link was made by another version of the figure, so it starts from its default.',
  saveSvg: 'Picture (SVG)',
  savePng: 'Picture (PNG)',
  saveCsv: 'Numbers (CSV)',
  slider: (label: string) => `${label}: slider`,
  range: (low: number, high: number, isWhole: boolean) =>
    `Give a ${isWhole ? 'whole ' : ''}number from ${low} to ${high}.`.replaceAll('-', '−'),
} as const;
