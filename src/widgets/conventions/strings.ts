/** Every word of this figure that a reader sees. */
import { short } from '../_shared/notation.ts';
import type { Form, FormId, Layer } from './forms.ts';
import type { Frame, Look } from './model.ts';
import type { Carry } from './state.ts';
import type { Fact } from './why.ts';

const names: Readonly<Record<FormId, string>> = {
  chung: 'Chung et al. 2014',
  cho: 'Cho et al. 2014',
  pytorch: 'PyTorch',
  keras: 'Keras',
  kerasBefore: 'Keras, reset_after=False',
  article: 'as the equations stand',
  onnx: 'ONNX',
};

/** A group of forms that compute the same. */
const letter = (group: number): string => 'ABCDE'[group]!;

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

function said(fact: Fact, a: string, b: string): string {
  const [one, other] = fact.at;
  switch (fact.about) {
    case 'keeps':
      if (fact.standing === 'same') return `Both keep the old state where z is ${one}.`;
      return fact.standing === 'mended'
        ? `${a} keeps where z is ${one}, ${b} where it is ${other}. The weights of z were negated for one of them, and σ(−a) = 1 − σ(a).`
        : `${a} keeps where z is ${one}, ${b} where it is ${other}: with the same z, one keeps what the other overwrites.`;
    case 'reset':
      if (fact.standing === 'same') return `Both reset ${one} the product with W_hn.`;
      if (fact.standing === 'mended')
        return `${a} resets ${one} the product, ${b} ${other} it. W_hn is diagonal here and b_hn is 0: then it makes no difference.`;
      return fact.because === 'bias'
        ? `${a} resets ${one} the product, ${b} ${other} it. W_hn is diagonal, so that alone would not matter; but b_hn has a place on one side only.`
        : `${a} resets ${one} the product, ${b} ${other} it: W_hn (r ⊙ h) and r ⊙ (W_hn h + b_hn) are different functions, and no weights turn one into the other.`;
    case 'order': {
      const orders = fact.at.map((gates) => gates.join(', '));
      if (fact.standing === 'same') return `Both have their gates in the order ${orders[0]}.`;
      return fact.standing === 'mended'
        ? `Their arrays hold the gates as ${orders[0]} and as ${orders[1]}. Each got its own order, so that is only a matter of storage.`
        : `Their arrays hold the gates as ${orders[0]} and as ${orders[1]}, and the blocks were not put in order: gates got each other’s weights.`;
    }
  }
}

function verdict({ a, b, agree, gap, from }: Look): string {
  const [one, other] = [names[a.form.id], names[b.form.id]];
  if (a === b) return `${one} agrees with itself. Choose two different rows.`;
  if (Number.isNaN(gap))
    return `${one} and ${other} cannot be compared: a state is no number, because a weight is none.`;
  if (agree)
    return gap === 0
      ? `${one} and ${other} agree to the last bit.`
      : `${one} and ${other} agree; they differ by rounding alone, at most ${short(gap)}.`;
  return `${one} and ${other} differ, by up to ${short(gap)}, from step ${from} on.`;
}

export const strings = {
  names,
  letter,
  said,
  verdict,
  standing: { same: 'the same', mended: 'no matter here', different: 'different' } satisfies Record<
    Fact['standing'],
    string
  >,
  about: { keeps: 'z', reset: 'reset', order: 'order of gates' } satisfies Record<Fact['about'], string>,
  layer: 'layer',
  layers: { gru: 'GRU', lstm: 'LSTM' } satisfies Record<Layer, string>,
  home: 'numbers made for',
  carry: 'each of the others gets them',
  carries: {
    letter: 'by their letters',
    turned: 'with z turned over where needed',
    blocks: 'block by block, as arrays lie',
  } satisfies Record<Carry, string>,
  noSecondBias: 'b_hn = 0',
  diagonal: 'W_hn diagonal',
  more: 'Size, seed, inputs',
  H: 'units',
  seed: 'seed of the numbers',
  x: 'inputs, one a step',
  xProblem: (most: number) => `Give up to ${most} numbers with spaces between them.`,
  unit: 'unit that is drawn',
  matrix: 'Largest difference between the states of two forms; = where they agree. Choose a pair.',
  pair: (a: FormId, b: FormId, gap: number, agree: boolean) =>
    `${names[a]} and ${names[b]}: ${agree ? 'agree' : `differ by ${short(gap)}`}`,
  chart: (frame: Frame, unit: number) =>
    `States of unit ${unit} over ${frame.state.x.length} steps. ${frame.groups
      .map((rows, group) => `${letter(group)}: ${listed(rows.map(({ form }) => names[form.id]))}`)
      .join('; ')}.`,
  axis: 'time step',
  line: (unit: number) => `state of unit ${unit}`,
  groups: (frame: Frame) =>
    frame.groups.length === 1
      ? `All ${frame.rows.length} compute the same.`
      : `${frame.groups.length} different functions: rows with one letter compute the same.`,
  boxes:
    'Boxes: the gates in the order in which a form has them; PyTorch stacks them below one another, Keras side by side.',
  blocks: { rows: 'below one another', columns: 'side by side', apart: 'each by itself' } satisfies Record<
    Form['stacked'],
    string
  >,
  gates: (form: Form) => `gates ${form.gates.join(', ')}, ${strings.blocks[form.stacked]}`,
  biases: { 1: 'one bias a gate', 2: 'two biases a gate' },
  parameters: (count: number) => `${count} parameters`,
  last: (T: number, H: number, shown: number) => (H > shown ? `h_${T}, the first ${shown} of ${H} units` : `h_${T}`),
  file: {
    label: 'Open your own weights (safetensors)',
    stays: 'The file stays on this page.',
    try: 'To try it:',
    samples: {
      'gru-pytorch': 'a GRU of PyTorch',
      'gru-keras': 'the same GRU for Keras',
      'lstm-keras': 'an LSTM of Keras',
    },
    choose: 'layer of the file',
    close: 'Close the file',
    opened: (name: string, X: number, H: number) =>
      `${name}: ${H} units that read ${X} ${X === 1 ? 'number' : 'numbers'}.`,
    notInLink: 'Link copied. The weights of your file are not in it.',
    python: 'The lines of Python that convert it',
  },
  save: {
    pytorch: 'Weights for PyTorch',
    keras: 'Weights for Keras',
    kerasBefore: 'Weights for Keras, reset_after=False',
  },
} as const;
