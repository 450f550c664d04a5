/** The numbers of what is shown, as rows for a file. */
import type { Frame } from './model.ts';

export function tableOf(frame: Frame): (string | number)[][] {
  if (frame.softmax) {
    const { probabilities, jacobian } = frame.softmax;
    const names = probabilities.map((_, j) => `dp/dz${j + 1}`);
    return [['z', 'p', ...names], ...probabilities.map((p, i) => [frame.state.logits[i]!, p, ...jacobian[i]!])];
  }
  const { state, curves } = frame;
  if (state.view === 'repeated')
    return [
      ['k', ...curves.flatMap(({ letter }) => [`h by ${letter}`, `factor ${letter}`, `product ${letter}`])],
      ...curves[0]!.chain.map(({ k }, i) => [
        k,
        ...curves.flatMap(({ chain }) => [chain[i]!.value, chain[i]!.factor, chain[i]!.gradient]),
      ]),
    ];
  return [
    ['function', 'x', 'value', 'slope', 'bend'],
    ...curves.flatMap(({ letter, places, curves: [values, slopes, bends] }) =>
      places.map((x, k) => [letter, x, values[k]!, slopes[k]!, bends[k]!]),
    ),
  ];
}
