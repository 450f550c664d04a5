/** Draws the sharing figure: the strip of steps, what the weights cost, and how far products spread. */
import { useRef } from 'preact/hooks';
import { FigureToolbar } from '../_shared/FigureToolbar.tsx';
import { NumberBox } from '../_shared/NumberBox.tsx';
import { Sym } from '../_shared/Sym.tsx';
import { strings as shared } from '../_shared/strings.ts';
import { useFigure } from '../_shared/use-figure.ts';
import { type ExampleName, examples } from './examples.ts';
import { Histogram } from './Histogram.tsx';
import {
  AXIS,
  act,
  costOf,
  fromUrl,
  isLength,
  LIMITS,
  type Picture,
  pictureOf,
  type SharingState,
  toUrl,
} from './model.ts';
import { Strip } from './Strip.tsx';
import { strings } from './strings.ts';
import { useLengths } from './use-lengths.ts';

const model = { key: 'sharing', act, toUrl, fromUrl };

export interface SharingProps {
  readonly example?: ExampleName;
  /** The histogram of the example, computed when the page is built. */
  readonly first: Picture;
}

export function Sharing({ example = 'sixty-steps', first }: SharingProps) {
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure(model, examples[example]);
  const awake = figure.awake.value;
  const state = figure.state.value;
  const lengths = useLengths(awake && state.T !== first.T);
  const picture = state.T === first.T || lengths.length === 0 ? first : pictureOf(lengths, state.T);
  const set = (change: Partial<SharingState>) => figure.send({ type: 'set', change });
  const cost = costOf(state);
  const other = costOf({ ...state, isShared: !state.isShared });
  return (
    <div class="widget sharing not-content" data-widget="sharing" data-awake={awake} ref={root}>
      {figure.problem.value && <p role="alert">{shared[figure.problem.value]}</p>}
      <Controls state={state} awake={awake} set={set} />
      <div class="panes">
        <div class="pane">
          <Strip {...state} />
          <dl class="costs">
            <Cost name="learned" value={cost.learned} />
            <Cost name="multiplications" value={cost.multiplications} />
            <div data-name="lengths" data-value={cost.lengths}>
              <dt>{strings.lengths}</dt>
              <dd>{cost.lengths === 'any' ? strings.any : strings.exactly(cost.lengths)}</dd>
            </div>
          </dl>
          <p class="narration" aria-live="polite">
            {strings.narration(state.isShared, state.T, cost.learned, other.learned)}
          </p>
        </div>
        <Histogram picture={picture} emphasis={state.isShared ? 'tied' : 'untied'} />
      </div>
      <FigureToolbar
        figure={figure}
        pictureName="products"
        numbersName={`products-${picture.T}`}
        picture={() => root.current!.querySelector('svg.histogram')!}
        numbers={() => table(picture)}
      />
    </div>
  );
}

function Cost({ name, value }: { readonly name: 'learned' | 'multiplications'; readonly value: number }) {
  return (
    <div data-name={name} data-value={value}>
      <dt>{strings[name]}</dt>
      <dd>{strings.count(value)}</dd>
    </div>
  );
}

interface ControlsProps {
  readonly state: SharingState;
  readonly awake: boolean;
  readonly set: (change: Partial<SharingState>) => void;
}

function Controls({ state: { isShared, T }, awake, set }: ControlsProps) {
  const read = (text: string): number | string =>
    text.trim() !== '' && isLength(Number(text)) ? Number(text) : strings.range(LIMITS.least, LIMITS.most);
  return (
    <div class="controls" data-print="hidden">
      <fieldset disabled={!awake}>
        <legend>{strings.weights}</legend>
        {[true, false].map((value) => (
          <label key={String(value)} class="check">
            <input
              type="radio"
              name="sharing-weights"
              checked={isShared === value}
              onChange={() => set({ isShared: value })}
            />
            {value ? strings.shared : strings.own}
          </label>
        ))}
      </fieldset>
      <div class="size">
        <span class="name">
          <Sym name="T" /> {strings.steps}
        </span>
        <input
          type="range"
          min={LIMITS.least}
          max={LIMITS.most}
          value={T}
          disabled={!awake}
          aria-label={strings.slider}
          onInput={(event) => set({ T: Number(event.currentTarget.value) })}
        />
        <NumberBox
          label={strings.steps}
          value={T}
          step={1}
          read={read}
          onChange={(value) => set({ T: value })}
          awake={awake}
        />
      </div>
    </div>
  );
}

/** The histogram's numbers, for a spreadsheet. */
const table = ({ T, rows }: Picture): (string | number)[][] => [
  [`log10 of length after ${T} products`, ...rows.map(({ kind }) => kind)],
  ...rows[0]!.counts.map((_, k) => [k * AXIS.step - AXIS.reach, ...rows.map(({ counts }) => counts[k]!)]),
];
