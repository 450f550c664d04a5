import { oneHot } from '../losses/one-hot.ts';
import { words } from '../text/tokens.ts';
import { choose, type Draw, defineTask, drawFor, settle } from './define.ts';

const SUBJECTS = ['acting', 'plot', 'music', 'ending', 'script', 'cast', 'pacing', 'camerawork'];
const POSITIVE = ['good', 'great', 'funny', 'moving', 'clever', 'gripping', 'charming', 'fresh'];
const NEGATIVE = ['bad', 'dull', 'weak', 'clumsy', 'boring', 'silly', 'flat', 'stale'];
const DEGREES = ['', 'very', 'really', 'quite'];
const NEGATIONS = ['not', 'never'];
const ASIDES = [
  'we saw it on a rainy evening .',
  'my sister had chosen the seats .',
  'it lasts two hours .',
  'the theatre was half full .',
  'i had read the book before .',
  'we walked home along the river .',
];

/** All words that reviews are made of. */
export const REVIEW_WORDS: readonly string[] = [
  ...new Set([
    ...SUBJECTS,
    ...POSITIVE,
    ...NEGATIVE,
    ...DEGREES.slice(1),
    ...NEGATIONS,
    'and',
    ...ASIDES.flatMap(words),
  ]),
].sort();

const KINDS = ['plain', 'negated', 'twin'] as const;

/** A synthetic film review: one clause of judgement, or two, among sentences that say nothing about the film. */
export interface Review {
  readonly text: string;
  /** 1: the writer liked it; 0: did not. */
  readonly label: 0 | 1;
  /** `plain`: one adjective; `negated`: one, with a negation; `twin`: two opposite ones, of which one is negated. */
  readonly kind: (typeof KINDS)[number];
}

type Options = Readonly<Record<(typeof KINDS)[number] | 'asides', number>>;

function clause(draw: Draw, key: string, liked: boolean, negated: boolean): string {
  const pick = (list: readonly string[], what: string) => list[draw.integer(list.length, key, what)]!;
  const adjective = pick(liked === negated ? NEGATIVE : POSITIVE, 'adjective');
  const parts = [pick(SUBJECTS, 'subject'), 'was', negated ? pick(NEGATIONS, 'negation') : '', pick(DEGREES, 'degree')];
  return ['the', ...parts, adjective].filter((word) => word !== '').join(' ');
}

function weights(options: Options): number[] {
  const all = KINDS.map((kind) => options[kind]);
  if (!all.some((weight) => weight > 0)) {
    throw new RangeError('reviews: at least one of plain, negated and twin is above 0.');
  }
  return all;
}

function write(options: Options, draw: Draw): Review {
  const kind = KINDS[choose(weights(options), draw.uniform('kind'))]!;
  const label = draw.integer(2, 'label') as 0 | 1;
  const liked = label === 1;
  const first = kind === 'negated' || (kind === 'twin' && draw.integer(2, 'negated first') === 1);
  const clauses = [
    clause(draw, 'first', liked, first),
    ...(kind === 'twin' ? [clause(draw, 'second', liked, !first)] : []),
  ];
  const asides = draw.permutation(ASIDES.length, 'asides').slice(0, options.asides);
  const before = draw.integer(options.asides + 1, 'before');
  const sentences = asides.map((k) => ASIDES[k]!);
  sentences.splice(before, 0, `${clauses.join(' and ')} .`);
  return { text: sentences.join(' '), label, kind };
}

/**
 * n synthetic film reviews, as text: those of the task `reviews`, example by example.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * const reviews = tasks.writeReviews(1997, 100);
 * reviews[0]?.text // → it lasts two hours . the music was weak and the script was not quite fresh .
 * reviews[0]?.label // → 0
 * ```
 *
 * @throws RangeError as the task's `generate`
 */
export function writeReviews(seed: number, n: number, options: Partial<Options> = {}): Review[] {
  const settled = settle('reviews', reviews.options, options);
  return Array.from({ length: n }, (_, index) => write(settled, drawFor('reviews', seed, index)));
}

/**
 * Did the writer like the film? Synthetic reviews in a grammar of our own, read word by word, judged at the last.
 *
 * A third is plain (one adjective), a third negated (`not dull`), a third twins: two opposite adjectives of which one is
 * negated, `the plot was good and the cast was not dull` or `the plot was not good and the cast was dull`. The floor is 0.
 * A twin's words are the same whether it is kind or not, exactly: so the best that a bag of words can do is guess there,
 * which leaves ln 2 and one half, times the share of twins.
 *
 * ```ts
 * import { tasks } from 'unrolled';
 * tasks.reviews.bounds().others?.find(({ id }) => id === 'bag') // → { id: 'bag', loss: 0.2310…, accuracy: 0.8333…, rule: … }
 * ```
 */
export const reviews = defineTask({
  id: 'reviews',
  name: 'Film reviews',
  description: 'Say whether a review is kind; negation turns words into their opposites.',
  loss: 'crossEntropy',
  options: {
    plain: { default: 1, min: 0, max: 100, real: true },
    negated: { default: 1, min: 0, max: 100, real: true },
    twin: { default: 1, min: 0, max: 100, real: true },
    asides: { default: 1, min: 0, max: ASIDES.length },
  },
  bounds(options) {
    const share = options.twin / weights(options).reduce((sum, weight) => sum + weight, 0);
    return {
      floor: { id: 'floor', loss: 0, accuracy: 1, rule: 'the adjective, turned round by a negation before it' },
      baseline: { id: 'constant', loss: Math.LN2, accuracy: 0.5, rule: 'both equally likely' },
      others: [
        { id: 'bigram', loss: Math.LN2, accuracy: 0.5, rule: 'both equally likely: the last word is a full stop' },
        {
          id: 'bag',
          loss: share * Math.LN2,
          accuracy: 1 - share / 2,
          rule: 'how often each word occurs: all but the twins, where both are equally likely',
        },
      ],
    };
  },
  make(options, draw) {
    const { text, label } = write(options, draw);
    const ids = words(text).map((word) => REVIEW_WORDS.indexOf(word));
    return {
      inputs: oneHot(ids, REVIEW_WORDS.length),
      targets: ids.map(() => label),
      counted: (t) => t === ids.length - 1,
      columns: { inputs: REVIEW_WORDS, outputs: ['did not like it', 'liked it'] },
      text,
    };
  },
});
