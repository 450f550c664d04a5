/** Layers without state against PyTorch in float64 (`fixtures/torch_layers.py`), to 1e-10 relative. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { relativeDistance } from '../cells/testing.ts';
import {
  additiveAttention,
  additiveKeys,
  backward,
  batch,
  batchNorm,
  batchNormOverTime,
  causalConvolution,
  dense,
  dotAttention,
  layerNorm,
  layers,
  output,
  run,
  scan,
  square,
  sub,
  sum,
  sumTime,
  type TensorLike,
  tensor,
  trace,
  type Var,
} from '../index.ts';

interface Case {
  readonly layer: string;
  readonly given: Readonly<Record<string, TensorLike>>;
  readonly target: TensorLike;
  readonly y: TensorLike;
  readonly gradients: Readonly<Record<string, TensorLike>>;
}
const { cases } = JSON.parse(readFileSync(new URL('../fixtures/torch-layers.json', import.meta.url), 'utf8')) as {
  cases: Case[];
};

type Layer = (given: Record<string, Var>) => Var;
const known: Readonly<Record<string, Layer>> = {
  dense: ({ x, ...given }) => dense.apply(given, x!),
  'layer-norm': ({ x, ...given }) => layerNorm.apply(given, x!),
  'batch-norm': ({ x, ...given }) => batchNorm.apply(given, x!),
  'batch-norm per step': ({ x, ...given }) =>
    scan({}, { x: x! }, (_, now) => ({ y: batchNorm.apply(given, now.x!) })).y!,
  'batch-norm over time': ({ x, ...given }) => batchNormOverTime(given, x!),
  convolution: ({ x, ...given }) => causalConvolution(given, x!, { inputs: 2, outputs: 3, kernel: 3, dilation: 3 }),
  'dot attention': ({ encodings, query }) => dotAttention(encodings!, query!).context,
  'additive attention': ({ encodings, query, ...given }) =>
    additiveAttention(given, additiveKeys(given, encodings!), encodings!, query!).context,
};
/** Examples of what is a batch in PyTorch. */
const N = 5;
const isBatched = (layer: string) => layer.startsWith('batch-norm');

/** The program of one example, made a batch where the layer is one of batches. */
function programOf({ layer, given, target }: Case) {
  const one = (value: TensorLike) => tensor(value).shape.toSpliced(isBatched(layer) ? -2 : 0, isBatched(layer) ? 1 : 0);
  const inputs = Object.entries({ ...given, target }).map(([name, value]) => {
    const kind = name === 'x' || name === 'target' ? 'data' : 'parameter';
    return [name, { shape: kind === 'data' ? one(value) : tensor(value).shape, kind }] as const;
  });
  const program = trace(Object.fromEntries(inputs), ({ target: wanted, ...values }) => {
    const y = known[layer]!(values);
    const error = (a: Var, b: Var) => sum(square(sub(a, b)));
    if (y.shape.length === 1) return { y, L: error(y, wanted!) };
    return { y, L: sumTime(scan({}, { y, wanted: wanted! }, (_, now) => ({ l: error(now.y!, now.wanted!) })).l!) };
  });
  return isBatched(layer) ? batch(program, N) : program;
}

describe('PyTorch', () => {
  it('has been asked about every layer but the embedding, which a file of modules holds', () => {
    expect(cases.map(({ layer }) => layer)).toEqual(Object.keys(known));
    for (const { id } of layers) if (id !== 'embedding') expect(known).toHaveProperty(id);
  });

  it.each(cases.map((each) => [each.layer, each] as const))('%s', (layer, each) => {
    const wrt = Object.keys(each.given);
    const both = backward(programOf(each), { wrt });
    const values = run(both, { ...each.given, target: each.target });
    const close = (key: string, expected: TensorLike, factor = 1) => {
      const { shape, data } = output(both, values, key);
      const actual = { shape, data: data.map((x) => factor * x) };
      expect(relativeDistance(actual, expected), key).toBeLessThanOrEqual(1e-10);
    };
    close('y', each.y);
    // The loss of a batch is the mean over its examples; there it is their sum.
    for (const name of wrt) close(`dL/d${name}`, each.gradients[name]!, isBatched(layer) ? N : 1);
  });
});
