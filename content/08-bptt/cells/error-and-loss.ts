// What starts the way back is the derivative of the loss, not the
// difference between target and output.
import { backward, crossEntropy, mae, mse, output, run, trace } from 'unrolled';

console.log('outputs 3 and 1, targets 2 and 2: the differences -1 and 1 add up to 0');

function show(name: string, loss: typeof mse, y: number[], target: number[]): void {
  const shape = [y.length];
  const program = backward(
    trace({ y: { shape, kind: 'parameter' }, target: { shape, kind: 'data' } }, (given) => ({
      L: loss(given.y!, given.target!),
    })),
    { wrt: ['y'] },
  );
  const gradient = output(program, run(program, { y, target }), 'dL/dy').data;
  const numbers = Array.from(gradient, (g) => g.toFixed(3)).join(', ');
  console.log(`${name}: y = ${y.join(', ')}, target ${target.join(', ')}: dL/dy = ${numbers}`);
}
for (const y of [3, 1.5]) {
  show('squared error ', mse, [y], [2]);
  show('absolute error', mae, [y], [2]);
}
// Two classes: y goes through softmax, and the first class is wanted.
show('cross-entropy ', crossEntropy, [2, -1], [1, 0]);
