// One function, three ways: a → 4a(1 − a), n times, at x = 0.3.
import { derivative, expressions, tangents } from 'unrolled';

const { parse, parseListing, print, programOfListing } = expressions;
type Formula = ReturnType<typeof parse>;

const number = (value: number): Formula => ({ kind: 'number', value });
const op = (operator: '+' | '−' | '·', left: Formula, right: Formula): Formula => ({
  kind: 'operation',
  operator,
  left,
  right,
});
const step = (a: Formula): Formula => op('·', op('·', number(4), a), op('−', number(1), a));

/** The rules for sums and products, as in school, on the formula itself. */
function symbolic(f: Formula): Formula {
  if (f.kind !== 'operation') return number(f.kind === 'variable' ? 1 : 0);
  const { operator, left, right } = f;
  if (operator !== '·') return op(operator === '+' ? '+' : '−', symbolic(left), symbolic(right));
  return op('+', op('·', symbolic(left), right), op('·', left, symbolic(right)));
}

const program = (n: number) => {
  const steps = Array.from({ length: n }, (_, k) => `a_${k + 1} = 4a_${k}(1 − a_${k})`);
  return programOfListing(parseListing(['a_0 = x', ...steps, `a_${n}`].join('; ')));
};
const iterate = (x: number, n: number): number => (n === 0 ? x : iterate(4 * x * (1 - x), n - 1));

for (const n of [1, 2, 4, 8]) {
  const formula = Array.from({ length: n }).reduce<Formula>(step, parse('x'));
  const length = print(symbolic(formula)).length;
  const traced = program(n);
  const exact = tangents(traced, { x: 0.3 }, { x: 1 }).get('L')!.data[0]!;
  const h = 1e-4;
  const quotient = (iterate(0.3 + h, n) - iterate(0.3, n)) / h;
  const best = derivative((x) => iterate(x, n), 0.3, 1e-3).value;
  console.log(`n = ${n}`);
  console.log(`  symbolic:  a formula of ${length} characters`);
  console.log(`  numerical: ${quotient.toFixed(8)} (h = ${h}), ${best.toFixed(8)} (best step)`);
  console.log(`  automatic: ${exact.toFixed(8)}, from ${traced.equations.length} equations`);
}
