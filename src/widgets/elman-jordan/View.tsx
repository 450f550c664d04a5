/** Draws the Elman and Jordan figure: the choice of memory, the wiring, and both runs side by side. */
import { useRef } from 'preact/hooks';
import { FigureToolbar } from '../_shared/FigureToolbar.tsx';
import { Box } from '../_shared/fields.tsx';
import { Sym } from '../_shared/Sym.tsx';
import { strings as shared } from '../_shared/strings.ts';
import { useFigure } from '../_shared/use-figure.ts';
import './elman-jordan.css';
import { type ExampleName, examples } from './examples.ts';
import { type Action, act, type ElmanJordanState, type Frame, frameOf, fromUrl, LIMITS, toUrl } from './model.ts';
import { Runs } from './Runs.tsx';
import { strings } from './strings.ts';
import { Wiring } from './Wiring.tsx';

const model = { key: 'elman-jordan', act, toUrl, fromUrl };

export function ElmanJordan({ example = 'two-pasts' }: { readonly example?: ExampleName }) {
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure(model, examples[example] as ElmanJordanState);
  const awake = figure.awake.value;
  const frame = frameOf(figure.state.value);
  return (
    <div class="widget elman-jordan not-content" data-widget="elman-jordan" data-awake={awake} ref={root}>
      {figure.problem.value && <p role="alert">{shared[figure.problem.value]}</p>}
      <div class="panes">
        <Controls state={frame.state} awake={awake} send={figure.send} />
        <div class="sheet">
          <Wiring frame={frame} />
          <Runs
            frame={frame}
            awake={awake}
            onInput={(run, t, value) => figure.send({ type: 'input', run, t, value })}
          />
        </div>
      </div>
      <p class="narration" aria-live="polite">
        {strings.narration(frame)}
      </p>
      <FigureToolbar
        figure={figure}
        pictureName="elman-jordan"
        numbersName="elman-jordan"
        picture={() => root.current!.querySelector('svg.wiring')!}
        numbers={() => table(frame)}
      />
    </div>
  );
}

interface ControlsProps {
  readonly state: ElmanJordanState;
  readonly awake: boolean;
  readonly send: (action: Action) => void;
}

function Controls({ state, awake, send }: ControlsProps) {
  const choose = <Key extends 'feedback' | 'readout'>(
    key: Key,
    legend: string,
    options: Record<ElmanJordanState[Key], string>,
  ) => (
    <fieldset disabled={!awake}>
      <legend>{legend}</legend>
      {(Object.entries(options) as [ElmanJordanState[Key], string][]).map(([value, text]) => (
        <label key={value} class="check">
          <input
            type="radio"
            name={`elman-jordan-${key}`}
            checked={state[key] === value}
            onChange={() => send({ type: 'set', change: { [key]: value } })}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
  const setWeight = (w: number) => send({ type: 'set', change: { w: Math.round(w * 1000) / 1000 } });
  return (
    <div class="controls" data-print="hidden">
      {choose('feedback', strings.memory, strings.feedback)}
      {choose('readout', strings.output, strings.readout)}
      <div class="weight">
        <span>
          <Sym name="w" /> {strings.weight}
        </span>
        <input
          type="range"
          min={LIMITS.least}
          max={LIMITS.most}
          step={LIMITS.step}
          value={state.w}
          disabled={!awake}
          aria-label={strings.slider}
          onInput={(event) => setWeight(Number(event.currentTarget.value))}
        />
        <Box label={strings.weight} value={state.w} limit={LIMITS} onChange={setWeight} awake={awake} />
      </div>
    </div>
  );
}

/** Every number of both runs, for a spreadsheet. */
const table = ({ runs }: Frame): (string | number)[][] => [
  ['run', 't', 'x', 'h[1]', 'h[2]', 'y'],
  ...(['a', 'b'] as const).flatMap((run) => runs[run].map(({ t, x, h, y }) => [strings.run[run], t, x, ...h, y])),
];
