import { describe, expect, it } from 'vitest';
import {
  backward,
  cells,
  descentStep,
  network,
  output,
  parametersOf,
  predictStep,
  run,
  type Tensor,
  taylorTest,
} from './index.ts';
import { alongLine, derivativesAlong, randomInputs } from './testing.ts';

const smooth = cells.filter(({ id }) => id !== 'rnn-relu');

describe.each(smooth.map((cell) => [cell.id, cell] as const))('one gradient step of %s', (_, cell) => {
  const options = { X: 2, H: 2, Y: 1, T: 3, loss: 'mse' } as const;
  const program = network(cell, options);
  const given = randomInputs(program, 8, 0.4);
  const names = Object.keys(parametersOf(cell, options));
  const step = descentStep(program, given, 0.05);
  const { loss, first, second, actual } = predictStep(program, given, step);

  it('first order: −rate·‖∇L‖²', () => {
    const both = backward(program);
    const values = run(both, given);
    const squares = names.flatMap((name) => Array.from(output(both, values, `dL/d${name}`).data, (g) => g * g));
    expect(first).toBeCloseTo(-0.05 * squares.reduce((a, b) => a + b), 12);
    expect(loss).toBe(output(both, values, 'L').data[0]);
  });

  it('second order: ½ δᵀHδ, by differentiating the program again', () => {
    const onLine = Object.fromEntries(
      Object.entries(given).flatMap(([name, value]): [string, Tensor][] =>
        names.includes(name)
          ? [
              [`${name} at 0`, value],
              [`${name} d`, step[name]!],
            ]
          : [[name, value]],
      ),
    );
    const derivatives = derivativesAlong(alongLine(program, names), onLine, 2);
    expect(second).toBeCloseTo(derivatives[2]! / 2, 12);
  });

  it('what happens is closer to both terms than to one', () => {
    const tenth = Object.fromEntries(
      Object.entries(step).map(([name, { shape, data }]) => [name, { shape, data: data.map((x) => x / 10) }]),
    );
    const small = predictStep(program, given, tenth);
    const [one, two] = [small.first, small.first + small.second].map((foretold) => Math.abs(foretold - small.actual));
    expect(two).toBeLessThan(one! / 2);
    expect(Math.sign(actual)).toBe(-1);
  });

  it('the Taylor test passes the gradient and fails one that is 1% off', () => {
    const right = taylorTest(program, given, step, first, { h: 0.01, rows: 4 });
    const wrong = taylorTest(program, given, step, first * 1.01, { h: 0.01, rows: 8 });
    expect(right.at(-1)!.ratio).toBeGreaterThan(3.8);
    expect(right.at(-1)!.ratio).toBeLessThan(4.2);
    expect(wrong.at(-1)!.ratio).toBeLessThan(2.4);
  });

  it('refuses a step of what is no input, and one of another shape', () => {
    expect(() => taylorTest(program, given, { q: 1 }, 0)).toThrow('no input q to step from');
    expect(() => taylorTest(program, given, { b_y: [1, 2, 3] }, 0)).toThrow('step of b_y: expected [1], got [3]');
  });
});
