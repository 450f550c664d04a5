// E32: two pasts, x_1 = 1 and x_1 = −1, with the same output y_1 =
// 0. Can later outputs tell them apart?
import { type Cell, initializers, jordan, network, random, rnn, run } from 'unrolled';

// Two units that push and pull: h_1 = (±0.76, ∓0.76), and y_1 is
// their sum, 0 either way.
const shared = { W_xh: [[1], [-1]], b_h: [0, 0], W_hy: [[1, 1]], b_y: [0] };
const sizes = { X: 1, H: 2, Y: 1, T: 4, loss: 'mse' } as const;

function outputs(cell: Cell, feedback: object, first: number): Float64Array {
  const given = { ...shared, ...feedback, x: [[first], [0], [0], [0]], target: [[0], [0], [0], [0]] };
  return run(network(cell, sizes), given).get('y')!.data;
}
function gap(cell: Cell, feedback: object): number {
  const other = outputs(cell, feedback, -1);
  return Math.max(...outputs(cell, feedback, 1).map((y, t) => Math.abs(y - other[t]!)));
}
const gaps = Array.from({ length: 100 }, (_, seed) => {
  const draw = (...shape: number[]) => ({ shape, data: initializers.normal(1)(shape, random(seed)) });
  return {
    elman: gap(rnn, { W_hh: draw(2, 2), h_0: [0, 0] }),
    jordan: gap(jordan, { W_yh: draw(2, 1), y_0: [0] }),
  };
});
console.log('Elman, smallest gap of 100 random feedbacks:', Math.min(...gaps.map((g) => g.elman)).toFixed(4));
console.log('Jordan, largest gap of 100 random feedbacks:', Math.max(...gaps.map((g) => g.jordan)));
