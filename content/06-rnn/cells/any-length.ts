// E46, E47: weights made for three steps. A shared one runs on
// thirty; one for each step runs on three only.
import { add, mul, run, tanh, trace } from 'unrolled';

/** h_t = tanh(w·h_{t−1} + 1) for T steps; step t uses the weight called `name(t)`. */
function layer(T: number, name: (t: number) => string) {
  const time = Array.from({ length: T }, (_, k) => k + 1);
  const weights = Object.fromEntries(time.map((t) => [name(t), { shape: [], kind: 'parameter' as const }]));
  return trace({ ...weights, h_0: { shape: [], kind: 'state' } }, (given) => {
    let h = given.h_0!;
    for (const t of time) h = tanh(add(mul(given[name(t)]!, h), 1));
    return { h };
  });
}
const shared = (T: number) => layer(T, () => 'w');
const own = (T: number) => layer(T, (t) => `w_${t}`);
const forThree = { w_1: 0.5, w_2: 0.5, w_3: 0.5, h_0: 0 };

console.log('shared, 3 steps :', run(shared(3), { w: 0.5, h_0: 0 }).get('h')!.data[0]);
console.log('shared, 30 steps:', run(shared(30), { w: 0.5, h_0: 0 }).get('h')!.data[0]);
console.log('own, 3 steps    :', run(own(3), forThree).get('h')!.data[0]);
try {
  run(own(30), forThree);
} catch (error) {
  console.log(`own, 30 steps   : ${error}`);
}
