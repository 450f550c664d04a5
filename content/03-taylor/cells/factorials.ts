// E17: are the derivatives simply added up? e^0.5 from 0, where all
// derivatives are 1; and a function that its whole series misses.
import { exp, flatAtZero, functionAt, polynomialAt, taylor } from 'unrolled';

const around0 = taylor(exp, 0, { order: 20 });
const powers = around0.coefficients.map((_, n) => 0.5 ** n);
const sum = (terms: readonly number[]) => terms.reduce((a, b) => a + b).toFixed(6);
console.log(`e^0.5: ${functionAt(around0, 0.5).toFixed(6)}`);
console.log('the 21 derivatives added up:', sum(powers.map(() => 1)));
console.log('times 0.5^n:', sum(powers));
console.log('times 0.5^n, over n!:', sum(powers.map((power, n) => power * around0.coefficients[n]!)));

const flat = taylor(flatAtZero, 0, { order: 20 });
console.log(`e^(−1/x²) at 0.5: ${functionAt(flat, 0.5).toFixed(6)}, its series from 0: ${polynomialAt(flat, 0.5)}`);
