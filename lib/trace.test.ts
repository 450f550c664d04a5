import { expect, it } from 'vitest';
import { add, matvec, network, part, rnn, ShapeError, scan, sub, tanh, trace, type Var } from './index.ts';

/** What a function that no compiler has seen may do. */
const tracing = (fn: (given: Record<string, Var>) => unknown) => () =>
  trace({ x: { shape: [3, 2] } }, fn as (given: Record<string, Var>) => Record<string, Var>);
const anyOp = tanh as (...operands: unknown[]) => Var;

let kept: Var | undefined;
tracing(({ x }) => {
  kept = x!;
  return { y: x };
})();

it.each<[string, () => unknown, string]>([
  [
    'a misspelt value',
    tracing(({ X }) => ({ y: anyOp(X) })),
    'operand 1 of tanh is undefined; expected a traced value',
  ],
  ['a misspelt operand', tracing(({ x, X }) => ({ y: add(x!, X!) })), 'operand 2 of add is undefined'],
  ['a misspelt operand with attributes', tracing(({ X }) => ({ y: part(X!, 0, 1) })), 'operand 1 of part is undefined'],
  ['too many operands', tracing(({ x }) => ({ y: anyOp(x, x) })), 'tanh takes 1 operand, got 2'],
  ['too few operands', tracing(({ x }) => ({ y: sub(x!) })), 'sub takes 2 operands, got 1'],
  ['too few operands of a product', tracing(({ x }) => ({ y: matvec(x!) })), 'matvec takes 2 operands, got 1'],
  ['a number as result', tracing(() => ({ y: 3 })), 'y is 3; expected a traced value'],
  ['a value of another trace', tracing(({ x }) => ({ y: add(x!, kept!) })), 'x belongs to another trace'],
  [
    'a value of a step that is over',
    tracing(({ x }) => {
      let inside: Var | undefined;
      scan({}, { x: x! }, (_, now) => {
        inside = tanh(now.x!);
        return { y: inside };
      });
      return { y: tanh(inside!) };
    }),
    'belongs to another trace, or to the step of a scan',
  ],
])('refuses %s', (_, act, message) => {
  expect(act).toThrow(TypeError);
  expect(act).toThrow(message);
});

it.each([0, -1, 1.5, Number.NaN])('refuses extents of %d', (T) => {
  const options = { X: 1, H: 2, Y: 1, loss: 'mse' } as const;
  expect(() => network(rnn, { ...options, T })).toThrow(ShapeError);
  expect(() => network(rnn, { ...options, T })).toThrow(`x: extents are whole numbers of at least 1, not [${T}, 1]`);
});

it('takes an input for data unless it is told another kind', () => {
  const program = trace({ x: { shape: [2] }, W: { shape: [2], kind: 'parameter' } }, ({ x, W }) => ({
    y: add(x!, W!),
  }));
  expect(program.inputs.map(({ kind }) => kind)).toEqual(['data', 'parameter']);
});
