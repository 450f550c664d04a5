/** What the stepper's tests share: states and actions that a reader can reach, for fast-check. Not part of the site. */
import fc, { type Arbitrary } from 'fast-check';
import type { Action } from './actions.ts';
import { CELLS } from './families.ts';
import { parseText } from './input.ts';
import { derive, inputsOf, scalarCount } from './model.ts';
import { DEPTHS, LIMITS, type Sequence, START, type UnrollState } from './state.ts';

/** A million either way, tiny ones, whole ones; never −0, which no link and no print keeps apart from 0. */
export const numbers: Arbitrary<number> = fc
  .oneof(
    fc.double({ min: -2, max: 2, noNaN: true }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: -1e-300, max: 1e-300, noNaN: true }),
    fc.integer({ min: -1e6, max: 1e6 }),
  )
  .map((x) => x + 0);

const numberSequences = (most: number): Arbitrary<Sequence> =>
  fc
    .array(fc.tuple(numbers, numbers), { minLength: 1, maxLength: most })
    .map((pairs) => ({ kind: 'numbers', x: pairs.map(([x]) => x), target: pairs.map(([, target]) => target) }));

const characters = fc.oneof(
  fc.constantFrom(...Array.from('~.*!\'()%&=+#_-"?/\\ \n\t,;:@[]{}<>|^`$0aé😀字')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
);

/** Texts as the editor leaves them: cut to what fits. */
export const textSequences = (most: number): Arbitrary<Sequence> =>
  fc
    .array(characters, { minLength: 2, maxLength: most + 1 })
    .map((parts) => parseText(parts.join('')))
    .filter((parsed) => parsed.ok)
    .map(({ sequence }) => sequence);

export const sequences = (most: number = LIMITS.T): Arbitrary<Sequence> =>
  fc.oneof(numberSequences(most), textSequences(most));

/** Any state that controls and editors can lead to, with at most `steps` time steps and `units` units. */
export const states = (steps = 5, units: number = LIMITS.H): Arbitrary<UnrollState> =>
  fc
    .record({
      cell: fc.constantFrom(...CELLS),
      sequence: sequences(steps),
      H: fc.integer({ min: 1, max: units }),
      seed: fc.integer({ min: 0, max: 0xffffffff }),
      lossAt: fc.constantFrom('every' as const, 'last' as const),
      backward: fc.boolean(),
      folded: fc.boolean(),
      depth: fc.constantFrom(...DEPTHS),
      edited: fc.array(fc.tuple(fc.nat(), numbers), { maxLength: 6 }),
      place: fc.double({ min: 0, max: 1, noNaN: true }),
      within: fc.nat(),
    })
    .map(({ edited, place, within, ...rest }) => standing(edit({ ...START, ...rest }, edited), place, within));

function edit(state: UnrollState, edited: readonly (readonly [number, number])[]): UnrollState {
  const names = elementsOf(state);
  return { ...state, edits: Object.fromEntries(edited.map(([k, value]) => [names[k % names.length]!, value])) };
}

/** Names of the weights and of the initial state, an element each. */
function elementsOf(state: UnrollState): string[] {
  const { x: _, target: __, ...given } = inputsOf(state);
  return Object.entries(given).flatMap(([name, tensor]) => {
    const { shape, data } = tensor as { shape: readonly number[]; data: Float64Array };
    return Array.from(data, (_, at) =>
      shape.length === 2 ? `${name}[${Math.floor(at / shape[1]!)},${at % shape[1]!}]` : `${name}[${at}]`,
    );
  });
}

/** Puts a state at a share of its walk, where its depth allows it to stand. */
function standing(state: UnrollState, place: number, within: number): UnrollState {
  const depth = state.depth === 'scalar' && state.H > LIMITS.scalarH ? 'equation' : state.depth;
  const frame = derive({ ...state, depth });
  const at = frame.stops[Math.round(place * (frame.stops.length - 1))]!;
  const count = depth === 'scalar' ? scalarCount(frame, at) : 0;
  return { ...state, depth, at, sub: count > 0 ? within % count : 0 };
}

/** What the controls send. */
export const actions: Arbitrary<Action> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constant('go' as const), to: fc.constantFrom('first', 'back', 'forward', 'last') }),
  },
  fc.record({ type: fc.constant('jump' as const), at: fc.integer({ min: -9, max: 999 }) }),
  fc.record({ type: fc.constant('depth' as const), depth: fc.constantFrom(...DEPTHS) }),
  fc.record({
    type: fc.constant('set' as const),
    change: fc.record(
      {
        cell: fc.constantFrom(...CELLS),
        H: fc.integer({ min: 1, max: 6 }),
        seed: fc.integer({ min: 0, max: 9 }),
        lossAt: fc.constantFrom('every' as const, 'last' as const),
        backward: fc.boolean(),
        folded: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ type: fc.constant('sequence' as const), sequence: sequences(4) }),
  fc.record({
    type: fc.constant('edit' as const),
    name: fc.constantFrom('W_hh', 'b_h', 'x_1', 'target_1'),
    index: fc.constant([0, 0]),
    value: numbers,
  }),
  fc.constant({ type: 'forget-edits' as const }),
) as Arbitrary<Action>;
