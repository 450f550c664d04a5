import { describe, expect, it } from 'vitest';
import {
  type Cell,
  cells,
  gru,
  gruPytorch,
  linearAlgebra,
  lstm,
  lstmCoupled,
  network,
  rnn,
  run,
  slice,
  throughTime,
} from '../index.ts';
import { distance, maxAbs, randomInputs } from '../testing.ts';

const { block, splitJacobian } = throughTime;
const sizes = { X: 2, H: 3, Y: 2, T: 3, loss: 'mse' } as const;
const step = 2;

function split(cell: Cell) {
  const program = network(cell, sizes);
  const given = randomInputs(program, 6, 0.6);
  const values = run(program, given);
  const at = (symbol: string) => Array.from(slice(values.get(symbol)!, step - 1).data);
  return { ...splitJacobian(program, given, step), given, at };
}

const diagonal = (values: readonly number[]) => values.flatMap((x, i) => values.map((_, j) => (i === j ? x : 0)));

describe.each(cells.map((cell) => [cell.id, cell] as const))('one step of %s', (_, cell) => {
  it('is its direct part and its paths, which were computed apart', () => {
    const { total, direct, paths } = split(cell);
    const sum = paths.reduce((all, { matrix }) => all.map((x, i) => x + matrix.data[i]!), direct.data);
    expect(distance(sum, total.data)).toBeLessThanOrEqual(1e-14);
    expect(maxAbs(total.data)).toBeGreaterThan(0.01);
    for (const { matrix } of paths) expect(matrix.shape).toEqual(total.shape);
  });
});

describe('in closed form', () => {
  it('RNN: nothing direct; through a, diag(φ′) times W', () => {
    const { direct, paths, given, at } = split(rnn);
    expect(maxAbs(direct.data)).toBe(0);
    expect(paths.map(({ through }) => through)).toEqual(['a']);
    expect(distance(paths[0]!.outer.data, diagonal(at('h').map((h) => 1 - h * h)))).toBeLessThanOrEqual(1e-15);
    expect(paths[0]!.inner.data).toEqual(given.W_hh!.data);
  });

  it('LSTM: the carousel is diag(f) from c to c, and o ⊙ tanh′ of it from c to h', () => {
    const { direct, parts, paths, at } = split(lstm);
    expect(paths.map(({ through }) => through)).toEqual(['f', 'i', 'o', 'g']);
    expect(distance(block(direct, parts, 'c', 'c').data, diagonal(at('f')))).toBe(0);
    const toH = at('c').map((c, k) => at('o')[k]! * (1 - Math.tanh(c) ** 2) * at('f')[k]!);
    expect(distance(block(direct, parts, 'h', 'c').data, diagonal(toH))).toBeLessThanOrEqual(1e-15);
    expect(maxAbs(block(direct, parts, 'c', 'h').data)).toBe(0);
    expect(maxAbs(block(direct, parts, 'h', 'h').data)).toBe(0);
    // The gates look at h alone, so from c nothing goes through them.
    for (const { matrix } of paths) expect(maxAbs(block(matrix, parts, 'c', 'c').data)).toBe(0);
  });

  it('LSTM with coupled gates: i = 1 − f counts as a gate of its own', () => {
    const { paths } = split(lstmCoupled);
    expect(paths.map(({ through }) => through)).toEqual(['f', 'i', 'o', 'g']);
    const [f, i] = [paths[0]!.inner.data, paths[1]!.inner.data];
    expect(
      distance(
        f,
        i.map((x) => -x),
      ),
    ).toBe(0);
  });

  it('GRU: the carousel is diag(1 − z), in PyTorch diag(z)', () => {
    const chung = split(gru);
    expect(distance(chung.direct.data, diagonal(chung.at('z').map((z) => 1 - z)))).toBe(0);
    const pytorch = split(gruPytorch);
    expect(distance(pytorch.direct.data, diagonal(pytorch.at('z')))).toBe(0);
    expect(pytorch.paths.map(({ through }) => through)).toEqual(['r', 'z', 'n']);
  });

  it('GRU: r acts through n only, so its own path is empty', () => {
    const { paths } = split(gru);
    expect(maxAbs(paths[0]!.outer.data)).toBe(0);
    expect(linearAlgebra.norm(paths[2]!.matrix)).toBeGreaterThan(0);
  });
});
