/** Draws the activation explorer: curves and slopes, many applications in a row, or softmax on a vector. */
import { useRef } from 'preact/hooks';
import { FigureToolbar } from '../_shared/FigureToolbar.tsx';
import type { FormulaProps } from '../_shared/Formula.tsx';
import { Reads } from '../_shared/Reads.tsx';
import { strings as shared } from '../_shared/strings.ts';
import { useFigure } from '../_shared/use-figure.ts';
import { type Action, act, isMove } from './actions.ts';
import { Controls } from './Controls.tsx';
import { type ExampleName, examples } from './examples.ts';
import { Facts, Numbers } from './Facts.tsx';
import { Identities } from './Identities.tsx';
import { frameOf, type ScalarFrame } from './model.ts';
import { Picture } from './Picture.tsx';
import { Repeated } from './Repeated.tsx';
import { SoftmaxPane } from './SoftmaxPane.tsx';
import type { ActivationsState } from './state.ts';
import { strings } from './strings.ts';
import { tableOf } from './table.ts';
import { fromUrl, toUrl } from './url.ts';
import '../_shared/plots.css';
import './activations.css';

export interface ActivationsProps {
  /** Id of the figure on its page; also its key in the address. */
  readonly id?: string;
  readonly example?: ExampleName;
  /** The formulas of the example, as they were set at build: of f, and of g. */
  readonly built?: readonly FormulaProps['built'][];
}

export function Activations({ id = 'activations', example = 'logistic', built = [] }: ActivationsProps) {
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure({ key: id, act, isMove, toUrl, fromUrl }, examples[example] as ActivationsState);
  const awake = figure.awake.value;
  const { send } = figure;
  const frame = frameOf(figure.state.value);
  return (
    <div class="widget plots activations not-content" data-widget="activations" data-awake={awake} ref={root}>
      {figure.problem.value && <p role="alert">{shared[figure.problem.value]}</p>}
      <Controls state={frame.state} awake={awake} send={send} />
      {frame.softmax ? (
        <SoftmaxPane frame={frame} awake={awake} send={send} />
      ) : (
        <Scalar {...{ id, frame, built, awake, send }} />
      )}
      <FigureToolbar
        figure={figure}
        pictureName="activations"
        numbersName="activations"
        picture={() => root.current!.querySelector('svg.plot')!}
        numbers={() => tableOf(frame)}
      />
    </div>
  );
}

interface ScalarProps {
  readonly id: string;
  readonly frame: ScalarFrame;
  readonly built: readonly FormulaProps['built'][];
  readonly awake: boolean;
  readonly send: (action: Action) => void;
}

const Scalar = ({ id, frame, built, awake, send }: ScalarProps) => (
  <>
    <div class="formulas">
      {frame.curves.map(({ letter, formula }, k) => (
        <Reads key={letter} name={`${letter}(x)`} formula={formula} built={built[k]} />
      ))}
    </div>
    {frame.state.view === 'curves' ? (
      <>
        <div class="panes">
          <Picture id={id} frame={frame} awake={awake} send={send} />
          <div class="beside">
            <Numbers frame={frame} />
            <Facts frame={frame} />
          </div>
        </div>
        <p class="narration" aria-live="polite">
          {strings.narration(frame)}
        </p>
        <Identities frame={frame} awake={awake} send={send} />
      </>
    ) : (
      <>
        <Repeated frame={frame} />
        <p class="narration" aria-live="polite">
          {strings.repeated.narration(frame)}
        </p>
      </>
    )}
  </>
);
