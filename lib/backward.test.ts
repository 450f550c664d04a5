import { assert, constantFrom, double, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backward,
  cells,
  div,
  dot,
  exp,
  isScan,
  mul,
  network,
  output,
  type Program,
  parametersOf,
  run,
  scan,
  sumTime,
  trace,
  unroll,
  type Var,
} from './index.ts';
import { alongLine, distance, maxAbs, randomInputs } from './testing.ts';

/** L = Σ_t ⟨u_t, s_t⟩ for a cell's first state s: the upstream gradient of each s_t is the input u_t. */
function withUpstream(cell: (typeof cells)[number], T: number): Program {
  const sizes = { X: 2, H: 2, Y: 2 };
  const states = Object.entries(cell.state(sizes));
  const [first] = states[0]!;
  const parameters = Object.entries(cell.parameters(sizes)).map(
    ([name, shape]) => [name, { shape, kind: 'parameter' }] as const,
  );
  const initial = states.map(([symbol, shape]) => [`${symbol}_0`, { shape, kind: 'state' }] as const);
  const data = { x: { shape: [T, 2], kind: 'data' }, u: { shape: [T, 2], kind: 'data' } } as const;
  return trace({ ...Object.fromEntries([...parameters, ...initial]), ...data }, ({ x, u, ...given }) => {
    const start = Object.fromEntries(states.map(([symbol]) => [symbol, given[`${symbol}_0`]!]));
    const { l } = scan(start, { x: x!, u: u! }, (state, now) => {
      const next = cell.step(given as Record<string, Var>, state, now.x!);
      return { ...next, l: dot(now.u!, next[first]!) };
    });
    return { L: sumTime(l!) };
  });
}

describe('backward', () => {
  it('is linear in the upstream gradient', () => {
    const numbers = double({ min: -3, max: 3, noNaN: true });
    assert(
      property(
        constantFrom(...cells),
        integer({ min: 1, max: 5 }),
        integer({ min: 0, max: 999 }),
        numbers,
        numbers,
        (cell, T, seed, α, β) => {
          const both = backward(withUpstream(cell, T));
          const { u, ...given } = randomInputs(both, seed);
          const v = randomInputs(both, seed + 1).u!;
          const mixed = { shape: u!.shape, data: u!.data.map((x, i) => α * x + β * v.data[i]!) };
          const gradients = [u!, v, mixed].map((upstream) => run(both, { ...given, u: upstream }));
          for (const key of Object.keys(both.outputs).filter((each) => each !== 'L')) {
            const [a, b, ab] = gradients.map((values) => output(both, values, key).data) as [
              Float64Array,
              Float64Array,
              Float64Array,
            ];
            const sum = a.map((x, i) => α * x + β * b[i]!);
            expect(distance(ab, sum)).toBeLessThanOrEqual(1e-13 * Math.max(1, maxAbs(a), maxAbs(b)));
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** Names of one list of equations that occur twice; the bodies of scans are lists of their own. */
function repeated(program: Program): string[] {
  const names = [
    ...program.inputs.map(({ name }) => name),
    ...program.equations.flatMap((equation) =>
      isScan(equation)
        ? [...equation.ys.map(({ stacked }) => stacked), ...equation.carry.map(({ final }) => final)]
        : [equation.name],
    ),
  ];
  const seen = new Set<string>();
  const own = names.filter((name) => seen.size === seen.add(name).size);
  return [...own, ...program.equations.flatMap((equation) => (isScan(equation) ? repeated(equation.body) : []))];
}

describe('backward of backward', () => {
  it.each(cells.map((cell) => [cell.id, cell] as const))('%s: every value keeps a name of its own', (_, cell) => {
    const options = { X: 1, H: 1, Y: 1, T: 2, loss: 'mse' } as const;
    const line = alongLine(network(cell, options), Object.keys(parametersOf(cell, options)));
    for (const [start, times] of [
      [line, cell.id === 'rnn' ? 4 : 3],
      [unroll(line), 2],
    ] as const) {
      let program: Program = start;
      let of = 'L';
      for (let k = 0; k < times; k++) {
        program = backward(program, { of, wrt: ['ε'] });
        of = `d${of}/dε`;
        expect(repeated(program), `order ${k + 1}`).toEqual([]);
      }
    }
  });

  it('keeps the local derivatives of both operands apart', () => {
    const program = trace({ x: { shape: [], kind: 'parameter' } }, ({ x }) => ({
      L: mul(exp(x!), div(x!, mul(x!, x!))),
    }));
    // L = e^x/x, L″ = e^x (1/x − 2/x² + 2/x³).
    const twice = backward(backward(program), { of: 'dL/dx' });
    expect(output(twice, run(twice, { x: 2 }), 'ddL/dx/dx').data[0]).toBeCloseTo(Math.exp(2) * 0.25, 14);
  });
});
