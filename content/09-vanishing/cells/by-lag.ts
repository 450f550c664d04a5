// E58: what backpropagation through time finds, exactly: the
// gradient of the last loss by the first input, when a number has
// to be recalled. 40 networks as PyTorch makes them, at each length.
import { backward, initializers, linearAlgebra, network, parametersOf, random, rnn, run, tasks } from 'unrolled';

const H = 16;
for (const T of [5, 10, 20, 40]) {
  const sizes = { X: 1, H, Y: 2 };
  const forward = network(rnn, { ...sizes, T, loss: 'crossEntropy', lossAt: 'last' });
  const program = backward(forward, { wrt: ['x'] });
  const sizesOfGradients = Array.from({ length: 40 }, (_, seed) => {
    const weights = Object.entries(parametersOf(rnn, sizes)).map(([name, shape]) => [
      name,
      { shape, data: initializers.torchDefault(H)(shape, random(seed), name) },
    ]);
    const { inputs: x, targets: target } = tasks.recall.generate(seed, { T });
    const values = run(program, { ...Object.fromEntries(weights), h_0: Array(H).fill(0), x, target });
    const { data } = values.get('dL/dx')!;
    return { first: Math.abs(data[0]!), last: linearAlgebra.norm([data[T - 1]!]) };
  });
  const median = (all: number[]) => all.sort((a, b) => a - b)[20]!.toExponential(1);
  const [first, last] = (['first', 'last'] as const).map((which) =>
    median(sizesOfGradients.map((each) => each[which])),
  );
  console.log(`T = ${T}: median gradient by x_${T} ${last}, by x_1 ${first}`);
}
