import { describe, expect, it } from 'vitest';
import { CELLS, type CellId } from './families.ts';
import { gateGraph } from './gate-graph.ts';
import { gateLayout, HEAD } from './gate-layout.ts';
import { route } from './gate-route.ts';
import { derive, gatesOf, statesOf } from './model.ts';
import { START } from './state.ts';

const gated = CELLS.filter((cell) => gatesOf(derive({ ...START, cell })).length > 0);
const graphOf = (cell: CellId, t = 2) => {
  const frame = derive({ ...START, cell });
  return { frame, graph: gateGraph(frame.program, statesOf(frame), t) };
};

describe.each(gated)('the open cell of %s', (cell) => {
  const { frame, graph } = graphOf(cell);

  it('has a node for everything that the step names, and every weight on a line or at a node, once', () => {
    const named = frame.equations.filter(({ step, named, symbol }) => step === 2 && named && !/^[yl]$/.test(symbol));
    const names = graph.nodes.map(({ name }) => name);
    for (const { name } of named) expect(names).toContain(name);
    const parameters = frame.program.inputs.flatMap(({ name, kind }) =>
      kind === 'parameter' && !name.endsWith('y') ? [name] : [],
    );
    const drawn = graph.nodes.flatMap(({ lines, biases }) => [
      ...lines.flatMap(({ weight }) => weight ?? []),
      ...biases,
    ]);
    expect(drawn.toSorted()).toEqual(parameters.toSorted());
  });

  it('draws lines only from what enters the step or from nodes before', () => {
    const known = new Set(['x_2', ...statesOf(frame).map((state) => `${state}_1`)]);
    for (const { name, lines } of graph.nodes) {
      for (const { from } of lines) expect(known).toContain(from);
      known.add(name);
    }
  });

  it('carries c where there is one, h otherwise, along signs and past no gate', () => {
    expect(graph.carried).toEqual([statesOf(frame).includes('c') ? 'c' : 'h']);
    for (const { place, lines } of graph.nodes)
      if (place === 'lane') expect(lines.every(({ weight }) => weight === undefined)).toBe(true);
  });

  it.each([
    [1, false],
    [2, true],
    [8, true],
  ])('has room for every node: H = %i, backward %s', (H, backward) => {
    const layout = gateLayout(graph, { H, backward });
    const boxes = [...layout.placed.values()].map(({ node, x, y, half }) => ({
      ...{ name: node.name, left: x - half, right: x + half },
      ...{ top: y - HEAD, bottom: y + layout.stack + 6 },
    }));
    for (const [k, a] of boxes.entries()) {
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.right).toBeLessThan(layout.width);
      expect(a.bottom).toBeLessThan(layout.height);
      for (const b of boxes.slice(k + 1)) {
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(apart, `${a.name} and ${b.name}`).toBe(true);
      }
    }
  });
});

describe.each(gated)('the lines of %s', (cell) => {
  it.each([
    [2, false],
    [2, true],
  ])('with weights leave every box that they do not enter: H = %i, backward %s', (H, backward) => {
    const { graph } = graphOf(cell);
    const layout = gateLayout(graph, { H, backward });
    for (const to of layout.placed.values())
      for (const [k, line] of to.node.lines.entries()) {
        const { glyph } = route({ graph, layout }, line, to, k);
        if (!line.weight || !glyph) continue;
        for (const { node, x, y, half } of layout.placed.values()) {
          const isInside = Math.abs(glyph[0] - x) < half + 12 && glyph[1] > y - HEAD && glyph[1] < y + layout.stack + 6;
          expect(isInside, `${line.weight} in ${node.name}`).toBe(false);
        }
      }
  });
});

describe('the open cell', () => {
  it('of an Elman network is one gate that no lane passes', () => {
    const { graph } = graphOf('rnn');
    expect(graph.carried).toEqual([]);
    expect(graph.nodes.map(({ place }) => place)).not.toContain('lane');
  });

  it('of a GRU resets before the product, or after it', () => {
    const before = graphOf('gru').graph.nodes.find(({ place }) => place === 'before')!;
    expect(before.lines).toEqual([{ from: 'r_2' }, { from: 'h_1' }]);
    const after = graphOf('gru-pytorch').graph.nodes.find(({ place }) => place === 'before')!;
    expect(after.lines).toEqual([{ from: 'r_2' }, { from: 'h_1', weight: 'W_hn' }]);
    expect(after.biases).toEqual(['b_hn']);
  });
});
