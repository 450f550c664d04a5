/**
 * The third source's text classifier (S2:61–144), repaired: preprocessing, and the network with the switch that it got
 * wrong.
 */
import type { Cell, Sizes, Vars } from '../cells/cell.ts';
import { readout } from '../cells/readout.ts';
import { keepWherePadded } from '../layers/recurrent.ts';
import { oneHot } from '../losses/one-hot.ts';
import { crossEntropy } from '../losses.ts';
import { parametersOf } from '../network.ts';
import { last, matvec } from '../ops.ts';
import type { Program } from '../program.ts';
import { scan } from '../scan.ts';
import type { Tensor } from '../tensor.ts';
import { type PaddingOptions, pad } from '../text/padding.ts';
import type { Split } from '../text/split.ts';
import { words } from '../text/tokens.ts';
import { encode, fitVocabulary, type Vocabulary } from '../text/vocabulary.ts';
import { type InputSpec, trace } from '../trace.ts';

/** How `prepareTexts` cuts and pads, and how many words it keeps. */
export interface PrepareOptions extends PaddingOptions {
  /** Number of ids, as in `fitVocabulary`. */
  readonly size?: number;
}

/** The training, validation or test part of prepared texts. */
export interface Part {
  /** [examples, length]; 0 is padding. */
  readonly ids: readonly (readonly number[])[];
  /** [examples, length]: 1 where an id is a word, 0 where it is padding. */
  readonly mask: readonly (readonly number[])[];
  /** [examples, classes], one-hot. */
  readonly targets: Tensor;
}

/** What `prepareTexts` makes: all parts in one vocabulary and of one length. */
export interface Prepared {
  /** Fitted on the training texts alone. */
  readonly vocabulary: Vocabulary;
  /** Steps of every example. */
  readonly length: number;
  readonly parts: Readonly<Record<keyof Split, Part>>;
}

/**
 * Texts and labels made ready for training. What the source leaves open is settled: one vocabulary, fitted on the training
 * texts, its size known to the embedding; unknown words keep an id; one length for all parts (by default that of the
 * longest training text); a mask; and the number of classes is given, not inferred part by part.
 *
 * ```ts
 * import { tasks, text } from 'unrolled';
 * const reviews = tasks.writeReviews(1997, 100);
 * const prepared = tasks.prepareTexts(
 *   reviews.map((review) => review.text),
 *   reviews.map((review) => review.label),
 *   2,
 *   text.randomSplit(100, 1997),
 * );
 * prepared.parts.train.targets.shape // → [80, 2]
 * prepared.parts.test.ids.every((ids) => ids.length === prepared.length) // → true
 * ```
 *
 * @throws RangeError unless there is a label from 0 to classes − 1 for each text, and a text for each number of the split
 */
export function prepareTexts(
  texts: readonly string[],
  labels: readonly number[],
  classes: number,
  split: Split,
  { size, ...padding }: PrepareOptions = {},
): Prepared {
  if (texts.length !== labels.length) {
    throw new RangeError(`Each text needs a label; got ${texts.length} texts and ${labels.length} labels.`);
  }
  const { train, validation, test } = split;
  const odd = [...train, ...validation, ...test].find((i) => texts[i] === undefined);
  if (odd !== undefined) throw new RangeError(`The split asks for text ${odd}; there are ${texts.length}, from 0.`);
  const tokens = texts.map(words);
  const ofTraining = split.train.map((i) => tokens[i]!);
  const vocabulary = fitVocabulary(ofTraining, size === undefined ? {} : { size });
  const length = padding.length ?? ofTraining.reduce((most, { length }) => Math.max(most, length), 0);
  const part = (indices: readonly number[]): Part => ({
    ...pad(
      indices.map((i) => encode(vocabulary, tokens[i]!)),
      { ...padding, length },
    ),
    targets: oneHot(
      indices.map((i) => labels[i]!),
      classes,
    ),
  });
  return { vocabulary, length, parts: { train: part(train), validation: part(validation), test: part(test) } };
}

/** Extents of the classifier of `textClassifier`, and the switch that the source has wrong. */
export interface ClassifierOptions {
  /** Steps. */
  readonly T: number;
  /** Ids: rows of the one-hot inputs. */
  readonly V: number;
  /** Width of the embedding. */
  readonly E: number;
  readonly H: number;
  readonly classes: number;
  /** Whether every step's output goes on to the loss, as the source has it, or only the last. */
  readonly returnSequences?: boolean;
  /**
   * Whether an input `mask` [T] says where the text is, so that padding changes no state. Without it, as in the source,
   * padding is read like a word of its own.
   */
  readonly masked?: boolean;
  /** The shape of the target; by default one label for the text, [classes]. */
  readonly target?: readonly number[];
}

/**
 * Embedding, recurrent cell, softmax classifier, for one text: x [T, V] one-hot, target [classes], and a mask [T] if there
 * is one. Outputs y [T, classes] and L; what counts is the last y.
 *
 * `returnSequences: true` reproduces the source's mistake: outputs [T, classes] against one label [classes] do not fit,
 * and the engine says so while the network is traced, before any number is computed.
 *
 * ```ts
 * import { rnn, tasks } from 'unrolled';
 * const sizes = { T: 7, V: 50, E: 8, H: 16, classes: 2 };
 * tasks.textClassifier(rnn, sizes).outputs.L // → L
 * let message = '';
 * try { tasks.textClassifier(rnn, { ...sizes, returnSequences: true }); } catch (error) { message = error.name; }
 * message // → ShapeError
 * ```
 *
 * @throws ShapeError if outputs and target do not fit
 */
export function textClassifier(cell: Cell, options: ClassifierOptions): Program {
  const { T, V, E, H, classes, returnSequences = false, masked = false, target = [classes] } = options;
  const sizes: Sizes = { X: E, H, Y: classes };
  const state = cell.state(sizes);
  const parameters = { W_e: [E, V], ...parametersOf(cell, sizes) };
  const inputs: InputSpec = Object.fromEntries([
    ...Object.entries(parameters).map(([name, shape]) => [name, { shape, kind: 'parameter' }]),
    ...Object.entries(state).map(([symbol, shape]) => [`${symbol}_0`, { shape, symbol, t: 0, kind: 'state' }]),
    ['x', { shape: [T, V], kind: 'data' }],
    ...(masked ? [['mask', { shape: [T], kind: 'data' }]] : []),
    ['target', { shape: target, kind: 'data' }],
  ]);
  return trace(inputs, (given: Vars) => {
    const initial = Object.fromEntries(Object.keys(state).map((symbol) => [symbol, given[`${symbol}_0`]!]));
    const sequences = { x: given.x!, ...(masked && { mask: given.mask! }) };
    const stacked = scan(initial, sequences, (carried, { x, mask }) => {
      const e = matvec(given.W_e!, x!);
      const read = cell.step(given, carried, e);
      const next = mask ? { ...read, ...keepWherePadded(carried, read, mask) } : read;
      return { e, ...next, y: next.y ?? readout(given, next.h!) };
    });
    const y = returnSequences ? stacked.y! : last(stacked.y!);
    return { ...stacked, L: crossEntropy(y, given.target!) };
  });
}
