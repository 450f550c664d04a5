/** Draws one gradient step: the loss with its line and its parabola, what they foretell, and the training so far. */
import { useRef } from 'preact/hooks';
import { FigureToolbar } from '../../_shared/FigureToolbar.tsx';
import { FormulaBox } from '../../_shared/FormulaBox.tsx';
import { NumberBox } from '../../_shared/NumberBox.tsx';
import { short } from '../../_shared/notation.ts';
import { numberAttributes } from '../../_shared/number.ts';
import { Sym } from '../../_shared/Sym.tsx';
import { strings as shared } from '../../_shared/strings.ts';
import { useFigure } from '../../_shared/use-figure.ts';
import { type ExampleName, examples } from './examples.ts';
import { type Frame, frameOf } from './model.ts';
import { Picture } from './Picture.tsx';
import { act, fromUrl, isMove, isWithin, LIMITS, type StepState, toUrl } from './state.ts';
import { strings } from './strings.ts';
import '../../_shared/widget.css';
import '../taylor.css';
import './step.css';

export function TaylorStep({
  id = 'step',
  example = 'one-step',
}: {
  readonly id?: string;
  readonly example?: ExampleName;
}) {
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure({ key: id, act, isMove, toUrl, fromUrl }, examples[example] as StepState);
  const awake = figure.awake.value;
  const frame = frameOf(figure.state.value);
  const { state, path } = frame;
  return (
    <div class="widget taylor taylor-step not-content" data-widget="taylor-step" data-awake={awake} ref={root}>
      {figure.problem.value && <p role="alert">{shared[figure.problem.value]}</p>}
      <Controls
        state={state}
        awake={awake}
        set={(change, isGoingOn = false) => figure.send({ type: 'set', change, isGoingOn })}
      />
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

interface ControlsProps {
  readonly state: StepState;
  readonly awake: boolean;
  readonly set: (change: Partial<StepState>, isGoingOn?: boolean) => void;
}

function Controls({ state, awake, set }: ControlsProps) {
  const box = (key: 'w' | 'seed' | 'rate', symbol?: string) => (
    <span class="named">
      <span class="name">
        {symbol && <Sym name={symbol} />} {symbol ? strings[key].replace(` ${symbol}`, '') : strings[key]}
      </span>
      <NumberBox
        label={strings[key]}
        value={state[key]}
        step={LIMITS[key].step}
        read={(text) => {
          const value = Number(text.trim().replace('−', '-').replace(',', '.'));
          return text.trim() !== '' && isWithin(key, value) ? value : shared.range(LIMITS[key].least, LIMITS[key].most);
        }}
        onChange={(value) => set({ [key]: value })}
        awake={awake}
      />
    </span>
  );
  return (
    <div class="controls" data-print="hidden">
      {state.kind === 'one' ? (
        <>
          <span class="named">
            <span class="name">{strings.loss}</span>
            <FormulaBox
              label={strings.loss}
              value={state.text}
              variables={['w']}
              onChange={(text, isGoingOn) => set({ text }, isGoingOn)}
              awake={awake}
            />
          </span>
          {box('w', 'w')}
        </>
      ) : (
        box('seed')
      )}
      {box('rate', 'η')}
      <input
        type="range"
        min={0.01}
        max={1.5}
        step={0.01}
        value={state.rate}
        disabled={!awake}
        aria-label={strings.slider}
        onInput={(event) => set({ rate: Number(event.currentTarget.value) })}
      />
    </div>
  );
}

/** What was said, and what came. */
function Changes({ frame }: { readonly frame: Frame }) {
  const { first, second, both, actual, limit } = frame;
  const row = (key: 'first' | 'second' | 'both' | 'actual', value: number, off?: number) => (
    <tr class={`of-${key}`}>
      <th scope="row">{strings.changes[key]}</th>
      <td {...numberAttributes({ name: key, symbol: key, kind: 'value', index: [], value })}>{short(value)}</td>
      <td>{off === undefined ? '' : `${strings.changes.off} ${short(Math.abs(off))}`}</td>
    </tr>
  );
  return (
    <table class="changes">
      <caption>{strings.changes.caption}</caption>
      <tbody>
        {row('first', first, first - actual)}
        {row('second', second)}
        {row('both', both, both - actual)}
        {row('actual', actual)}
        <tr>
          <th scope="row">{strings.changes.limit}</th>
          <td
            {...numberAttributes({
              name: 'limit',
              symbol: 'limit',
              kind: 'value',
              index: [],
              value: limit ?? Number.NaN,
            })}
          >
            {limit === undefined ? strings.changes.none : short(limit)}
          </td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}

function Training({ frame: { state, path } }: { readonly frame: Frame }) {
  const isOne = state.kind === 'one';
  const rows = path.map((place, n) => ({ ...place, n })).slice(-6);
  const cell = (symbol: string, n: number, value: number) => (
    <td {...numberAttributes({ name: symbol, symbol, t: n, kind: 'value', index: [], value })}>{short(value)}</td>
  );
  return (
    <div class="terms">
      <table>
        <caption class="sr">{strings.table}</caption>
        <thead>
          <tr>
            <th scope="col">{strings.columns.n}</th>
            {isOne && (
              <th scope="col">
                <Sym name="w" />
              </th>
            )}
            <th scope="col">
              <Sym name="L" />
            </th>
            <th scope="col">{isOne ? strings.columns.gradient : strings.columns.norm}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ n, given, loss, gradient }) => (
            <tr key={n} data-last={n === path.length - 1}>
              <th scope="row">{n}</th>
              {isOne && cell('w', n, weightOf(given.w))}
              {cell('L', n, loss)}
              {cell('slope', n, gradient)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const weightOf = (w: Frame['path'][number]['given'][string] | undefined): number =>
  typeof w === 'number' ? w : (w as { readonly data: ArrayLike<number> }).data[0]!;
