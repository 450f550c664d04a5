/** Formulas that a reader types: read, written, and turned into programs of the engine. */
export { ExpressionError, type Problem } from './error.ts';
export { evaluate, programOf } from './evaluate.ts';
export { type Expression, LIMITS, type Operator } from './expression.ts';
export { type FunctionName, functions, type Value } from './functions.ts';
export { type Definition, LISTING_LIMITS, type Listing, parseListing, programOfListing, RESULT } from './listing.ts';
export { parse } from './parse.ts';
export { print } from './print.ts';
export { tex } from './tex.ts';
