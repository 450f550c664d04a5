/** Draws where the gradient of a shared weight comes from: a bar for each lag. */
import { useRef } from 'preact/hooks';
import { FigureToolbar } from '../../_shared/FigureToolbar.tsx';
import { Box } from '../../_shared/fields.tsx';
import { Sym } from '../../_shared/Sym.tsx';
import { strings as shared } from '../../_shared/strings.ts';
import { useFigure } from '../../_shared/use-figure.ts';
import { type ExampleName, examples } from './examples.ts';
import './lags.css';
import { ACTIVATIONS, act, type Frame, frameOf, fromUrl, type LagsState, LIMITS, NEAR, toUrl } from './model.ts';
import { percent, strings } from './strings.ts';

const model = { key: 'lags', act, toUrl, fromUrl };

export function Lags({ example = 'one-half' }: { readonly example?: ExampleName }) {
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure(model, examples[example] as LagsState);
  const awake = figure.awake.value;
  const frame = frameOf(figure.state.value);
  return (
    <div class="widget lags not-content" data-widget="lags" data-awake={awake} ref={root}>
      {figure.problem.value && <p role="alert">{shared[figure.problem.value]}</p>}
      <Controls state={frame.state} awake={awake} set={(change) => figure.send({ type: 'set', change })} />
      <Bars frame={frame} />
      <p class="narration" aria-live="polite">
        {strings.narration(frame)}
      </p>
      <FigureToolbar
        figure={figure}
        pictureName="lags"
        numbersName="lags"
        picture={() => root.current!.querySelector('svg.bars')!}
        numbers={() => [
          ['lag', 'term', 'share'],
          ...frame.terms.map((term, lag): (string | number)[] => [lag, term, frame.shares[lag]!]),
        ]}
      />
    </div>
  );
}

interface ControlsProps {
  readonly state: LagsState;
  readonly awake: boolean;
  readonly set: (change: Partial<LagsState>) => void;
}

function Controls({ state, awake, set }: ControlsProps) {
  const box = (key: 'w' | 'T') => (
    <Box
      {...{ label: strings[key], value: state[key], limit: LIMITS[key], awake }}
      onChange={(value) => set({ [key]: value })}
    />
  );
  return (
    <div class="controls" data-print="hidden">
      <div class="slider">
        <span class="name">
          <Sym name="w" /> {strings.w}
        </span>
        <input
          type="range"
          min={LIMITS.w.least}
          max={LIMITS.w.most}
          step={LIMITS.w.step}
          value={state.w}
          disabled={!awake}
          aria-label={strings.slider}
          onInput={(event) => set({ w: Number(event.currentTarget.value) })}
        />
        {box('w')}
      </div>
      <span class="named">
        <span class="name">
          <Sym name="T" /> {strings.T}
        </span>
        {box('T')}
      </span>
      <fieldset disabled={!awake}>
        <legend>{strings.activation}</legend>
        {ACTIVATIONS.map((activation) => (
          <label key={activation} class="check">
            <input
              type="radio"
              name="lags-activation"
              checked={state.activation === activation}
              onChange={() => set({ activation })}
            />
            {strings.activations[activation]}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [560, 250, 78, 40, 58];

/** Lag 0 stands at the right, as the last step does: time runs to the right. */
function Bars({ frame }: { readonly frame: Frame }) {
  const { shares, near } = frame;
  const most = Math.max(...shares);
  const top = [0.05, 0.1, 0.2, 0.5, 1].find((each) => most <= each)!;
  const each = (WIDTH - LEFT - 8) / shares.length;
  const ground = HEIGHT - BOTTOM;
  const x = (lag: number): number => WIDTH - 8 - (lag + 1) * each;
  const y = (share: number): number => ground - ((ground - TOP) * share) / top;
  const every = shares.length > 24 ? 5 : shares.length > 12 ? 2 : 1;
  const middle = x(Math.min(NEAR, shares.length) / 2 - 1) + each / 2 - each / 2;
  return (
    <figure class="bars-figure">
      <figcaption>{strings.caption}</figcaption>
      <svg class="bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={strings.picture(frame)}>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <path class="grid" d={`M${LEFT} ${y(part * top)}H${WIDTH - 8}`} />
            <text x={LEFT - 6} y={y(part * top) + 4} text-anchor="end">
              {percent(part * top)}
            </text>
          </g>
        ))}
        {shares.map((share, lag) => (
          <g key={shares.length - lag} data-lag={lag} data-symbol="share" data-value={String(share)}>
            <rect
              class={lag < NEAR ? 'bar near' : 'bar'}
              x={x(lag) + 1}
              y={Math.min(y(share), ground - (share > 0 ? 0.75 : 0))}
              width={each - 2}
              height={Math.max(ground - y(share), share > 0 ? 0.75 : 0)}
            />
            {lag % every === 0 && (
              <text x={x(lag) + each / 2} y={ground + 22} text-anchor="middle">
                {lag}
              </text>
            )}
          </g>
        ))}
        <path class="near-line" d={`M${x(Math.min(NEAR, shares.length) - 1) + 1} ${TOP - 8}H${WIDTH - 9}`} />
        <text class="sum" x={Math.min(middle, WIDTH - 60)} y={TOP - 13} text-anchor="middle">
          {percent(near)}
        </text>
        <text x={(LEFT + WIDTH) / 2} y={HEIGHT - 10} text-anchor="middle">
          {strings.axis}
        </text>
      </svg>
    </figure>
  );
}
