/** A place between two others where a function changes its sign, or jumps over 0, without the rounding of the search. */
export function bisected(g: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const isUp = g(low) < 0;
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (g(middle) < 0 === isUp) low = middle;
    else high = middle;
  }
  return Number(((low + high) / 2).toFixed(9)) + 0;
}
