/**
 * The answers of the chapter's exercises and predictions, right and wrong ones, as the engine computes them: nothing is
 * typed in.
 */
import { backward, expressions, run } from 'unrolled';
import { countsOf, total } from '../../src/widgets/autodiff/counts.ts';
import { examples } from '../../src/widgets/autodiff/examples.ts';
import { frameOf } from '../../src/widgets/autodiff/model.ts';

/** The gradients of a listing, by variable. */
function gradients(text: string, given: Record<string, number>): Record<string, number> {
  const listing = expressions.parseListing(text);
  const values = run(backward(expressions.programOfListing(listing), { wrt: listing.variables }), given);
  return Object.fromEntries(listing.variables.map((name) => [name, values.get(`dL/d${name}`)!.data[0]!]));
}

const first = gradients('x·y + sin(x)', { x: 2, y: 3 });
/** The first figure: what arrives at x along each edge, and together. */
export const product = {
  together: first.x!,
  viaProduct: gradients('x·y', { x: 2, y: 3 }).x!,
  viaSine: gradients('sin(x)', { x: 2 }).x!,
  byY: first.y!,
};

/** (x + y)·x at 2 and 3, and each of its two paths alone. */
export const faded = {
  right: gradients('(x + y)·x', { x: 2, y: 3 }).x!,
  direct: gradients('5x', { x: 2 }).x!,
  throughSum: gradients('(x + y)·2', { x: 2, y: 3 }).x!,
};

const unit = { w: 2, x: 1, b: -2, t: 1 };
/** A unit with the logistic function and a squared error. */
export const alone = {
  right: gradients('a = w x + b; h = σ(a); (h − t)²', unit).w!,
  noCurve: gradients('h = 0.5 + 0·w + (w x − 2); (h − t)²', { w: 2, x: 1, t: 1 }).w!,
  noError: gradients('σ(w x + b)', { w: 2, x: 1, b: -2 }).w!,
};

/** y·y + y·y·y at 2: three uses. */
export const cubed = { right: gradients('a = x·x; a + a·x', { x: 2 }).x!, last: gradients('a·x', { a: 4, x: 2 }).x! };

const large = frameOf(examples.large);
/** What the derivatives by 44 numbers cost in the gallery’s large graph. */
export const large44 = {
  inputs: large.inputs.length,
  reverse: total(countsOf(large.programs.whole).reverse),
  forward: total(countsOf(large.programs.whole).forward),
};
const many = frameOf(examples.unit).counts;
export const fourInputs = { reverse: total(many.reverse), forward: total(many.forward) };

/** Digits after the point, with a real minus sign. */
export const digits = (x: number, places = 4): string => x.toFixed(places).replace('-', '−');
