/** Draws the loss as a map with the descent on it, a cut through it, and the gradient with its clipped forms. */
import { useRef } from 'preact/hooks';
import { FigureToolbar } from '../../_shared/FigureToolbar.tsx';
import { LimitedNumber } from '../../_shared/LimitedNumber.tsx';
import { short } from '../../_shared/notation.ts';
import { numberAttributes } from '../../_shared/number.ts';
import { Sym } from '../../_shared/Sym.tsx';
import { strings as shared } from '../../_shared/strings.ts';
import { useFigure } from '../../_shared/use-figure.ts';
import { Arrows } from './Arrows.tsx';
import { Cut } from './Cut.tsx';
import './cliff.css';
import { type ExampleName, examples } from './examples.ts';
import { act, CLIPS, type CliffState, fromUrl, LIMITS, type Point, pathOf, toUrl } from './model.ts';
import { Surface } from './Surface.tsx';
import { strings } from './strings.ts';

const model = { key: 'cliff', act, toUrl, fromUrl };

export function Cliff({ example = 'on-the-wall' }: { readonly example?: ExampleName }) {
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure(model, examples[example] as CliffState);
  const awake = figure.awake.value;
  const state = figure.state.value;
  const path = pathOf(state);
  const set = (change: Partial<CliffState>) => figure.send({ type: 'set', change });
  return (
    <div class="widget cliff not-content" data-widget="cliff" data-awake={awake} ref={root}>
      {figure.problem.value && <p role="alert">{shared[figure.problem.value]}</p>}
      <Controls state={state} awake={awake} set={set} />
      <div class="panes">
        <Surface path={path} T={state.T} eta={state.eta} />
        <div class="pane">
          <Cut now={path.at(-1)!} T={state.T} />
          {state.hasClipping && <Arrows now={path.at(-1)!} theta={state.theta} clip={state.clip} />}
        </div>
      </div>
      <div class="row" data-print="hidden">
        <button type="button" disabled={!awake} onClick={() => figure.send({ type: 'update', by: 1 })}>
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
        {strings.narration(path, state.eta)}
      </p>
      <Table path={path} />
      <FigureToolbar
        figure={figure}
        pictureName="loss-cliff"
        numbersName="descent"
        picture={() => root.current!.querySelector('svg.surface')!}
        numbers={() => [
          Object.values(strings.columns),
          ...path.map(({ w, b, L, norm }, n): (string | number)[] => [n, w, b, L, norm]),
        ]}
      />
    </div>
  );
}

interface ControlsProps {
  readonly state: CliffState;
  readonly awake: boolean;
  readonly set: (change: Partial<CliffState>) => void;
}

function Controls({ state, awake, set }: ControlsProps) {
  const symbols = { w: 'w', b: 'b', T: 'T', eta: 'η', theta: 'θ' } as const;
  const box = (key: keyof typeof symbols) => (
    <LimitedNumber
      {...{ label: strings[key], symbol: symbols[key], value: state[key], limit: LIMITS[key], awake }}
      onChange={(value) => set({ [key]: value })}
    />
  );
  return (
    <div class="controls" data-print="hidden">
      {box('w')}
      {box('b')}
      {box('eta')}
      {box('T')}
      <label class="check">
        <input
          type="checkbox"
          checked={state.hasClipping}
          disabled={!awake}
          onChange={(event) => set({ hasClipping: event.currentTarget.checked })}
        />
        {strings.showClipping}
      </label>
      {state.hasClipping && (
        <>
          <label class="named">
            <span class="name">{strings.clip}</span>
            <select
              value={state.clip}
              disabled={!awake}
              onChange={(event) => set({ clip: event.currentTarget.value as CliffState['clip'] })}
            >
              {CLIPS.map((clip) => (
                <option key={clip} value={clip} selected={clip === state.clip}>
                  {strings.clips[clip]}
                </option>
              ))}
            </select>
          </label>
          {box('theta')}
        </>
      )}
    </div>
  );
}

/** The last points of the descent. */
function Table({ path }: { readonly path: readonly Point[] }) {
  const rows = path.map((point, n) => ({ ...point, n })).slice(-6);
  const cell = (name: string, n: number, value: number, kind: 'value' | 'grad' = 'value') => (
    <td {...numberAttributes({ name, symbol: name, t: n, kind, index: [], value })}>{short(value)}</td>
  );
  return (
    <table class="descent">
      <caption class="sr">{strings.table}</caption>
      <thead>
        <tr>
          <th scope="col">{strings.columns.n}</th>
          <th scope="col">
            <Sym name="w" />
          </th>
          <th scope="col">
            <Sym name="b" />
          </th>
          <th scope="col">{strings.columns.L}</th>
          <th scope="col">{strings.columns.norm}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ n, w, b, L, norm }) => (
          <tr key={n}>
            <th scope="row">{n}</th>
            {cell('w', n, w)}
            {cell('b', n, b)}
            {cell('L', n, L)}
            {cell('norm', n, norm, 'grad')}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
