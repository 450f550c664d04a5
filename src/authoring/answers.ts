/**
 * The reader's answers, kept in this browser under one key. Where the browser keeps nothing (private windows, blocked
 * storage) they last as long as the page.
 */
const KEY = 'unrolled:answers';

let memory: Record<string, unknown> = {};

function all(): Record<string, unknown> {
  try {
    return { ...memory, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };
  } catch {
    return memory; // nothing readable is there
  }
}

export const keptAnswer = (id: string): string | undefined => {
  const answer = all()[id];
  return typeof answer === 'string' ? answer : undefined;
};

export function keepAnswer(id: string, answer: string): void {
  memory = { ...all(), [id]: answer };
  try {
    localStorage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // Kept in memory only.
  }
}

export function forgetAnswers(): void {
  memory = {};
  try {
    localStorage.removeItem(KEY);
  } catch {
    // There was nothing to forget.
  }
}
