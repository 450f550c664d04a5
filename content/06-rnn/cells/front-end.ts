// E38: whatever stands in front of the cell only decides what x_t
// is. Three ways to feed one series.
import { rnn } from 'unrolled';

const series = [3, 1, 4, 1, 5];
const frontEnds = {
  'the number itself': series.map((s) => [s]),
  'powers s, s²': series.map((s) => [s, s ** 2]),
  // A one-dimensional convolution: how much the series rises
  // across three neighbours.
  convolution: series.slice(2).map((s, t) => [s - series[t]!]),
};
for (const [name, x] of Object.entries(frontEnds)) {
  const m = x[0]!.length;
  const { W_xh } = rnn.parameters({ X: m, H: 4, Y: 1 });
  console.log(`${name}: ${x.length} steps of m = ${m}, first (${x[0]!.join(', ')}); W_xh is ${W_xh!.join('×')}`);
}
