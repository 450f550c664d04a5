/** How a typed formula was understood, set as in print. */
import { expressions } from 'unrolled';
import { Formula, type FormulaProps } from './Formula.tsx';

export interface ReadsProps {
  /** What stands before the equals sign: `f(x)`. */
  readonly name: string;
  readonly formula: expressions.Expression;
  readonly built: FormulaProps['built'];
}

/** With fractions as high as in a formula of its own. */
export const readsTex = (name: string, formula: expressions.Expression): string =>
  `\\displaystyle ${name} = ${expressions.tex(formula)}`;

export const Reads = ({ name, formula, built }: ReadsProps) => (
  <p class="reads">
    <Formula tex={readsTex(name, formula)} text={`${name} = ${expressions.print(formula)}`} built={built} />
  </p>
);
