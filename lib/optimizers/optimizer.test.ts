import { expect, it } from 'vitest';
import { adam, adamW, optimizerProgram, optimizers, optimizerTex, print, sgd, withL2 } from '../index.ts';

it('an update is printed as its formula, for a single weight', () => {
  const formulas = optimizers.map((optimizer) => [optimizer.id, ...optimizerTex(optimizer).map(({ tex }) => tex)]);
  expect(formulas).toMatchInlineSnapshot(`
    [
      [
        "sgd",
        "w_{t} = w_{t-1} - η\\,g_{t}",
      ],
      [
        "momentum",
        "v_{t} = μ\\,v_{t-1} + g_{t}",
        "w_{t} = w_{t-1} - η\\,v_{t}",
      ],
      [
        "nesterov",
        "v_{t} = μ\\,v_{t-1} + g_{t}",
        "w_{t} = w_{t-1} - η\\,(g_{t} + μ\\,v_{t})",
      ],
      [
        "adagrad",
        "s_{t} = s_{t-1} + {g_{t}}^{2}",
        "w_{t} = w_{t-1} - \\frac{η\\,g_{t}}{\\sqrt{s_{t}} + ε}",
      ],
      [
        "rmsprop",
        "v_{t} = ρ\\,v_{t-1} + (1 - ρ)\\,{g_{t}}^{2}",
        "w_{t} = w_{t-1} - \\frac{η\\,g_{t}}{\\sqrt{v_{t}} + ε}",
      ],
      [
        "adam",
        "m_{t} = β_{1}\\,m_{t-1} + (1 - β_{1})\\,g_{t}",
        "v_{t} = β_{2}\\,v_{t-1} + (1 - β_{2})\\,{g_{t}}^{2}",
        "m̂_{t} = \\frac{m_{t}}{1 - {β_{1}}^{t}}",
        "v̂_{t} = \\frac{v_{t}}{1 - {β_{2}}^{t}}",
        "w_{t} = w_{t-1} - \\frac{η\\,m̂_{t}}{\\sqrt{v̂_{t}} + ε}",
      ],
      [
        "adamw",
        "m_{t} = β_{1}\\,m_{t-1} + (1 - β_{1})\\,g_{t}",
        "v_{t} = β_{2}\\,v_{t-1} + (1 - β_{2})\\,{g_{t}}^{2}",
        "m̂_{t} = \\frac{m_{t}}{1 - {β_{1}}^{t}}",
        "v̂_{t} = \\frac{v_{t}}{1 - {β_{2}}^{t}}",
        "w_{t} = w_{t-1} - η\\,(\\frac{m̂_{t}}{\\sqrt{v̂_{t}} + ε} + λ\\,w_{t-1})",
      ],
      [
        "proximal",
        "u_{t} = w_{t-1} - η\\,g_{t}",
        "w_{t} = \\operatorname{sign}(u_{t}) \\odot \\operatorname{ReLU}(\\lvert u_{t} \\rvert - η\\,λ)",
      ],
    ]
  `);
});

it('its program names times, and reads t only if the equations do', () => {
  expect(print(optimizerProgram(adam, [3]))).toMatchInlineSnapshot(`
    "parameter w[t-1] : [3]
    state m[t-1] : [3]
    state v[t-1] : [3]
    data g[t] : [3]
    data η
    data β_1
    data β_2
    data ε
    data t
    β_1·m[t-1] : [3]
    1 − β_1
    (1 − β_1)·g[t] : [3]
    m[t] = β_1·m[t-1] + (1 − β_1)·g[t] : [3]
    β_2·v[t-1] : [3]
    1 − β_2
    g[t]² : [3]
    (1 − β_2)·g[t]² : [3]
    v[t] = β_2·v[t-1] + (1 − β_2)·g[t]² : [3]
    β_1^t
    1 − β_1^t
    spread(1 − β_1^t) : [3]
    m̂[t] = m[t]/spread(1 − β_1^t) : [3]
    β_2^t
    1 − β_2^t
    spread(1 − β_2^t) : [3]
    v̂[t] = v[t]/spread(1 − β_2^t) : [3]
    η·m̂[t] : [3]
    √(v̂[t]) : [3]
    spread(ε) : [3]
    √(v̂[t]) + spread(ε) : [3]
    (η·m̂[t])/(√(v̂[t]) + spread(ε)) : [3]
    w[t] = w[t-1] − (η·m̂[t])/(√(v̂[t]) + spread(ε)) : [3]"
  `);
  expect(optimizerProgram(sgd, []).inputs.map(({ name }) => name)).toEqual(['w[t-1]', 'g[t]', 'η']);
});

it('L2 joins the gradient, wherever that is used; an optimiser that has a λ of its own refuses', () => {
  expect(optimizerTex(withL2(adam)).map(({ tex }) => tex)).toMatchInlineSnapshot(`
    [
      "m_{t} = β_{1}\\,m_{t-1} + (1 - β_{1})\\,(g_{t} + λ\\,w_{t-1})",
      "v_{t} = β_{2}\\,v_{t-1} + (1 - β_{2})\\,{(g_{t} + λ\\,w_{t-1})}^{2}",
      "m̂_{t} = \\frac{m_{t}}{1 - {β_{1}}^{t}}",
      "v̂_{t} = \\frac{v_{t}}{1 - {β_{2}}^{t}}",
      "w_{t} = w_{t-1} - \\frac{η\\,m̂_{t}}{\\sqrt{v̂_{t}} + ε}",
    ]
  `);
  expect(withL2(sgd, 0.3)).toMatchObject({ id: 'sgd-l2', hyper: { η: 0.01, λ: 0.3 } });
  expect(() => withL2(adamW)).toThrow('AdamW has a λ of its own');
});
