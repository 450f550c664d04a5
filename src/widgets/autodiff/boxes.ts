/** How much room everything in the picture takes: one place for what is drawn and for what is laid out. */
import { bindings, equationText, type Program, sizeOf } from 'unrolled';
import { plain } from '../_shared/notation.ts';
import type { Edge, Graph, Node } from './graph.ts';
import type { Box, Link } from './layout.ts';

export const CHIP = { width: 58, height: 22 } as const;
export const HEAD = 24;
export const PAD = 6;
const GAP = 4;
const LETTER = 7.6;
/** Of longer vectors the first ones are drawn. */
export const MOST_ROWS = 4;
const MORE = 16;

const numbersIn = (shape: readonly number[]): number => Math.min(MOST_ROWS, sizeOf(shape));
export const hasMore = (shape: readonly number[]): boolean => sizeOf(shape) > MOST_ROWS;

/** `v₁ = x·y`: what a value is computed from. */
export const textOf = (program: Program, { name, equation }: Node): string =>
  equation ? tidy(equationText(equation, bindings(program))) : name;

/** Products of numbers are written with a dot. */
export const tidy = (text: string): string =>
  text
    .replaceAll(' ⊙ ', '·')
    .replace(/·-([\d.]+)/g, '·(−$1)')
    .replace(/-(?=\d)/g, '−');

export const boxOf = (program: Program, node: Node): Box => ({
  name: node.name,
  width: Math.ceil(Math.max(2 * CHIP.width + GAP + 2 * PAD, plain(textOf(program, node)).length * LETTER + 2 * PAD)),
  height: HEAD + CHIP.height * numbersIn(node.shape) + (hasMore(node.shape) ? MORE : 0) + PAD,
});

/** Room for the local derivative, and for what goes back below it. */
export const linkOf = ({ id, from, to, product }: Edge): Link => ({
  ...{ id, from, to },
  width: product.shape.length > 0 ? 96 : CHIP.width,
  height: 42,
});

export const measured = (program: Program, { nodes, edges }: Graph): [Box[], Link[]] => [
  nodes.map((node) => boxOf(program, node)),
  edges.map(linkOf),
];

/** Equal when the same picture is laid out. */
export const layoutKey = ([boxes, links]: [readonly Box[], readonly Link[]]): string =>
  JSON.stringify([
    boxes.map(({ name, width, height }) => [name, width, height]),
    links.map(({ from, to }) => [from, to]),
  ]);
