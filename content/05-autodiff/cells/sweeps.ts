// L = tanh(w_1·x_1 + … + w_n·x_n): what do the derivatives by all
// 2n inputs cost? Operations are counted in the programs.
import { backward, dot, flat, scalarize, tanh, trace } from 'unrolled';

for (const n of [1, 10, 100, 1000]) {
  const vector = { shape: [n], kind: 'data' } as const;
  const forward = scalarize(trace({ w: vector, x: vector }, ({ w, x }) => ({ L: tanh(dot(w!, x!)) })));
  const inputs = forward.inputs.map(({ name }) => name);
  const reverse = flat(backward(forward, { wrt: inputs })).filter(
    ({ role, op }) => (role === 'product' && op !== 'identity') || role === 'sum',
  ).length;

  // Forward mode moves one input at a time, along its own path.
  let sweeps = 0;
  for (const input of inputs) {
    const moved = new Set([input]);
    for (const { name, inputs: operands, op } of flat(forward)) {
      const used = operands.filter((operand) => moved.has(String(operand))).length;
      if (used === 0) continue;
      moved.add(name);
      sweeps += used - 1 + (op === 'add' ? 0 : used);
    }
  }
  console.log(`${2 * n} inputs: 1 sweep back ${reverse} operations, ${2 * n} sweeps forward ${sweeps}`);
}
