/** Where the numbers of the heat map stand: parameters layer by layer, below them the states, a column for each step. */
import type { CheckedBlock } from './model.ts';

export const CELL = { width: 40, height: 28 } as const;
/** Width of the gap between two blocks, height of a block's title, of a caption, and of the space below a row. */
const [GAP, TITLE, CAPTION, BELOW] = [14, 22, 26, 10];

/** Room for the longer caption. */
const CAPTION_WIDTH = 290;

export interface Placed {
  readonly block: CheckedBlock;
  readonly x: number;
  readonly y: number;
}

export interface Plan {
  readonly placed: readonly Placed[];
  /** Where the captions of the two parts stand. */
  readonly captions: { readonly parameters: number; readonly states: number };
  readonly width: number;
  readonly height: number;
}

export function layout(blocks: readonly CheckedBlock[]): Plan {
  const placed: Placed[] = [];
  const row = (all: readonly CheckedBlock[], top: number, gap: number): number => {
    let x = 1;
    for (const block of all) {
      placed.push({ block, x, y: top + TITLE });
      x += block.columns * CELL.width + gap;
    }
    return top + TITLE + Math.max(...all.map(({ rows }) => rows)) * CELL.height + BELOW;
  };
  const part = (kind: CheckedBlock['kind'], top: number, gap: number): number =>
    [...Map.groupBy(of(blocks, kind), ({ layer }) => layer).values()].reduce(
      (y, layer) => row(layer, y, gap),
      top + CAPTION,
    );
  const captions = { parameters: 0, states: part('parameter', 0, GAP) };
  const height = part('state', captions.states, 0);
  const width = Math.max(CAPTION_WIDTH, ...placed.map(({ block, x }) => x + block.columns * CELL.width + 1));
  return { placed, captions, width, height };
}

const of = (blocks: readonly CheckedBlock[], kind: CheckedBlock['kind']) =>
  blocks.filter((block) => block.kind === kind);
