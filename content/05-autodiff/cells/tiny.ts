// Automatic differentiation in thirty lines: every value keeps what
// it was made from, with the local derivative to each of them.
import { backward, expressions, math, run } from 'unrolled';

class Value {
  gradient = 0;
  readonly number: number;
  readonly from: readonly (readonly [Value, number])[];
  constructor(number: number, from: readonly (readonly [Value, number])[] = []) {
    this.number = number;
    this.from = from;
  }
}
const add = (a: Value, b: Value) =>
  new Value(a.number + b.number, [
    [a, 1],
    [b, 1],
  ]);
const mul = (a: Value, b: Value) =>
  new Value(a.number * b.number, [
    [a, b.number],
    [b, a.number],
  ]);
const sin = (a: Value) => new Value(math.sin(a.number), [[a, math.cos(a.number)]]);

function differentiate(result: Value): void {
  const order: Value[] = []; // every value behind those it is made from
  const visit = (value: Value) => {
    if (order.includes(value)) return;
    for (const [part] of value.from) visit(part);
    order.push(value);
  };
  visit(result);
  result.gradient = 1;
  for (const value of order.reverse()) for (const [part, local] of value.from) part.gradient += value.gradient * local;
}

const [x, y] = [new Value(2), new Value(3)];
differentiate(add(mul(x, y), sin(x)));
console.log('thirty lines:', x.gradient, y.gradient);

// The library of this site, on the same formula.
const listing = expressions.parseListing('x·y + sin(x)');
const program = backward(expressions.programOfListing(listing), { wrt: ['x', 'y'] });
const values = run(program, { x: 2, y: 3 });
console.log('the library: ', values.get('dL/dx')!.data[0], values.get('dL/dy')!.data[0]);
