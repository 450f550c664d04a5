import { describe, expect, it } from 'vitest';
import {
  type Cell,
  cells,
  gru,
  gruPytorch,
  lstm,
  lstm1997,
  lstmCoupled,
  lstmPeephole,
  mgu,
  stepTex,
} from '../index.ts';

/** The formula of a cell, without its readout and loss. */
const tex = (cell: Cell): string =>
  stepTex(cell)
    .filter(({ symbol }) => symbol !== 'y' && symbol !== 'l')
    .map((line) => line.tex)
    .join('\n');

describe('cells', () => {
  it('have ids and names of their own', () => {
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    expect(new Set(cells.map(({ name }) => name)).size).toBe(cells.length);
  });

  it('stand behind the cell that they are a variant of', () => {
    for (const [place, { id, variantOf }] of cells.entries())
      if (variantOf) expect(cells.slice(0, place), id).toContainEqual(expect.objectContaining({ id: variantOf }));
  });

  it('name gates that they have', () => {
    const sizes = { X: 1, H: 1, Y: 1 };
    for (const { id, parameters, memory, libraries = {} } of cells) {
      const gates = [...(memory ? [memory.gate] : []), ...Object.values(libraries).flatMap((form) => form.gates)];
      for (const gate of gates) expect(Object.keys(parameters(sizes)), id).toContain(`b_${gate}`);
    }
  });
});

describe('formulas', () => {
  it('LSTM', () => {
    expect(tex(lstm)).toMatchInlineSnapshot(`
      "f_{t} = \\sigma(W_{hf}\\,h_{t-1} + W_{xf}\\,x_{t} + b_{f})
      i_{t} = \\sigma(W_{hi}\\,h_{t-1} + W_{xi}\\,x_{t} + b_{i})
      o_{t} = \\sigma(W_{ho}\\,h_{t-1} + W_{xo}\\,x_{t} + b_{o})
      g_{t} = \\tanh(W_{hg}\\,h_{t-1} + W_{xg}\\,x_{t} + b_{g})
      c_{t} = f_{t} \\odot c_{t-1} + i_{t} \\odot g_{t}
      h_{t} = o_{t} \\odot \\tanh(c_{t})"
    `);
  });

  it('LSTM with peepholes: the output gate looks at the new cell state', () => {
    expect(tex(lstmPeephole)).toMatchInlineSnapshot(`
      "f_{t} = \\sigma(W_{hf}\\,h_{t-1} + W_{xf}\\,x_{t} + p_{f} \\odot c_{t-1} + b_{f})
      i_{t} = \\sigma(W_{hi}\\,h_{t-1} + W_{xi}\\,x_{t} + p_{i} \\odot c_{t-1} + b_{i})
      g_{t} = \\tanh(W_{hg}\\,h_{t-1} + W_{xg}\\,x_{t} + b_{g})
      c_{t} = f_{t} \\odot c_{t-1} + i_{t} \\odot g_{t}
      o_{t} = \\sigma(W_{ho}\\,h_{t-1} + W_{xo}\\,x_{t} + p_{o} \\odot c_{t} + b_{o})
      h_{t} = o_{t} \\odot \\tanh(c_{t})"
    `);
  });

  it('LSTM of 1997: what is in the cell stays', () => {
    expect(tex(lstm1997)).toMatchInlineSnapshot(`
      "i_{t} = \\sigma(W_{hi}\\,h_{t-1} + W_{xi}\\,x_{t} + b_{i})
      o_{t} = \\sigma(W_{ho}\\,h_{t-1} + W_{xo}\\,x_{t} + b_{o})
      g_{t} = \\tanh(W_{hg}\\,h_{t-1} + W_{xg}\\,x_{t} + b_{g})
      c_{t} = c_{t-1} + i_{t} \\odot g_{t}
      h_{t} = o_{t} \\odot \\tanh(c_{t})"
    `);
  });

  it('LSTM with coupled gates', () => {
    expect(tex(lstmCoupled)).toMatchInlineSnapshot(`
      "f_{t} = \\sigma(W_{hf}\\,h_{t-1} + W_{xf}\\,x_{t} + b_{f})
      i_{t} = 1 - f_{t}
      o_{t} = \\sigma(W_{ho}\\,h_{t-1} + W_{xo}\\,x_{t} + b_{o})
      g_{t} = \\tanh(W_{hg}\\,h_{t-1} + W_{xg}\\,x_{t} + b_{g})
      c_{t} = f_{t} \\odot c_{t-1} + i_{t} \\odot g_{t}
      h_{t} = o_{t} \\odot \\tanh(c_{t})"
    `);
  });

  it('GRU of Chung et al.: r before the product, (1 − z) keeps', () => {
    expect(tex(gru)).toMatchInlineSnapshot(`
      "r_{t} = \\sigma(W_{hr}\\,h_{t-1} + W_{xr}\\,x_{t} + b_{r})
      z_{t} = \\sigma(W_{hz}\\,h_{t-1} + W_{xz}\\,x_{t} + b_{z})
      n_{t} = \\tanh(W_{hn}\\,(r_{t} \\odot h_{t-1}) + W_{xn}\\,x_{t} + b_{n})
      h_{t} = (1 - z_{t}) \\odot h_{t-1} + z_{t} \\odot n_{t}"
    `);
  });

  it('GRU of PyTorch: r after the product, z keeps', () => {
    expect(tex(gruPytorch)).toMatchInlineSnapshot(`
      "r_{t} = \\sigma(W_{hr}\\,h_{t-1} + W_{xr}\\,x_{t} + b_{r})
      z_{t} = \\sigma(W_{hz}\\,h_{t-1} + W_{xz}\\,x_{t} + b_{z})
      n_{t} = \\tanh(r_{t} \\odot (W_{hn}\\,h_{t-1} + b_{hn}) + W_{xn}\\,x_{t} + b_{n})
      h_{t} = z_{t} \\odot h_{t-1} + (1 - z_{t}) \\odot n_{t}"
    `);
  });

  it('minimal gated unit', () => {
    expect(tex(mgu)).toMatchInlineSnapshot(`
      "f_{t} = \\sigma(W_{hf}\\,h_{t-1} + W_{xf}\\,x_{t} + b_{f})
      n_{t} = \\tanh(W_{hn}\\,(f_{t} \\odot h_{t-1}) + W_{xn}\\,x_{t} + b_{n})
      h_{t} = (1 - f_{t}) \\odot h_{t-1} + f_{t} \\odot n_{t}"
    `);
  });
});
