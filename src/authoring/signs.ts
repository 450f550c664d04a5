/** Signs of verdicts: told apart by outline and by what stands in it, never by colour alone. */
export type Sign = 'right' | 'near' | 'wrong' | 'warning';

const CIRCLE = '<circle cx="10" cy="10" r="8.5"/>';
const DRAWINGS: Readonly<Record<Sign, string>> = {
  right: `${CIRCLE}<path d="m6 10.3 2.7 2.8 5.3-6"/>`,
  near: '<rect x="2" y="2" width="16" height="16" rx="3"/><path d="M5.5 8.500c1.5-1.6 3-1.6 4.5-.5s3 1.1 4.5-.5m-9 5c1.5-1.6 3-1.6 4.5-.5s3 1.1 4.5-.5"/>',
  wrong: '<path d="m10 1 9 9-9 9-9-9zM7.2 7.200l5.6 5.600m0-5.6-5.6 5.6"/>',
  warning: '<path d="M10 2 19 18H1zM10 8v4.500m0 2.500v.1"/>',
};

export const sign = (kind: Sign): string =>
  `<svg class="doc-sign" data-sign="${kind}" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${DRAWINGS[kind]}</svg>`;
