/** Draws one gradient step: the loss with its line and its parabola, what they foretell, and the training so far. */
import { useRef } from 'preact/hooks';
import { FigureToolbar } from '../../_shared/FigureToolbar.tsx';
import type { FormulaProps } from '../../_shared/Formula.tsx';
import { Reads } from '../../_shared/Reads.tsx';
import { strings as shared } from '../../_shared/strings.ts';
import { useFigure } from '../../_shared/use-figure.ts';
import { Controls } from './Controls.tsx';
import { type ExampleName, examples } from './examples.ts';
import { frameOf } from './model.ts';
import { Picture } from './Picture.tsx';
import { act, fromUrl, isMove, LIMITS, readLoss, type StepState, toUrl } from './state.ts';
import { strings } from './strings.ts';
import { Changes, Training } from './Tables.tsx';
import '../../_shared/plots.css';
import '../taylor.css';
import './step.css';

export interface TaylorStepProps {
  /** Id of the figure on its page; also its key in the address. */
  readonly id?: string;
  readonly example?: ExampleName;
  /** The loss of the example, as it was set at build. */
  readonly built?: FormulaProps['built'];
}

export function TaylorStep({ id = 'step', example = 'one-step', built }: TaylorStepProps) {
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure({ key: id, act, isMove, toUrl, fromUrl }, examples[example] as StepState);
  const awake = figure.awake.value;
  const frame = frameOf(figure.state.value);
  const { state, path } = frame;
  return (
    <div class="widget plots taylor taylor-step not-content" data-widget="taylor-step" data-awake={awake} ref={root}>
      {figure.problem.value && <p role="alert">{shared[figure.problem.value]}</p>}
      <Controls
        state={state}
        awake={awake}
        set={(change, isGoingOn = false) => figure.send({ type: 'set', change, isGoingOn })}
      />
      {state.kind === 'one' && <Reads name="L(w)" formula={readLoss(state.text)!} built={built} />}
      <div class="panes">
        <Picture id={id} frame={frame} />
        <Changes frame={frame} />
      </div>
      <div class="row" data-print="hidden">
        <button
          type="button"
          disabled={!awake}
          aria-disabled={state.updates === LIMITS.updates.most || !Number.isFinite(frame.loss)}
          onClick={() => Number.isFinite(frame.loss) && figure.send({ type: 'update', by: 1 })}
        >
          {strings.update}
        </button>
        <button
          type="button"
          disabled={!awake}
          aria-disabled={state.updates === 0}
          onClick={() => figure.send({ type: 'update', by: -1 })}
        >
          {strings.back}
        </button>
        <span>{strings.count(path.length - 1)}</span>
      </div>
      <p class="narration" aria-live="polite">
        {strings.narration(frame)}
      </p>
      <Training frame={frame} />
      <FigureToolbar
        figure={figure}
        pictureName="gradient-step"
        numbersName="training"
        picture={() => root.current!.querySelector('svg.step')!}
        numbers={() => [
          [strings.columns.n, strings.columns.loss, strings.columns.gradient],
          ...path.map(({ loss, gradient }, n) => [n, loss, gradient]),
        ]}
      />
    </div>
  );
}
