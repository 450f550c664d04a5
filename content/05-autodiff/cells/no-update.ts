// C025: does the chain rule update anything? A backward pass, and
// the same parameters before and after it.
import { backward, expressions, run } from 'unrolled';

const listing = expressions.parseListing('(w x + b − t)²');
const program = backward(expressions.programOfListing(listing), { wrt: ['w', 'b'] });
const given = { w: 0.5, b: 0, x: 2, t: 3 };
const before = { ...given };
const values = run(program, given);
console.log('gradients:', values.get('dL/dw')!.data[0], values.get('dL/db')!.data[0]);
console.log('parameters changed:', given.w !== before.w || given.b !== before.b);
console.log('loss before and after the pass:', values.get('L')!.data[0], run(program, given).get('L')!.data[0]);
