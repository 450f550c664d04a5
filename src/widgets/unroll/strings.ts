/** Every string of the stepper that a reader sees, in one place, so that it can be translated. */
import { LIMITS } from './state.ts';

const number = (n: number) => n.toLocaleString('en');

export const strings = {
  name: 'Unrolled recurrent network',
  gates: {
    hold: 'Hold gates',
    overTime: 'Gates and states over time: activate a column to go to its step.',
    holdOne: (gate: string) => `Hold ${gate}`,
    value: (gate: string) => `Value of ${gate}`,
    free: 'free',
    shut: 'at 0: shut',
    open: 'at 1: open',
    own: 'at a value',
    caption: (state: string, t: number) =>
      `Memory of ${state}: what would be left if the gates stayed as they are at t = ${t}.`,
    unit: 'unit',
    kept: 'kept per step',
    halfLife: 'half is left after',
    steps: (steps: string) => `${steps} steps`,
    all: 'never: all is kept',
  },
  input: {
    empty: 'Give at least one number, for example 1, 0, −1.',
    emptyText: 'Give a text of at least two characters.',
    shortText: 'One character has no next one to predict: give at least two.',
    emptyField: 'Give a number.',
    notNumber: (text: string) => `“${clip(text)}” is not a number.`,
    outOfRange: (value: number, low: number, high: number) => `${value} is outside ${low} … ${high}.`,
    notNumberAt: (text: string, place: number) =>
      `Item ${place}, “${clip(text)}”, is not a finite number. Nothing was changed.`,
    tooBig: (text: string, place: number) =>
      `Item ${place}, “${clip(text)}”, is too large: at most a million either way. Nothing was changed.`,
    tooManySteps: (count: number, kept: number) =>
      `${number(count)} numbers given; the first ${kept} are used, because the figure unrolls at most ${kept} steps.`,
    tooLong: (count: number, kept: number) =>
      `${number(count)} characters pasted; only the first ${number(kept)} were read.`,
    longText: (count: number, kept: number) =>
      `${number(count)} characters given; the first ${kept} are used: ${kept - 1} steps, each predicting the next character.`,
    manyCharacters: (limit: number, extra: string, kept: number) =>
      `The text is cut before “${extra}”, after ${kept} characters: one-hot vectors here have at most ${limit} positions.`,
    column: (k: number) => `Column ${k}`,
    named: (name: string, count: number) => `Column “${clip(name)}”: ${number(count)} numbers.`,
    limits: `Up to ${LIMITS.T} steps. Numbers separated by commas or new lines, or a pasted table.`,
    textLimits: `Up to ${LIMITS.T + 1} characters, ${LIMITS.symbols} different ones. Each character is a one-hot vector; the target is the next one.`,
  },
  symbols: {
    name: 'Symbols',
    hint: 'Point at a symbol, here or anywhere: it lights up everywhere.',
    names: {
      x: 'input',
      a: 'weighted sum, before φ',
      h: 'hidden state',
      c: 'cell state',
      f: 'forget gate',
      i: 'input gate',
      o: 'output gate',
      g: 'candidate',
      r: 'reset gate',
      z: 'update gate',
      n: 'candidate',
      y: 'output',
      target: 'target, what the output should be',
      l: 'loss of a time step',
      L: 'total loss',
    },
    weights: (from: string, to: string) => `weights from ${from} to ${to}, the same at every step`,
    bias: (of: string) => `bias of ${of}, the same at every step`,
    peephole: (of: string) => `weights from the cell state to the ${of}, the same at every step`,
    gradient: (of: string) => `gradient, how much the total loss changes per unit of ${of}`,
  },
  numbers: {
    shared: 'The same at every step',
    soFar: 'so far',
    notYet: 'Not computed yet at this place of the walk.',
  },
  tools: {
    copyYourself: (href: string) => `Copy this address: ${href}`,
    tooLong:
      'This state is too long for a link, so it was saved as a file; open it here again with “Open a state file”.',
    badFile: 'This file holds no state of this figure. Nothing was changed.',
  },
} as const;

const clip = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
