/** What every optimiser must pass by being listed. */
import { describe, expect, it } from 'vitest';
import { backward, initialState, optimizerProgram, optimizers, run, update, withL2 } from '../index.ts';
import { downhill, hilly, walk } from './testing.ts';

const withDecay = optimizers.filter(({ hyper }) => !('λ' in hyper)).map((each) => withL2(each));
describe.each([...optimizers, ...withDecay].map((each) => [each.id, each] as const))('%s', (_, optimizer) => {
  const start = [
    [1.5, -0.7],
    [0.2, 2],
  ];

  it('does to a matrix what it does to each number of it', () => {
    const whole = walk(optimizer, start, downhill, 5);
    const single = start.flat().map((w) => walk(optimizer, w, downhill, 5));
    whole.forEach((w, k) => {
      expect(w).toEqual(single.map((path) => path[k]![0]));
    });
  });

  it('goes downhill', () => {
    const path = walk(optimizer, start, downhill, 30);
    expect(hilly(path.at(-1)!).value).toBeLessThan(hilly(start.flat()).value);
  });

  it('leaves a weight at 0 without gradients alone', () => {
    expect(
      walk(optimizer, [0, 0], () => [0, 0], 3)
        .flat()
        .every((w) => w === 0),
    ).toBe(true);
  });

  it('carries what it says, and returns plain data', () => {
    const { state } = update(optimizer, { w: [1, 2] }, { w: [0.1, 0.2] }, initialState(optimizer, { w: [1, 2] }));
    expect(Object.keys(state.memory.w!)).toEqual([...optimizer.state]);
    expect(structuredClone(state)).toEqual(state);
  });

  it('can be differentiated like any program', () => {
    const { inputs, equations, outputs } = optimizerProgram(optimizer, []);
    const program = backward({ inputs, equations, outputs }, { of: 'w', wrt: ['w[t-1]', 'g[t]'] });
    const hyper = { ...optimizer.hyper, t: 1 };
    const given = Object.fromEntries(
      inputs.map(({ name, kind }) => [name, hyper[name as keyof typeof hyper] ?? (kind === 'state' ? 0.2 : 0.7)]),
    );
    const values = run(program, given);
    expect(values.get(program.outputs['dw/dw[t-1]']!)!.data[0]).toBeGreaterThan(0.9);
    expect(values.get(program.outputs['dw/dg[t]']!)!.data[0]).toBeLessThan(0);
  });
});

it('starts from the usual values of PyTorch', () => {
  const usual = Object.fromEntries(optimizers.map(({ id, hyper }) => [id, hyper]));
  expect(usual.rmsprop).toEqual({ η: 0.01, ρ: 0.99, ε: 1e-8 });
  expect(usual.adagrad).toEqual({ η: 0.01, ε: 1e-10 });
  expect(usual.adam).toEqual({ η: 0.001, β_1: 0.9, β_2: 0.999, ε: 1e-8 });
  expect(usual.adamw).toEqual({ ...usual.adam, λ: 0.01 });
});
