import { describe, expect, it } from 'vitest';
import { adam, adamW, InputError, initialState, momentum, sgd, update } from '../index.ts';

const parameters = { W: [[1, 2, 3]], b: 0.5 };
const gradients = { W: [[10, 0, -10]], b: 1 };
const start = initialState(momentum, parameters);

describe('update', () => {
  it('steps every parameter and carries its state', () => {
    const first = update(momentum, parameters, gradients, start, { η: 0.5, μ: 0.5 });
    expect(first.parameters).toEqual({
      W: { shape: [1, 3], data: Float64Array.of(-4, 2, 8) },
      b: { shape: [], data: Float64Array.of(0) },
    });
    const second = update(momentum, first.parameters, gradients, first.state, { η: 0.5, μ: 0.5 });
    expect(second.state.t).toBe(2);
    expect(second.state.memory.W!.v!.data).toEqual(Float64Array.of(15, 0, -15));
    expect(second.parameters.b!.data[0]).toBe(-0.75);
  });

  it('changes nothing in place', () => {
    const before = structuredClone([parameters, gradients, start]);
    update(momentum, parameters, gradients, start);
    expect([parameters, gradients, start]).toEqual(before);
  });

  it('tells everything that was computed', () => {
    const { values } = update(adam, parameters, gradients, initialState(adam, parameters));
    expect(values.b!.get('m̂[t]')!.data[0]).toBeCloseTo(1, 14);
    expect(values.b!.get('v[t]')!.data[0]).toBeCloseTo(0.001, 14);
  });

  it('counts t for the bias correction', () => {
    let state = initialState(adamW, parameters);
    let at: typeof parameters | ReturnType<typeof update>['parameters'] = parameters;
    for (let k = 0; k < 3; k++) ({ state, parameters: at } = update(adamW, at, gradients, state));
    expect(state.t).toBe(3);
    const { values } = update(adamW, at, gradients, state);
    expect(values.b!.get('β_1^t')!.data[0]).toBeCloseTo(0.6561, 14);
  });

  it('refuses what it does not know, by name', () => {
    expect(() => update(sgd, parameters, gradients, start, { μ: 0.9 })).toThrow(
      'SGD has no hyperparameter μ; it has η',
    );
    expect(() => update(sgd, parameters, { W: gradients.W }, start)).toThrow(
      new InputError('b', 'no gradient for b: a scalar'),
    );
    expect(() => update(sgd, parameters, { ...gradients, W: [1, 2] }, start)).toThrow('W is [1, 3], its gradient [2]');
    expect(() => update(sgd, parameters, { ...gradients, b: Number.NaN }, start)).toThrow(
      'the gradient of b has NaN in it',
    );
    expect(() => update(sgd, { ...parameters, c: 1 }, { ...gradients, c: 1 }, start)).toThrow(
      'the state of SGD knows no parameter c',
    );
  });
});
