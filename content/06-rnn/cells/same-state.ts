// E34: one unit stores the past; and two different pasts can leave
// the same number in it.
import { math } from 'unrolled';

function states(x: readonly number[]): string {
  let h = 0;
  const all = x.map((x_t) => {
    h = math.tanh(0.5 * h + x_t);
    return h.toFixed(4);
  });
  return all.join(', ');
}

const echo = 0.5 * math.tanh(1); // what a 1 adds one step later
console.log('read 1, 0, 0, 0     : h =', states([1, 0, 0, 0]));
console.log(`read 0, ${echo.toFixed(4)}, 0, 0: h =`, states([0, echo, 0, 0]));
console.log('read 0, 0, 0, 0     : h =', states([0, 0, 0, 0]));
