/** Draws the parameter counter: sliders, both formulas to scale, and the count by three conventions. */
import { useRef } from 'preact/hooks';
import { FigureToolbar } from '../_shared/FigureToolbar.tsx';
import { NumberBox } from '../_shared/NumberBox.tsx';
import { Sym } from '../_shared/Sym.tsx';
import { strings as shared } from '../_shared/strings.ts';
import { useFigure } from '../_shared/use-figure.ts';
import { Counts, numberOf } from './Counts.tsx';
import { Drawing } from './Drawing.tsx';
import { type ExampleName, examples } from './examples.ts';
import { act, type Frame, frameOf, fromUrl, isSize, LIMITS, SIZES, toUrl } from './model.ts';
import { strings } from './strings.ts';

const model = { key: 'parameters', act, toUrl, fromUrl };

export function Parameters({ example = 'keras-and-pytorch' }: { readonly example?: ExampleName }) {
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure(model, examples[example]);
  const awake = figure.awake.value;
  const frame = frameOf(figure.state.value);
  const { X, H, Y } = frame.state;
  const [own, , pytorch] = frame.counts;
  return (
    <div class="widget parameters not-content" data-widget="parameters" data-awake={awake} ref={root}>
      {figure.problem.value && <p role="alert">{shared[figure.problem.value]}</p>}
      <fieldset class="sizes">
        <legend class="sr-only">{strings.title}</legend>
        {SIZES.map((size) => (
          <Size
            key={size}
            size={size}
            value={frame.state[size]}
            awake={awake}
            onChange={(value) => figure.send({ type: 'set', size, value })}
          />
        ))}
      </fieldset>
      <div class="panes">
        <Drawing frame={frame} />
        <Counts frame={frame} />
      </div>
      <p class="narration" aria-live="polite">
        <Formulas
          text={`${strings.difference(H, own!.total, pytorch!.total)} ${strings.readout(Y, H, frame.readout)}`}
        />
      </p>
      <FigureToolbar
        figure={figure}
        pictureName="parameters"
        numbersName={`parameters-${X}-${H}-${Y}`}
        picture={() => root.current!.querySelector('svg.shapes')!}
        numbers={() => table(frame)}
      />
    </div>
  );
}

interface SizeProps {
  readonly size: (typeof SIZES)[number];
  readonly value: number;
  readonly awake: boolean;
  readonly onChange: (value: number) => void;
}

function Size({ size, value, awake, onChange }: SizeProps) {
  const { words, symbol } = strings.sizes[size];
  const read = (text: string): number | string => {
    const n = Number(text);
    return text.trim() !== '' && isSize(n) ? n : strings.range(LIMITS.least, LIMITS.most);
  };
  return (
    <div class="size">
      <span class="name">
        <Sym name={symbol} /> {words}
      </span>
      <input
        type="range"
        data-print="hidden"
        min={LIMITS.least}
        max={LIMITS.most}
        value={value}
        disabled={!awake}
        aria-label={strings.slider(words)}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
      <NumberBox label={words} value={value} step={1} read={read} onChange={onChange} awake={awake} />
    </div>
  );
}

/** Text in which `W_hy` is set as a symbol. */
const Formulas = ({ text }: { readonly text: string }) => (
  <>{text.split(/\b([Wb]_\w+)/).map((part, k) => (k % 2 ? <Sym key={`${k}${part}`} name={part} /> : part))}</>
);

/** The numbers of the figure, for a spreadsheet. */
const table = ({ state, counts, readout }: Frame): (string | number)[][] => [
  ['convention', 'm', 'n', 'k', 'W_hh', 'W_xh', 'bias', 'layer', 'readout'],
  ...counts.map((count) => [
    ...[count.convention, state.X, state.H, state.Y, count.recurrent, count.input],
    ...[numberOf(count, 'bias'), count.total, readout],
  ]),
];
