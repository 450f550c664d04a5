// L = x·y + sin(x) at x = 2, y = 3: forward, then back, by hand.
import { math } from 'unrolled';

const [x, y] = [2, 3];

const v_1 = x * y; // forward, and all values are kept
const v_2 = math.sin(x);
const L = v_1 + v_2;

const dL = 1; // backward: L moves as much as itself
const dv_1 = dL * 1; // a sum hands on what it gets, to both
const dv_2 = dL * 1;
let dx = dv_2 * math.cos(x); // the last use of x
dx += dv_1 * y; // and the first: contributions are added
const dy = dv_1 * x;

console.log(`L = ${L.toFixed(4)}, dL/dx = ${dx.toFixed(4)}, dL/dy = ${dy.toFixed(4)}`);
