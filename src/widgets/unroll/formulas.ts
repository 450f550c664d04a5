/**
 * The formulas beside the stepper, forward and backward, for every activation and loss it offers: written by the
 * engine from the same definitions that it runs. Used at build only.
 */
import { backward, cells, equationTex, isScan, type LossName, network, type OpEquation, type Program } from 'unrolled';
import { cellsOf, type Family } from './families.ts';

export interface FormulaLine {
  /** The engine's name of what it defines, in relative time: `h[t]`. */
  readonly defines: string;
  readonly tex: string;
  readonly half: 'forward' | 'backward';
  /** Settings under which the line holds; empty where it always does. */
  readonly cells: readonly string[];
  readonly losses: readonly LossName[];
  readonly lossAt?: LossAt | undefined;
}

type LossAt = 'every' | 'last';
const LOSSES: readonly LossName[] = ['mse', 'crossEntropy'];

/** Lines that agree under several settings are one line. */
export function formulaLines(family: Family = 'rnn'): readonly FormulaLine[] {
  const seen = new Map<string, { line: FormulaLine; place: number; cells: Set<string>; losses: Set<LossName> }>();
  const offered = cellsOf(family).map(({ id }) => id);
  for (const cell of offered) {
    for (const loss of LOSSES) {
      linesOf(cell, loss).forEach((line, place) => {
        const { tex, half } = line;
        const known = seen.get(tex) ?? {
          line: { ...line, cells: [], losses: [] },
          place: half === 'forward' ? place : place + 100,
          cells: new Set(),
          losses: new Set(),
        };
        known.cells.add(cell);
        known.losses.add(loss);
        seen.set(tex, known);
      });
    }
  }
  const inOrder = [...seen.values()].sort((a, b) => a.place - b.place);
  return inOrder.map(({ line, cells: of, losses }) => ({
    ...line,
    cells: of.size === offered.length ? [] : [...of],
    losses: losses.size === LOSSES.length ? [] : [...losses],
  }));
}

type Line = Omit<FormulaLine, 'cells' | 'losses'>;

function linesOf(id: string, loss: LossName): Line[] {
  const cell = cells.find((each) => each.id === id)!;
  const trained = (lossAt: LossAt) => backward(network(cell, { X: 1, H: 2, Y: 1, T: 2, loss, lossAt }));
  const both = trained('every');
  const [forward, reverse] = both.equations.filter(isScan);
  const merged: Program = { ...reverse!.body, equations: [...forward!.body.equations, ...reverse!.body.equations] };
  const inline = ({ wrt }: OpEquation) => wrt?.includes(' ') ?? false;
  const write = (name: string) => equationTex(merged, name, { link: true, inline });
  const named = (program: Program) =>
    program.equations.filter((each): each is OpEquation => !isScan(each) && each.named);
  return [
    ...named(forward!.body).map(({ name }) => ({ defines: name, tex: write(name), half: 'forward' as const })),
    ...(['every', 'last'] as const).map((lossAt) => ({
      defines: 'L',
      tex: equationTex(trained(lossAt), 'L', { link: true }),
      half: 'forward' as const,
      lossAt,
    })),
    ...named(reverse!.body)
      .filter((equation) => !inline(equation) && !equation.name.includes('+'))
      .map(({ name }) => ({ defines: name, tex: write(name), half: 'backward' as const })),
  ];
}
