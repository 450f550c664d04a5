// E72: normalisation and gradients. ∂(a fixed mix of h_50)/∂h_0, 12
// seeds each: of plain tanh units; with each sum normalised over the
// units (layer), or over 8 examples at each step (batch).
import {
  add,
  backward,
  batch,
  batchNorm,
  type Cell,
  defineCell,
  initializers,
  layerNorm,
  linearAlgebra,
  matvec,
  network,
  random,
  rnn,
  run,
  type Tensor,
  tanh,
} from 'unrolled';

const [T, N] = [50, 8];

const normalised = (layer: typeof layerNorm): Cell =>
  defineCell({
    id: `rnn-${layer.id}`,
    name: `RNN, ${layer.name}`,
    paper: layer.paper!,
    parameters: ({ X, H }) => ({ W_hh: [H, H], W_xh: [H, X], gamma: [H], beta: [H] }),
    state: ({ H }) => ({ h: [H] }),
    step({ W_hh, W_xh, gamma, beta }, { h }, x) {
      const a = layer.apply({ gamma, beta }, add(matvec(W_hh, h), matvec(W_xh, x)));
      return { a, h: tanh(a) };
    },
  });

function median(cell: Cell, H: number, gain: number, steps = T): string {
  const program = batch(network(cell, { X: 1, H, Y: 1, T: steps, loss: 'mse', lossAt: 'last' }), N);
  const both = backward(program, { wrt: ['h_0'] });
  const norms = Array.from({ length: 12 }, (_, seed) => {
    const source = random(seed);
    const given = Object.fromEntries(
      program.inputs.map(({ name, shape }): [string, Tensor] => {
        const draw =
          name === 'W_hh'
            ? initializers.orthogonal(gain)
            : name === 'gamma'
              ? initializers.constant(1)
              : ['b_h', 'beta', 'b_y', 'target'].includes(name)
                ? initializers.zeros
                : initializers.normal(name === 'h_0' ? 0.1 : 1);
        return [name, { shape, data: draw(shape, source, name) }];
      }),
    );
    const values = run(both, given);
    // The loss is a square: its slope by y is divided out, so that only the way through time is left.
    const y = values.get('y')!.data.slice(-N);
    const g = values.get(both.outputs['dL/dh_0']!)!;
    return linearAlgebra.norm({ shape: [H], data: g.data.slice(0, H) }) / Math.abs((2 * y[0]!) / N);
  });
  return norms.sort((a, b) => a - b)[6]!.toExponential(0);
}
for (const gain of [0.5, 1, 2, 5])
  console.log(
    `W stretches by ${gain}: plain ${median(rnn, 8, gain)}, layer norm ${median(normalised(layerNorm), 8, gain)}, batch norm at each step ${median(normalised(batchNorm), 8, gain)}`,
  );
console.log('plain, by the number of units:', [4, 8, 16].map((H) => `${median(rnn, H, 0.9)} with ${H}`).join(', '));
console.log(
  'plain, by the number of steps:',
  [10, 25, 50].map((t) => `${median(rnn, 8, 0.9, t)} after ${t}`).join(', '),
);
