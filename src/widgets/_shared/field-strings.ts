/** What boxes say about what was typed into them, in the same words everywhere. Apart from `strings`: few pages have such a box. */
export const fields = {
  character: (n: number) => `At character ${n}:`,
} as const;
