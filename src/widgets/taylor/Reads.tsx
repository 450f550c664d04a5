/** How a typed formula was understood, set as in print. */
import { expressions } from 'unrolled';
import { Formula, type FormulaProps } from '../_shared/Formula.tsx';

export interface ReadsProps {
  /** What stands before the equals sign: `f(x)`. */
  readonly name: string;
  readonly formula: expressions.Expression;
  readonly built: FormulaProps['built'];
}

export const Reads = ({ name, formula, built }: ReadsProps) => (
  <p class="reads">
    <Formula
      tex={`${name} = ${expressions.tex(formula)}`}
      text={`${name} = ${expressions.print(formula)}`}
      built={built}
    />
  </p>
);
