/** Numbers from PyTorch in float64 (`fixtures/torch_training.py` makes them), to 1e-10 relative. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  add,
  bernoulliNll,
  categoricalNll,
  clipByNorm,
  clipByValue,
  gaussianNll,
  huber,
  initialState,
  type Loss,
  laplaceNll,
  logsumexp,
  losses,
  matvec,
  mse,
  type Optimizer,
  ops,
  optimizers,
  penalties,
  schedules,
  softmax,
  sum,
  type TensorLike,
  tanh,
  tensor,
  update,
  type Var,
  withL2,
} from './index.ts';
import { distance, maxAbs, valueAndGradients } from './testing.ts';

type List = readonly number[];
type Nested = number | readonly Nested[];
type Tensors = Readonly<Record<string, TensorLike>>;
interface Fixtures {
  readonly losses: readonly { loss: string; y: List; target: List; L: number; dy: List }[];
  readonly penalties: readonly Readonly<Record<'penalty' | 'lambda' | 'P' | 'W' | 'v' | 'dW' | 'dv', never>>[];
  readonly problem: readonly { W: List[]; b: List; x: List[]; target: List[] }[];
  readonly optimizers: readonly {
    name: string;
    optimizer: string;
    hyper: Record<string, number>;
    rate: List;
    L: List;
    W: Nested[];
    b: Nested[];
  }[];
  readonly schedules: readonly { schedule: string; rates: List }[];
  readonly clipping: readonly {
    bound: number;
    norm: number;
    g: Tensors;
    byNormTorch: Tensors;
    byNorm: Tensors;
    byValue: Tensors;
  }[];
  readonly activations: readonly { activation: string; x: List; y: List; dx: List }[];
  readonly softmax: readonly { z: List; softmax: List; logsumexp: number; dz: List }[];
}
const read = (name: string) => JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8'));
const fixtures = read('torch-training.json') as Fixtures;

/** Largest difference within 1e-10 of the largest number. */
const close = (actual: TensorLike, expected: Nested, what: string) => {
  const [ours, theirs] = [tensor(actual), tensor(expected as TensorLike)];
  expect(ours.shape, what).toEqual(theirs.shape);
  expect(ours.data.every(Number.isFinite), what).toBe(true);
  expect(distance(ours.data, theirs.data), what).toBeLessThanOrEqual(1e-10 * maxAbs(theirs.data));
};

describe('losses and their gradients', () => {
  const all: Readonly<Record<string, Loss>> = {
    ...losses,
    'huber(0.25)': huber(0.25),
    'gaussianNll(0.7)': gaussianNll(0.7),
    'laplaceNll(0.7)': laplaceNll(0.7),
    ...{ categoricalNll, bernoulliNll },
  };

  it('cover every loss, and logits of ±800', () => {
    expect(new Set(fixtures.losses.map(({ loss }) => loss))).toEqual(new Set(Object.keys(all)));
    const extreme = fixtures.losses.filter(({ y }) => maxAbs(y) === 800).map(({ loss }) => loss);
    expect(extreme).toEqual(expect.arrayContaining(Object.keys(losses)));
  });

  it.each(fixtures.losses.map((each) => [each.loss, String(each.y), each] as const))(
    '%s of %s',
    (_, __, { loss, y, target, L, dy }) => {
      const { value, gradients } = valueAndGradients(({ y, target }) => all[loss]!(y!, target!), { y, target });
      close(value, L, 'L');
      close(gradients.y!, dy, 'dL/dy');
    },
  );
});

it.each(penalties.map((each) => [each.id, each] as const))('penalty %s', (id, { penalty }) => {
  const cases = fixtures.penalties.filter((each) => each.penalty === id);
  expect(cases).toHaveLength(2);
  for (const { lambda, W, v, P, dW, dv } of cases) {
    const { value, gradients } = valueAndGradients(({ W, v }) => penalty([W!, v!], lambda), { W, v });
    close(value, P, 'P');
    close(gradients.W!, dW, 'dP/dW');
    close(gradients.v!, dv, 'dP/dv');
  }
});

describe('25 updates', () => {
  const known: Readonly<Record<string, Optimizer>> = Object.fromEntries(
    optimizers.flatMap((each) => ('λ' in each.hyper ? [each] : [each, withL2(each)])).map((each) => [each.id, each]),
  );
  const { x, target, ...start } = fixtures.problem[0]!;
  const objective = ({ W, b, ...given }: Record<string, Var>) => {
    const one = (n: number) => mse(tanh(add(matvec(W!, given[`x${n}`]!), b!)), given[`target${n}`]!);
    return add(...x.map((_, n) => one(n)));
  };
  const examples = Object.fromEntries(
    x.flatMap((row, n) => [
      [`x${n}`, row],
      [`target${n}`, target[n]!],
    ]),
  );

  it('cover every optimiser, with L2 where it has no λ of its own', () => {
    expect(new Set(fixtures.optimizers.map(({ optimizer }) => optimizer))).toEqual(new Set(Object.keys(known)));
  });

  it.each(fixtures.optimizers.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const optimizer = known[each.optimizer]!;
    let parameters: Tensors = start;
    let state = initialState(optimizer, parameters);
    each.rate.forEach((η, k) => {
      const { value, gradients } = valueAndGradients(objective, { ...parameters, ...examples });
      close(value, each.L[k]!, `L before update ${k + 1}`);
      ({ parameters, state } = update(optimizer, parameters, gradients, state, { ...each.hyper, η }));
      close(parameters.W!, each.W[k]!, `W after update ${k + 1}`);
      close(parameters.b!, each.b[k]!, `b after update ${k + 1}`);
    });
  });
});

it.each(fixtures.schedules.map((each) => [each.schedule, each.rates] as const))('schedule %s', (text, rates) => {
  const { constant, stepwise, exponential, cosine, warmUp } = schedules;
  const made: Readonly<Record<string, schedules.Schedule>> = {
    'constant(0.3)': constant(0.3),
    'stepwise(0.3, 7, 0.5)': stepwise(0.3, 7, 0.5),
    'exponential(0.3, 0.9)': exponential(0.3, 0.9),
    'cosine(0.3, 29, 0.01)': cosine(0.3, 29, 0.01),
    'warmUp(5, exponential(0.3, 0.9))': warmUp(5, exponential(0.3, 0.9)),
  };
  close(
    rates.map((_, k) => made[text]!(k)),
    rates,
    text,
  );
});

it.each(fixtures.clipping.map((each) => [each.bound, each] as const))('clipping to %d', (bound, each) => {
  const clipped = clipByNorm(each.g, bound);
  close(clipped.norm, each.norm, 'norm');
  const cut = clipByValue(each.g, bound).gradients;
  for (const key of Object.keys(each.g)) {
    const ours = clipped.gradients[key]!;
    close(ours, each.byNorm[key] as Nested, `${key} by norm`);
    // PyTorch divides by norm + 1e-6, and clips when bound/(norm + 1e-6) is below 1.
    const torch = Math.min(1, bound / (each.norm + 1e-6)) / clipped.factor;
    close(
      { ...ours, data: ours.data.map((g) => torch * g) },
      each.byNormTorch[key] as Nested,
      `${key} by norm, PyTorch`,
    );
    close(cut[key]!, each.byValue[key] as Nested, `${key} by value`);
  }
});

describe('activations up to ±800', () => {
  it.each(fixtures.activations.map((each) => [each.activation, each] as const))('%s', (name, { x, y, dx }) => {
    const apply = (v: Var) => v.builder.emit(ops[name]!, [v]);
    x.forEach((at, k) => {
      const { value, gradients } = valueAndGradients(({ x }) => apply(x!), { x: at });
      // Each by itself: σ(−40) = 4e-18 counts, though σ(40) is 1. tanh′ = 1 − y² loses it, here and in PyTorch.
      close(value, y[k]!, `${name}(${at})`);
      expect(Math.abs(gradients.x!.data[0]! - dx[k]!)).toBeLessThanOrEqual(1e-10 * Math.abs(dx[k]!) + 1e-16);
    });
  });

  it.each(fixtures.softmax.map((each) => [String(each.z), each] as const))('softmax, logsumexp of %s', (_, each) => {
    const { value, gradients } = valueAndGradients(({ z }) => logsumexp(z!), { z: each.z });
    close(value, each.logsumexp, 'logsumexp');
    close(gradients.z!, each.dz, 'gradient');
    close(gradients.z!, each.softmax, 'softmax');
    expect(valueAndGradients(({ z }) => sum(softmax(z!)), { z: each.z }).value).toBeCloseTo(1, 14);
  });
});
