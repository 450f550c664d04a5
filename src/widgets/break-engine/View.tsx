/** Draws the gradient check of an engine with one rule changed, what is made of it, and what it was. */
import { useRef } from 'preact/hooks';
import { FigureToolbar } from '../_shared/FigureToolbar.tsx';
import { plain, short } from '../_shared/notation.ts';
import { Sym } from '../_shared/Sym.tsx';
import { strings as shared } from '../_shared/strings.ts';
import { useFigure } from '../_shared/use-figure.ts';
import { Controls } from './Controls.tsx';
import { Equations } from './Equations.tsx';
import { type ExampleName, examples } from './examples.ts';
import { Guess } from './Guess.tsx';
import { HeatMap } from './HeatMap.tsx';
import { type Frame, frameOf } from './model.ts';
import { act, type BreakState, isMove, isSolved } from './state.ts';
import { gradientName, strings } from './strings.ts';
import { fromUrl, toUrl } from './url.ts';

const model = { act, isMove, toUrl, fromUrl };

export interface BreakEngineProps {
  readonly example?: ExampleName;
  /** Its field in the address, where a page has more than one. */
  readonly id?: string;
}

export function BreakEngine({ example = 'mystery', id = 'break-engine' }: BreakEngineProps) {
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure({ ...model, key: id }, examples[example] as BreakState);
  const awake = figure.awake.value;
  const frame = frameOf(figure.state.value);
  const { state, check } = frame;
  return (
    <div
      class="widget break-engine not-content"
      data-widget="break-engine"
      data-awake={awake}
      data-passes={check.blocks.every(({ isRight }) => isRight)}
      ref={root}
    >
      {figure.problem.value && <p role="alert">{shared[figure.problem.value]}</p>}
      <Controls state={state} awake={awake} send={figure.send} />
      <div class="panes">
        <div>
          <HeatMap frame={frame} id={id} awake={awake} onLook={(name, at) => figure.send({ type: 'look', name, at })} />
          <Legend />
        </div>
        <div class="side">
          <Now frame={frame} />
          <p class="narration" aria-live="polite">
            {strings.narration(frame)}
          </p>
          <Guess frame={frame} awake={awake} send={figure.send} />
        </div>
      </div>
      {isSolved(state) && <Equations frame={frame} />}
      <Table frame={frame} />
      <FigureToolbar
        figure={figure}
        pictureName="gradient-check"
        numbersName="gradient-check"
        picture={() => root.current!.querySelector('svg.heat-map')!}
        numbers={() => table(frame)}
      />
    </div>
  );
}

const Legend = () => (
  <p class="legend">
    <span>
      <i class="swatch" aria-hidden="true" /> {strings.legend.right}
    </span>
    <span>
      <i class="swatch wrong" aria-hidden="true" /> {strings.legend.wrong}
    </span>
    <span>
      <i class="swatch wrong negative" aria-hidden="true" /> {strings.legend.negative}
    </span>
  </p>
);

/** The number that is looked at: both sides of the check. */
function Now({ frame: { block, state, now } }: { readonly frame: Frame }) {
  const index = block.columns === 1 ? [state.at] : [Math.floor(state.at / block.columns), state.at % block.columns];
  const rows = [
    ['claimed', strings.claimed, now.claimed],
    ['difference', strings.difference, now.difference],
    ['ratio', strings.ratio, now.ratio],
    ['error', strings.error, now.error],
  ] as const;
  return (
    <dl class="now" data-name={state.name} data-at={state.at}>
      <dt>
        <Sym name={gradientName(state.name)} />[{index.join(',')}]
      </dt>
      <dd class="sum-up">{now.isRight ? strings.right : strings.wrong}</dd>
      {rows.map(([key, label, value]) => (
        <div key={key} data-row={key} data-value={String(value)}>
          <dt>{label}</dt>
          <dd>{short(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

const worst = (errors: readonly number[]): number =>
  errors.reduce((most, error) => (Number.isNaN(error) ? error : Math.max(most, error)), 0);

function Table({ frame: { check } }: { readonly frame: Frame }) {
  const { columns } = strings;
  return (
    <details class="as-table">
      <summary>{strings.table}</summary>
      <table>
        <caption class="sr">{strings.tableCaption}</caption>
        <thead>
          <tr>
            {Object.values(columns).map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {check.blocks.map(({ name, numbers }) => (
            <tr key={name}>
              <th scope="row">{plain(gradientName(name))}</th>
              <td>{numbers.length}</td>
              <td>{numbers.filter(({ isRight }) => !isRight).length}</td>
              <td>{short(worst(numbers.map(({ error }) => error)))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Every number of the check, for a spreadsheet. */
const table = ({ check }: Frame): (string | number)[][] => [
  ['gradient', 'position', 'backward', 'central difference', 'ratio', 'relative error'],
  ...check.blocks.flatMap(({ name, numbers }) =>
    numbers.map(({ claimed, difference, ratio, error }, at) => [name, at, claimed, difference, ratio, error]),
  ),
];
