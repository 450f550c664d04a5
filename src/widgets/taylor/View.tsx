/** Draws the Taylor explorer: the formula, the curves, the terms one by one, and the remainder on logarithmic paper. */
import { useRef } from 'preact/hooks';
import { FigureToolbar } from '../_shared/FigureToolbar.tsx';
import type { FormulaProps } from '../_shared/Formula.tsx';
import { Reads } from '../_shared/Reads.tsx';
import { strings as shared } from '../_shared/strings.ts';
import { useFigure } from '../_shared/use-figure.ts';
import { act, isMove } from './actions.ts';
import { Controls } from './Controls.tsx';
import { type ExampleName, examples } from './examples.ts';
import { type Frame, frameOf } from './model.ts';
import { Notes } from './Notes.tsx';
import { Plot } from './Plot.tsx';
import { SlopePlot } from './SlopePlot.tsx';
import type { TaylorState } from './state.ts';
import { strings } from './strings.ts';
import { Terms } from './Terms.tsx';
import { fromUrl, toUrl } from './url.ts';
import '../_shared/plots.css';
import './taylor.css';

export interface TaylorProps {
  /** Id of the figure on its page; also its key in the address. */
  readonly id?: string;
  readonly example?: ExampleName;
  /** The formula of the example, as it was set at build. */
  readonly built?: FormulaProps['built'];
}

export function Taylor({ id = 'taylor', example = 'exp', built }: TaylorProps) {
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure({ key: id, act, isMove, toUrl, fromUrl }, examples[example] as TaylorState);
  const awake = figure.awake.value;
  const frame = frameOf(figure.state.value);
  return (
    <div class="widget plots taylor not-content" data-widget="taylor" data-awake={awake} ref={root}>
      {figure.problem.value && <p role="alert">{shared[figure.problem.value]}</p>}
      <Controls state={frame.state} awake={awake} send={figure.send} />
      <Reads name="f(x)" formula={frame.formula} built={built} />
      <div class="panes">
        <Plot id={id} frame={frame} awake={awake} send={figure.send} />
        <SlopePlot frame={frame} />
      </div>
      <p class="narration" aria-live="polite">
        {strings.narration(frame)}
      </p>
      <Notes frame={frame} />
      <Terms frame={frame} awake={awake} />
      <FigureToolbar
        figure={figure}
        pictureName="taylor"
        numbersName="taylor-terms"
        picture={() => root.current!.querySelector('svg.plot')!}
        numbers={() => table(frame)}
      />
    </div>
  );
}

const table = ({ terms, value }: Frame): (string | number)[][] => [
  [...strings.columns],
  ...terms.map((term) => [term.n, term.coefficient, term.value, term.sum, value - term.sum]),
];
