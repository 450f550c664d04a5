/** Draws the teacher-forcing figure: a wave, the network’s outputs, and where the teacher stops. */
import { useRef } from 'preact/hooks';
import { decimal } from 'unrolled';
import { FigureToolbar } from '../../_shared/FigureToolbar.tsx';
import { NumberBox } from '../../_shared/NumberBox.tsx';
import { strings as shared } from '../../_shared/strings.ts';
import { useFigure } from '../../_shared/use-figure.ts';
import { readNumber, readWhole } from '../read.ts';
import { Chart } from './Chart.tsx';
import { type ExampleName, examples } from './examples.ts';
import { act, type ForcingState, type Frame, frameOf, fromUrl, LIMITS, toUrl } from './model.ts';
import { strings } from './strings.ts';

const model = { key: 'forcing', act, toUrl, fromUrl };

export function Forcing({ example = 'eight-steps' }: { readonly example?: ExampleName }) {
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure(model, examples[example] as ForcingState);
  const awake = figure.awake.value;
  const frame = frameOf(figure.state.value);
  const set = (change: Partial<ForcingState>) => figure.send({ type: 'set', change });
  const { percent, forced } = frame.state;
  return (
    <div class="widget forcing not-content" data-widget="forcing" data-awake={awake} ref={root}>
      {figure.problem.value && <p role="alert">{shared[figure.problem.value]}</p>}
      <div class="settings" data-print="hidden">
        <Setting
          words={strings.forced}
          slider={strings.forcedSlider}
          value={forced}
          limits={LIMITS.forced}
          step={1}
          read={readWhole(LIMITS.forced)}
          awake={awake}
          onChange={(value) => set({ forced: value })}
        />
        <Setting
          words={strings.percent}
          slider={strings.percentSlider}
          value={percent}
          limits={LIMITS.percent}
          step={0.5}
          read={readNumber(LIMITS.percent)}
          awake={awake}
          onChange={(value) => set({ percent: Math.round(value * 100) / 100 })}
        />
      </div>
      <Chart frame={frame} />
      <dl>
        {(
          [
            ['loss', strings.loss, frame.loss],
            ['gradient', strings.gradient, frame.gradient],
            ['forced', `${strings.worst} ${strings.withTeacher}`, frame.largest.forced],
            ['free', `${strings.worst} ${strings.alone}`, frame.largest.free],
          ] as const
        ).map(([name, words, value]) => (
          <div key={name} data-name={name} data-value={String(value)}>
            <dt>{words}</dt>
            <dd>{decimal(value, 4)}</dd>
          </div>
        ))}
      </dl>
      <p class="narration" aria-live="polite">
        {strings.narration(frame)}
      </p>
      <FigureToolbar
        figure={figure}
        pictureName="teacher-forcing"
        numbersName="teacher-forcing"
        picture={() => root.current!.querySelector('svg.wave')!}
        numbers={() => table(frame)}
      />
    </div>
  );
}

interface SettingProps {
  readonly words: string;
  readonly slider: string;
  readonly value: number;
  readonly limits: readonly [number, number];
  readonly step: number;
  readonly read: (text: string) => number | string;
  readonly awake: boolean;
  readonly onChange: (value: number) => void;
}

const Setting = ({ words, slider, value, limits, step, read, awake, onChange }: SettingProps) => (
  <div class="setting">
    <span>{words}</span>
    <input
      type="range"
      min={limits[0]}
      max={limits[1]}
      step={step}
      value={value}
      disabled={!awake}
      aria-label={slider}
      onInput={(event) => onChange(Number(event.currentTarget.value))}
    />
    <NumberBox label={words} value={value} step={step} read={read} onChange={onChange} awake={awake} />
  </div>
);

const table = ({ steps }: Frame): (string | number)[][] => [
  ['t', 'reads the true value', 'read', 'output', 'true next value', 'error'],
  ...steps.map(({ t, isForced, read, output, target }) => [t, isForced ? 1 : 0, read, output, target, output - target]),
];
