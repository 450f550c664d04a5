// E10: two loops that have nothing to do with each other. The loop of
// training goes over updates, the loop of the model over time steps.
import { math } from 'unrolled';

/** A straight line y = w·x: no loop in the model, twenty rounds of training. */
let w = 0;
let updates = 0;
for (; updates < 20; updates++) w -= 0.1 * 2 * (w * 1.5 - 3) * 1.5;
console.log(`no recurrence, trained: ${updates} updates, w = ${w.toFixed(4)} (best: 2)`);

/** A recurrent cell whose weights nobody trains: a loop in the model, no round of training. */
let h = 0;
let steps = 0;
for (const x of [1, 0, 0, 1, 0]) {
  h = math.tanh(0.5 * h + x);
  steps += 1;
}
console.log(`recurrence, not trained: ${steps} steps, 0 updates, h = ${h.toFixed(4)}`);
