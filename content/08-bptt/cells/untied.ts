// R8: unroll, give every step a weight of its own, and use ordinary
// backpropagation. Then let all of them be the same number again.
import { add, backward, mul, output, run, sub, tanh, trace, type Var } from 'unrolled';

const [T, w] = [5, 0.9];
const x = [1, 0, 0, 0, 0];
const target = [0, 0, 0, 0.5, 1];
const steps = x.map((_, k) => k + 1);
const scalar = { shape: [], kind: 'parameter' } as const;

/** Step t uses the weight called `name(t)`; the loss is the sum of (h_t − target_t)². */
const chain = (name: (t: number) => string) =>
  trace(Object.fromEntries(steps.map((t) => [name(t), scalar])), (given) => {
    let h = tanh(add(mul(given[name(1)]!, 0), x[0]!));
    let L = square(sub(h, target[0]!));
    for (const t of steps.slice(1)) {
      h = tanh(add(mul(given[name(t)]!, h), x[t - 1]!));
      L = add(L, square(sub(h, target[t - 1]!)));
    }
    return { L };
  });
const square = (e: Var) => mul(e, e);

const own = backward(chain((t) => `w_${t}`));
const values = run(own, Object.fromEntries(steps.map((t) => [`w_${t}`, w])));
const each = steps.map((t) => output(own, values, `dL/dw_${t}`).data[0]!);
const shared = backward(chain(() => 'w'));
const one = output(shared, run(shared, { w }), 'dL/dw').data[0]!;

for (const t of steps) console.log(`dL/dw_${t} = ${each[t - 1]!.toFixed(6)}`);
console.log(`their sum   ${each.reduce((a, b) => a + b).toFixed(6)}`);
console.log(`dL/dw shared ${one.toFixed(6)}, T = ${T}`);
