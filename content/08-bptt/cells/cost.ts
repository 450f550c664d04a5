// What the two roads have to keep in memory for the recurrent weights
// of n units, over T steps: states, or derivatives of states.
for (const [n, T] of [
  [1, 1000],
  [64, 100],
  [64, 100_000],
] as const) {
  const backward = n * T; // one state for each step
  const forward = n * (n * n); // ∂h/∂W_hh: n numbers for each of n² weights
  console.log(`n = ${n}, T = ${T}: backward keeps ${backward}, forward ${forward} numbers`);
}
