// E49: one set of weights for all 30 steps, or 30 sets. Numbers to
// learn, and multiplications to do.
import { add, flat, matvec, sizeOf, tanh, trace } from 'unrolled';

const [m, n, T] = [1, 64, 30];
const time = Array.from({ length: T }, (_, k) => k + 1);

function layer(name: (symbol: string, t: number) => string) {
  const weights = time.flatMap((t) => [
    [name('W_hh', t), { shape: [n, n], kind: 'parameter' as const }],
    [name('W_xh', t), { shape: [n, m], kind: 'parameter' as const }],
  ]);
  const x = { shape: [m], kind: 'data' as const }; // the same at every step
  return trace({ ...Object.fromEntries(weights), h_0: { shape: [n], kind: 'state' }, x }, (given) => {
    let h = given.h_0!;
    for (const t of time) h = tanh(add(matvec(given[name('W_hh', t)]!, h), matvec(given[name('W_xh', t)]!, given.x!)));
    return { h };
  });
}
const programs = {
  'one set for all': layer((symbol) => symbol),
  'one for each': layer((symbol, t) => `${symbol}_${t}`),
};
for (const [which, program] of Object.entries(programs)) {
  const sizes = new Map(program.inputs.map(({ name, shape }) => [name, sizeOf(shape)]));
  const learned = [...sizes].reduce((sum, [name, size]) => sum + (name.startsWith('W') ? size : 0), 0);
  const products = flat(program).filter(({ op }) => op === 'matvec');
  const work = products.reduce((sum, { inputs }) => sum + sizes.get(String(inputs[0]))!, 0);
  console.log(`${which}: ${learned} weights, ${work} multiplications`);
}
