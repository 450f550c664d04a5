import { describe, expect, it } from 'vitest';
import { coefficientsAlong, valuesAlong } from './curve.ts';
import { evaluate, parse } from './expression/index.ts';
import { taylor, type Var } from './index.ts';

const formula = (text: string) => {
  const expression = parse(text);
  return (x: Var) => evaluate(expression, { x });
};

describe('a function along an interval', () => {
  const places = [-1, 0, 0.5, 2];
  it.each(['tanh(x)', 'x^3 − x', 'softplus(x)/(1 + x^2)', '7'])(
    '%s has the values and coefficients of each place',
    (text) => {
      const f = formula(text);
      const values = valuesAlong(f, places);
      const thirds = coefficientsAlong(f, places, 3);
      places.forEach((x, k) => {
        const { coefficients } = taylor(f, x, { order: 3 });
        expect([values[k], thirds[k]]).toEqual([coefficients[0], coefficients[3]]);
      });
    },
  );
});
