/** Every layer and every wiring: gradients against central differences, scan against unrolled, batch against one by one. */
import { describe, expect, it } from 'vitest';
import {
  backward,
  batch,
  causalConvolution,
  cells,
  convolutionParameters,
  differenceOf,
  dotAttention,
  layers,
  mul,
  output,
  type Program,
  plan,
  rnn,
  run,
  sequenceToSequence,
  sum,
  tensor,
  toArray,
  trace,
  unroll,
  type Var,
} from '../index.ts';
import { distance, maxAbs, randomInputs } from '../testing.ts';
import { asParameters, stackProgram } from './testing.ts';

const weigh = (v: Var): Var => sum(mul(v, v));

/** Programs that exercise each layer, all ending in a scalar L. */
const programs: Record<string, Program> = {
  ...Object.fromEntries(
    layers.map((layer) => [
      layer.id,
      trace(
        {
          ...asParameters(layer.parameters({ inputs: 3, outputs: 3 })),
          x: { shape: [3], kind: 'data' },
          target: { shape: [3], kind: 'data' },
        },
        ({ x, target, ...parameters }) => ({ L: weigh(mul(layer.apply(parameters, x!), target!)) }),
      ),
    ]),
  ),
  ...Object.fromEntries(
    cells
      .filter(({ id }) => id !== 'jordan')
      .flatMap((cell) =>
        [{ layers: 2 }, { layers: 1, bidirectional: true }].map((depth) => [
          `${cell.id}, ${depth.layers} layers${depth.bidirectional ? ', both directions' : ''}`,
          stacked(cell, depth, {}),
        ]),
      ),
  ),
  'stack with a mask': stacked(rnn, { layers: 2, bidirectional: true }, { mask: true }),
  'stack with dropout per step': stacked(rnn, { layers: 2 }, { dropout: [4, 2] }),
  'stack with variational dropout': stacked(rnn, { layers: 2 }, { dropout: [2] }),
  convolution: trace(
    {
      ...asParameters(convolutionParameters({ inputs: 2, outputs: 3, kernel: 2, dilation: 2 })),
      x: { shape: [5, 2], kind: 'data' },
    },
    ({ x, ...parameters }) => ({
      L: weigh(causalConvolution(parameters, x!, { inputs: 2, outputs: 3, kernel: 2, dilation: 2 })),
    }),
  ),
  'dot attention': trace(
    { e: { shape: [4, 2], kind: 'parameter' }, q: { shape: [2], kind: 'parameter' } },
    ({ e, q }) => ({ L: weigh(dotAttention(e!, q!).context) }),
  ),
  ...Object.fromEntries(
    (['none', 'dot', 'additive'] as const).map((attention) => [
      `sequence to sequence, ${attention}`,
      sequenceToSequence(rnn, { X: 2, Y: 3, H: 2, S: 3, T: 2, attention, loss: 'crossEntropy' }),
    ]),
  ),
};

function stacked(
  cell: (typeof cells)[number],
  depth: { layers: number; bidirectional?: boolean },
  extra: { mask?: boolean; dropout?: number[] },
): Program {
  const more = {
    ...(extra.mask && { mask: { shape: [4], kind: 'data' as const } }),
    ...(extra.dropout && { dropout: { shape: extra.dropout, kind: 'data' as const } }),
  };
  return stackProgram(cell, depth, { X: 2, H: 2, T: 4 }, more, ({ out }) => ({ L: weigh(out!), out: out! }));
}

describe.each(Object.entries(programs))('%s', (name, program) => {
  // A ReLU is not smooth: stay on this side of its kinks.
  const step = name.includes('relu') ? 1e-3 : undefined;
  const given = randomInputs(program, 8, 0.6, name.startsWith('sequence'));
  if (given.mask) given.mask.data.set([1, 1, 1, 0]);
  const both = backward(program);
  const values = run(both, given);
  const keys = Object.keys(both.outputs).filter((key) => key.startsWith('dL/d'));

  it('gradients equal central differences', () => {
    const scale = Math.abs(output(both, values, 'L').data[0]!);
    for (const key of keys) {
      const gradient = output(both, values, key).data;
      gradient.forEach((g, at) => {
        expect(
          Math.abs(g - differenceOf(program, given, key.slice(4), at, 'L', step).value),
          `${key}[${at}]`,
        ).toBeLessThanOrEqual(1e-8 * Math.max(maxAbs(gradient), scale));
      });
    }
  });

  it('unrolled it computes the same gradients', () => {
    const expanded = unroll(both);
    const again = run(expanded, given);
    for (const key of keys)
      expect(distance(output(expanded, again, key).data, output(both, values, key).data), key).toBeLessThanOrEqual(
        1e-14,
      );
  });

  it('a plan computes the same', () => {
    const made = plan(both, { type: 'float64' });
    for (const [input, { data }] of Object.entries(given)) made.set(input, data);
    made.run();
    for (const key of keys)
      expect(distance(made.buffer(key), output(both, values, key).data), key).toBeLessThanOrEqual(1e-12);
  });

  it.skipIf(name === 'batch-norm')('a batch of two computes the mean of two', () => {
    const twin = randomInputs(program, 9, 0.6, name.startsWith('sequence'));
    if (twin.mask) twin.mask.data.set([1, 0, 0, 0]);
    for (const { name: input, kind } of program.inputs) if (kind === 'parameter') twin[input] = given[input]!;
    const two = backward(batch(program, 2));
    const sequences = new Set(
      program.equations.flatMap((each) => ('xs' in each ? each.xs.map(({ from }) => from) : [])),
    );
    const delayed = new Set(
      program.equations.flatMap((each) => ('op' in each && each.op === 'delay' ? each.inputs.map(String) : [])),
    );
    const stack2 = Object.fromEntries(
      program.inputs.map(({ name: input, kind }) => {
        const [a, b] = [given[input]!, twin[input]!];
        if (kind === 'parameter') return [input, a];
        if (!sequences.has(input) && !delayed.has(input)) return [input, tensor([a, b])];
        const steps = toArray(a) as never[];
        return [input, tensor(steps.map((step, t) => [step, (toArray(b) as never[])[t]!]))];
      }),
    );
    const together = run(two, stack2);
    const alone = run(both, twin);
    for (const key of keys.filter((each) =>
      program.inputs.some((input) => input.kind === 'parameter' && `dL/d${input.name}` === each),
    )) {
      const mean = output(both, values, key).data.map((x, k) => (x + output(both, alone, key).data[k]!) / 2);
      expect(distance(output(two, together, key).data, mean), key).toBeLessThanOrEqual(
        1e-12 * Math.max(1, maxAbs(mean)),
      );
    }
  });
});
