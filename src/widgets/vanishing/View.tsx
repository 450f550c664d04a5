/** Draws the map and what one place of it is made of. */
import { useRef } from 'preact/hooks';
import { FigureToolbar } from '../_shared/FigureToolbar.tsx';
import { Box } from '../_shared/fields.tsx';
import { short } from '../_shared/notation.ts';
import { fillOf as chipFill, numberAttributes } from '../_shared/number.ts';
import { Sym } from '../_shared/Sym.tsx';
import { strings as shared } from '../_shared/strings.ts';
import { useFigure } from '../_shared/use-figure.ts';
import { Chain } from './Chain.tsx';
import { Controls } from './Controls.tsx';
import type { Causes } from './causes.ts';
import { type ExampleName, examples } from './examples.ts';
import { MapView } from './MapView.tsx';
import { type CellMap, factsOf } from './model.ts';
import { STEEPEST } from './network.ts';
import { rangeOf } from './shades.ts';
import { type Action, act, type VanishingState } from './state.ts';
import { strings } from './strings.ts';
import { fromUrl, toUrl } from './url.ts';
import { type Frame, lookedAt, useFrame } from './use-frame.ts';
import './vanishing.css';

const model = { act, toUrl, fromUrl, isMove: ({ type }: Action) => type === 'look' };

export interface VanishingProps {
  readonly example?: ExampleName;
  /** Its field in the address, where a page has more than one. */
  readonly id?: string;
}

export function Vanishing({ example = 'eight-units', id = 'vanishing' }: VanishingProps) {
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure({ ...model, key: id }, examples[example] as VanishingState);
  const awake = figure.awake.value;
  const state = figure.state.value;
  const { frame, causes, isBusy } = useFrame(state);
  const range = rangeOf(frame.maps);
  const map = lookedAt(frame);
  const { t, k } = frame.state;
  const look = (t: number, k: number, cell = state.cell) => figure.send({ type: 'look', cell, t, k });
  return (
    <div
      class="widget vanishing fields not-content"
      data-widget="vanishing"
      data-awake={awake}
      aria-busy={isBusy}
      ref={root}
    >
      {figure.problem.value && <p role="alert">{shared[figure.problem.value]}</p>}
      <Controls state={state} awake={awake} set={(change) => figure.send({ type: 'set', change })} />
      <div class={frame.maps.length > 1 ? 'panes many' : 'panes'}>
        <div class="maps">
          {frame.maps.map((each) => (
            <div key={each.id} class="titled">
              {frame.maps.length > 1 && <p class="map-title">{strings.cellTitle(each)}</p>}
              <MapView
                map={each}
                T={frame.state.T}
                range={range}
                measure={frame.state.measure}
                at={each === map ? { t, k } : undefined}
                awake={awake}
                onLook={(row, column) => look(row, column, each.id)}
              />
            </div>
          ))}
        </div>
        <div class="place-pane">
          <Heading frame={frame} map={map} causes={causes} />
          <p class="boxes" data-print="hidden">
            <span>
              <span class="name">
                <Sym name="k" /> {strings.placeK}
              </span>
              <Box
                label={strings.placeK}
                limit={{ least: 0, most: state.t, step: 1 }}
                value={state.k}
                awake={awake}
                onChange={(value) => look(state.t, value)}
              />
            </span>
            <span>
              <span class="name">
                <Sym name="t" /> {strings.placeT}
              </span>
              <Box
                label={strings.placeT}
                limit={{ least: 1, most: state.T, step: 1 }}
                value={state.t}
                awake={awake}
                onChange={(value) => look(value, Math.min(state.k, value))}
              />
            </span>
          </p>
          <Chain causes={causes} t={t} k={k} />
        </div>
        <Facts frame={frame} map={map} causes={causes} />
      </div>
      <p class="narration" aria-live="polite">
        {strings.narration(map, causes, frame.state)}
      </p>
      <FigureToolbar
        figure={figure}
        pictureName="vanishing"
        numbersName="vanishing"
        picture={() => root.current!.querySelector(`.map[data-cell="${map.id}"] svg`)!}
        numbers={() => table(frame)}
      />
    </div>
  );
}

interface PaneProps {
  readonly frame: Frame;
  readonly map: CellMap;
  readonly causes: Causes;
}

/** What is looked at, as a formula with its number. */
function Heading({ frame: { state, maps }, map, causes }: PaneProps) {
  const { t, k, measure } = state;
  const nudged = map.nudged ? `h_${k}` : map.id === 'lstm' ? `(h_${k}, c_${k})` : `h_${k}`;
  const name = `${measure === 'loss' ? 'dl' : 'dh'}_${t}/d${nudged}`;
  const value = causes.links.at(-1)!.total;
  return (
    <p class="looked-at">
      {maps.length > 1 && `${strings.cells[map.id]}: `}‖
      <Sym name={name} />‖ ={' '}
      <output
        class="chip grad"
        style={{ '--fill': chipFill('grad', value < 1 ? -value : value, Math.max(1, value)) }}
        {...numberAttributes({ name, symbol: 'h', t, kind: 'grad', index: [], value })}
        aria-label={`${short(value)}`}
      >
        {short(value)}
      </output>
    </p>
  );
}

function Facts({ frame: { state }, map, causes }: PaneProps) {
  const facts = factsOf(map, state);
  const isPlain = map.id === 'rnn' && state.layers === 1 && !state.hasLayerNorm && state.isTied;
  const list = (values: readonly number[]) => values.map((value) => short(value)).join(', ');
  return (
    <div class="facts">
      <dl>
        <Fact name="radius" value={facts.radius}>
          <Sym name="ρ" />(<Sym name={facts.name} />) {strings.factRadius}
        </Fact>
        {isPlain && (
          <Fact name="bound" value={facts.bound}>
            {strings.factBound(short(STEEPEST[state.activation]))}
          </Fact>
        )}
        <div data-name="stretches">
          <dt>
            <Sym name={facts.name} />: {strings.factStretches}
          </dt>
          <dd>{list(facts.stretches)}</dd>
        </div>
        {causes.stretches.length > 1 && (
          <div data-name="place-stretches">
            <dt>{strings.placeStretches}</dt>
            <dd>{list(causes.stretches)}</dd>
          </div>
        )}
      </dl>
      {isPlain && <p class="verdict">{strings.verdict(facts)}</p>}
    </div>
  );
}

const Fact = ({
  name,
  value,
  children,
}: {
  readonly name: string;
  readonly value: number;
  readonly children: preact.ComponentChildren;
}) => (
  <div data-name={name} data-symbol={name} data-value={String(value)}>
    <dt>{children}</dt>
    <dd>{short(value)}</dd>
  </div>
);

/** Every norm of every map, for a spreadsheet. */
const table = ({ maps }: Frame): (string | number)[][] => [
  ['t', 'k', ...maps.map(({ id }) => id)],
  ...maps[0]!.norms.flatMap((row, y) => row.map((_, k) => [y + 1, k, ...maps.map(({ norms }) => norms[y]![k]!)])),
];
