import fc from 'fast-check';
import { backward, differenceOf, expressions, flat, run } from 'unrolled';
import { describe, expect, it } from 'vitest';
import { act, endOf, isMove } from './actions.ts';
import { layoutKey, measured } from './boxes.ts';
import { countsOf, total } from './counts.ts';
import { examples } from './examples.ts';
import { layoutOf } from './layout.ts';
import { frameOf, gradientOf, localOf, standingOf } from './model.ts';
import { narrate, tangentTerms } from './narrate.ts';
import { type AutodiffState, wrongWith } from './state.ts';
import { fromUrl, toUrl } from './url.ts';

const all = Object.entries(examples) as [string, AutodiffState][];
const at = (state: AutodiffState, step: number) => frameOf({ ...state, at: step });

describe('every example', () => {
  it.each(all)('%s is valid and goes into the address and back', (_, state) => {
    expect(wrongWith(state)).toBeUndefined();
    expect(fromUrl(toUrl(state))).toEqual(state);
  });

  it.each(all)('%s: upstream gradient times local derivative is what goes along an edge', (_, state) => {
    const frame = frameOf(state);
    for (const edge of frame.graph.edges) {
      const local = localOf(frame, edge);
      if (local === undefined) continue;
      const read = (k: number, of: number | { data: Float64Array }) =>
        typeof of === 'number' ? of : of.data[of.data.length === 1 ? 0 : k]!;
      const upstream = frame.values.get(edge.product.upstream!)!;
      const result = frame.values.get(edge.product.name)!.data;
      result.forEach((value, k) => {
        expect(value).toBe(read(k, upstream) * read(k, local));
      });
    }
  });

  it.each(all)('%s: what meets at a value is its gradient', (_, state) => {
    const frame = frameOf(state);
    for (const { name, fanOut } of frame.graph.nodes) {
      const parts = frame.graph.edges
        .filter(({ from }) => from === name)
        .map(({ product }) => frame.values.get(product.name)!.data[0]!);
      expect(parts).toHaveLength(fanOut);
      const gradient = frame.values.get(gradientOf(frame, name))!.data[0]!;
      if (name !== 'L' && Number.isFinite(gradient)) expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(gradient, 10);
    }
  });

  it.each(all)('%s: the walk computes every equation once, and says what it did', (_, state) => {
    const { turns, programs } = frameOf(state);
    const equations = flat(programs.whole).filter(({ role }) => state.mode === 'reverse' || role === 'value');
    expect(turns.flatMap(({ computes }) => computes)).toEqual(equations.map(({ name }) => name));
    for (const step of [0, 1, Math.floor(turns.length / 2), turns.length])
      expect(narrate(at(state, step))).toMatch(/^[A-ZLa-zσ].*\.$/);
  });
});

describe('numbers', () => {
  it('are those of a program made by hand', () => {
    const frame = frameOf(examples.product);
    const values = (name: string) => frame.values.get(name)!.data[0]!;
    expect(values('v_1')).toBe(6);
    expect(values(gradientOf(frame, 'x'))).toBeCloseTo(3 + Math.cos(2), 12);
    expect(values(gradientOf(frame, 'y'))).toBe(2);
  });

  it('agree between the two views of vectors, and with central differences', () => {
    const whole = frameOf(examples.vectors);
    const apart = frameOf(examples.scalars);
    const gradient = whole.values.get(gradientOf(whole, 'x'))!.data;
    [0, 1, 2].forEach((k) => {
      expect(apart.values.get(gradientOf(apart, `x[${k}]`))!.data[0]).toBeCloseTo(gradient[k]!, 12);
    });
    expect(apart.values.get(gradientOf(apart, 'w'))!.data[0]).toBeCloseTo(
      differenceOf(whole.programs.forward, whole.given, 'w', 0).value,
      8,
    );
  });

  it('forward mode and reverse mode give one derivative', () => {
    for (const along of [0, 1, 2, 3]) {
      const forward = frameOf({ ...examples.unit, at: 0, mode: 'forward', along });
      const input = forward.inputs[along]!;
      const reverse = forward.values.get(gradientOf(forward, input))!.data[0]!;
      expect(forward.tangents!.get('L')!.data[0]).toBeCloseTo(reverse, 12);
    }
    expect(tangentTerms(frameOf(examples.forward), 'v_1').value).toBe(3);
  });

  it('a value that the result does not use has the gradient 0', () => {
    const frame = frameOf({ ...examples.product, text: 'a = x; y²' });
    expect(frame.values.get(gradientOf(frame, 'x'))!.data[0]).toBe(0);
    expect(frame.graph.nodes.map(({ name }) => name)).toEqual(['x', 'y', 'L']);
  });

  it('the check passes, but not on a corner', () => {
    const wrong = (state: AutodiffState) =>
      [...frameOf({ ...state, isChecked: true }).checks!].filter(([, each]) => each.some(({ error }) => error > 1e-6));
    expect(wrong(examples.unit)).toEqual([]);
    expect(wrong(examples.large)).toEqual([]);
    expect(wrong(examples.kink).map(([name]) => name)).toEqual(['x']);
  });
});

describe('counts', () => {
  it('of reverse mode are those of the equations that backward writes', () => {
    for (const [, state] of all) {
      const { programs } = frameOf({ ...state, view: 'scalar' });
      const equations = flat(programs.whole);
      const products = equations.filter(({ role, op }) => role === 'product' && op !== 'identity').length;
      const sums = equations.filter(({ role, op }) => role === 'sum' && op === 'add').length;
      expect(countsOf(programs.whole).reverse).toEqual({ sweeps: 1, multiplications: products, additions: sums });
    }
  });

  it('of forward mode grow with the inputs', () => {
    const { counts } = frameOf(examples.product);
    expect([total(counts.reverse), total(counts.forward)]).toEqual([4, 4]);
    expect(counts.each.map(({ cost }) => total(cost))).toEqual([3, 1]);
  });
});

describe('the walk', () => {
  it('shows what has been computed, and nothing else', () => {
    const frame = at(examples.product, 2);
    expect(['x', 'v_1', 'v_2', 'L'].map((name) => standingOf(frame, name))).toEqual(['done', 'done', 'now', 'later']);
  });

  it('goes by steps and stays where it is while a number is changed', () => {
    const next = act(examples.product, { type: 'go', to: 'forward' });
    expect(next.at).toBe(1);
    expect(act(act(next, { type: 'go', to: 'last' }), { type: 'go', to: 'forward' }).at).toBe(endOf(next));
    expect(act(next, { type: 'give', name: 'x', numbers: [5] })).toEqual({ ...next, values: { x: [5], y: [3] } });
    expect(isMove({ type: 'go', to: 'back' })).toBe(true);
  });

  it('fits another mode, another view, other variables', () => {
    const end = { ...examples.scalars, at: endOf(examples.scalars) };
    const whole = act(end, { type: 'show', change: { view: 'tensor' } });
    expect(whole.at).toBe(endOf(whole));
    const written = act({ ...examples.product, along: 1 }, { type: 'write', text: 'x²', isGoingOn: false });
    expect(written).toEqual({ ...examples.product, text: 'x²', values: { x: [2] }, along: 0 });
  });

  it('what is no formula, too much, or does not fit, changes nothing', () => {
    const refuse = (action: Parameters<typeof act>[1], state: AutodiffState = examples.vectors) =>
      expect(act(state, action)).toBe(state);
    refuse({ type: 'write', text: 'x +', isGoingOn: false });
    refuse({ type: 'give', name: 'x', numbers: [1, 2] });
    refuse({ type: 'give', name: 'x', numbers: [Number.NaN] });
    refuse({ type: 'give', name: 'x', numbers: [] });
    refuse(
      {
        type: 'write',
        text: Array.from(
          { length: 63 },
          (_, k) => `${k < 62 ? `a_${k} = ` : ''}${k > 0 ? `a_${k - 1}·` : ''}x^90`,
        ).join(';'),
        isGoingOn: false,
      },
      {
        ...examples.product,
        text: 'x²',
        values: { x: [2] },
      },
    );
  });
});

describe('the address', () => {
  const good = toUrl(examples.product);
  it.each([
    '',
    '1',
    good.replace('m.reverse', 'm.sideways'),
    good.replace('at.0', 'at.999'),
    good.replace('at.0', 'at.-1'),
    good.replace('k.0', 'k.7'),
    good.replace(/f\.[^~]*/, 'f.alert*281*29'),
    good.replace(/v\.[^~]*/, 'v.x*3A2'),
    good.replace(/v\.[^~]*/, 'v.x*3A2*3By*3ANaN'),
    `${good}~q.1`,
  ])('%s is refused', (link) => expect(fromUrl(link)).toBe('broken'));

  it('of another version is outdated', () => expect(fromUrl('2~f.x')).toBe('outdated'));

  it('of any text is a valid state or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ maxLength: 30 }), (f, v) => {
        const shield = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll('%', '*');
        const state = fromUrl(`1~f.${shield(f)}~v.${shield(v)}~at.0~m.reverse~k.0~w.tensor~c.0`);
        if (typeof state !== 'string') expect(wrongWith(state)).toBeUndefined();
      }),
    );
  });
});

describe('the layout', () => {
  it('of two hundred values has no two boxes on one another, and runs from left to right', () => {
    const { programs, graph } = frameOf(examples.large);
    const [boxes, links] = measured(programs.forward, graph);
    const layout = layoutOf(boxes, links);
    expect(boxes.length).toBeGreaterThan(190);
    for (const [k, a] of boxes.entries())
      for (const b of boxes.slice(k + 1)) {
        const [[ax, ay], [bx, by]] = [layout.boxes[a.name]!, layout.boxes[b.name]!];
        const isApart =
          Math.abs(ax - bx) >= (a.width + b.width) / 2 - 1 || Math.abs(ay - by) >= (a.height + b.height) / 2 - 1;
        expect(isApart, `${a.name} and ${b.name}`).toBe(true);
      }
    for (const { from, to } of links) expect(layout.boxes[from]![0]).toBeLessThan(layout.boxes[to]![0]);
    expect(layoutKey([boxes, links])).not.toBe(layoutKey([boxes.slice(1), links]));
  });
});

it('a listing’s program is differentiated by nobody but the engine', () => {
  const text = 'a = w x; (a − 1)²';
  const program = backward(expressions.programOfListing(expressions.parseListing(text)), { wrt: ['w', 'x'] });
  const frame = frameOf({ ...examples.product, text, values: { w: [2], x: [3] } });
  expect(frame.values.get(gradientOf(frame, 'w'))).toEqual(run(program, { w: 2, x: 3 }).get('dL/dw'));
});
