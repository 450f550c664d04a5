/**
 * The answers of the chapter's exercises and predictions, right and wrong ones, as the engine computes them: nothing is
 * typed in.
 */
import { type Expansion, expressions, functionAt, polynomialAt, remainderAt, taylor } from 'unrolled';
import { frameOf as checked } from '../../src/widgets/taylor/check/model.ts';
import { examples as explorer } from '../../src/widgets/taylor/examples.ts';
import { reachOf } from '../../src/widgets/taylor/known.ts';
import { frameOf as explored } from '../../src/widgets/taylor/model.ts';
import { examples as steps } from '../../src/widgets/taylor/step/examples.ts';
import { frameOf as stepped } from '../../src/widgets/taylor/step/model.ts';

const { evaluate, parse } = expressions;

const expand = (text: string, a: number): Expansion => {
  const formula = parse(text);
  return taylor((x) => evaluate(formula, { x }), a);
};

const exp = expand('e^x', 0);

/** e^0.5 by the line, by one term more, and as it is. */
export const half = {
  exact: functionAt(exp, 0.5),
  line: polynomialAt(exp, 0.5, 1),
  offLine: remainderAt(exp, 0.5, 1),
  second: polynomialAt(exp, 0.5, 2),
  off: remainderAt(exp, 0.5, 2),
  noFactorial: 1 + 0.5 + 0.5 ** 2,
};

/** The slope of e^(2x) at 0. */
export const chain = { right: expand('e^(2x)', 0).coefficients[1]!, inner: expand('e^x', 0).coefficients[1]! };

/** The coefficient of x³ in the sine. */
export const cubic = {
  right: expand('sin(x)', 0).coefficients[3]!,
  derivative: 6 * expand('sin(x)', 0).coefficients[3]!,
};

const sine = expand('sin(x)', 0);
/** What is left of the error of the sine's polynomial of degree 3 at half the distance. */
export const halved = Math.round(remainderAt(sine, 0.1, 3) / remainderAt(sine, 0.05, 3));

/** The radius of 1/(1 + x²), expanded at 1 and at 0. */
export const witch = { at1: reachOf('1/(1 + x^2)', 1)!.radius, at0: reachOf('1/(1 + x^2)', 0)!.radius };
const beyond = explored(explorer.radius);
/** At 1.2, to order 8 and to order 20. */
export const worse = { eight: beyond.remainder.here, twenty: remainderAt(beyond.expansion, 1.2, 20) };

/** One step on w² from 3 at the rate 0.1. */
const square = stepped({ ...steps['one-step'], text: 'w^2', w: 3, rate: 0.1 });
export const descent = { first: square.first, second: square.second, actual: square.actual, slope: square.slope };
/** The rate at which w² gains nothing. */
export const limit = stepped(steps['at-the-limit']).limit!;
/** What the figure shows first. */
export const shown = stepped(steps['one-step']);
/** A valley as steep as 25w². */
export const steep = stepped({ ...steps['one-step'], text: '25w^2', w: 1 }).limit!;

/** A Taylor test of w² at 1 with a slope that is a hundredth too small: errors, and by what they are divided. */
const almost = checked({ loss: 'w^2', slope: '1.98w', w: 1 }).rows.slice(0, 6);
export const wrongByALittle = {
  errors: almost.map(({ error }) => error.toExponential(1).replace('-', '−')).join(', '),
  first: almost[1]!.ratio,
  last: almost.at(-1)!.ratio,
};

/** Digits after the point, with a real minus sign. */
export const digits = (x: number, places = 4): string => x.toFixed(places).replace('-', '−');
