// Every gradient of a program beside a central difference, which
// knows no chain rule: inputs, and values on the way.
import { backward, checkGradients, expressions, run, wengertList } from 'unrolled';

const listing = expressions.parseListing('a = w x + b; h = tanh(a); (h − t)²');
const forward = wengertList(expressions.programOfListing(listing));
const given = { w: 0.5, x: 1, b: 0.1, t: 1 };
const program = backward(forward, { wrt: listing.variables });
const values = run(program, given);

const claimed = Object.fromEntries(
  Object.entries(program.gradients!).map(([name, gradient]) => [name, values.get(gradient)!]),
);
for (const { name, claimed: gradient, difference, error } of checkGradients(forward, given, claimed))
  console.log(`${name}: ${gradient.toFixed(6)} and ${difference.toFixed(6)}, ${error < 1e-6 ? 'agree' : 'differ'}`);
