import { describe, expect, it } from 'vitest';
import { breaksOf } from './breaks.ts';
import { evaluate, parse } from './expression/index.ts';
import type { Var } from './index.ts';

const formula = (text: string) => {
  const expression = parse(text);
  return (x: Var) => evaluate(expression, { x });
};

describe('where a function breaks', () => {
  const found = (text: string) =>
    breaksOf(formula(text), -4, 4).map(({ at, kind }) => `${kind} at ${Number(at.toFixed(9))}`);
  it.each([
    ['e^x + sin(x)·tanh(x)', []],
    ['ReLU(x)', ['kink at 0']],
    ['ReLU(2x − 1)', ['kink at 0.5']],
    ['|x^2 − 2|', ['kink at -1.414213562', 'kink at 1.414213562']],
    ['max(x, 1)', ['kink at 1']],
    ['sign(x − 1.234)', ['jump at 1.234']],
    ['1/x', ['pole at 0']],
    ['1/(x − 0.377)^2', ['pole at 0.377']],
    ['sin(x)/x', ['hole at 0']],
    ['tan(x)', ['pole at -1.570796327', 'pole at 1.570796327']],
    ['1/(1 + x^2)', []],
    ['log(x + 1)', ['edge at -1']],
    ['√(x − 1)', ['edge at 1']],
    // Between the first two places: no lowest place, only a change of sign.
    ['√(x + 3.995)', ['edge at -3.995']],
    ['flat(x)', ['flat at 0']],
    ['ReLU(sign(x))', ['jump at 0', 'kink at 0']],
  ])('%s: %j', (text, expected) => expect(found(text).toSorted()).toEqual(expected.toSorted()));
});
