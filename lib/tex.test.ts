import { expect, it } from 'vitest';
import { backward, equationTex, mul, nameTex, network, rnn, rnnRelu, stepTex, trace, unroll } from './index.ts';

it('writes the step of the RNN as its formula', () => {
  expect(stepTex(rnn).map(({ tex }) => tex)).toEqual([
    'a_{t} = W_{hh}\\,h_{t-1} + W_{xh}\\,x_{t} + b_{h}',
    'h_{t} = \\tanh(a_{t})',
    'y_{t} = W_{hy}\\,h_{t} + b_{y}',
    '\\ell_{t} = \\operatorname{mean}({(y_{t} - y^{\\ast}_{t})}^{2})',
  ]);
});

it('takes the activation from the cell', () => {
  expect(stepTex(rnnRelu)[1]!.tex).toBe('h_{t} = \\operatorname{ReLU}(a_{t})');
});

it('marks symbols for linking with the names that the program uses', () => {
  expect(stepTex(rnn, { link: true })[1]!.tex).toBe('\\sym{h[t]}{h_{t}} = \\tanh(\\sym{a[t]}{a_{t}})');
});

it('puts a named value in where it is used, if asked to', () => {
  expect(stepTex(rnn, { inline: ({ symbol }) => symbol === 'a' })[1]!.tex).toBe(
    'h_{t} = \\tanh(W_{hh}\\,h_{t-1} + W_{xh}\\,x_{t} + b_{h})',
  );
});

it('writes gradients, their contributions and local derivatives as fractions', () => {
  const program = backward(unroll(network(rnn, { X: 1, H: 2, Y: 1, T: 3, loss: 'mse' })));
  expect(equationTex(program, 'dL/dh_2')).toBe(
    '\\frac{\\partial L}{\\partial h_{2}} = \\frac{\\partial L}{\\partial h_{2}}\\bigg|_{a_{3}} + \\frac{\\partial L}{\\partial h_{2}}\\bigg|_{y_{2}}',
  );
  expect(equationTex(program, 'dh_2/da_2')).toBe('\\frac{\\partial h_{2}}{\\partial a_{2}} = 1 - {h_{2}}^{2}');
  expect(nameTex(program, 'dL/dW_hh')).toBe('\\frac{\\partial L}{\\partial W_{hh}}');
});

it('puts negative numbers in parentheses', () => {
  const program = trace({ x: { shape: [] } }, ({ x }) => ({ y: mul(x!, -1) }));
  expect(equationTex(program, 'y')).toBe('y = x \\odot (-1)');
});
