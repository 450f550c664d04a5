/** Draws the BPTT figure: the chain and the table of terms, what they add up to, and two steps of training. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { FigureToolbar } from '../_shared/FigureToolbar.tsx';
import { strings as shared } from '../_shared/strings.ts';
import { useFigure } from '../_shared/use-figure.ts';
import { walk } from '../_shared/walk.ts';
import { act, isMove } from './actions.ts';
import { Chain } from './Chain.tsx';
import { Controls, Setup } from './Controls.tsx';
import { type ExampleName, examples } from './examples.ts';
import { COLUMN, columnFor, layout } from './layout.ts';
import { type Frame, frameOf } from './model.ts';
import { Origin } from './Origin.tsx';
import { Sums } from './Sums.tsx';
import type { BpttState } from './state.ts';
import { strings } from './strings.ts';
import { RtrlTable, TermTable } from './Tables.tsx';
import { type Chosen, Terms } from './Terms.tsx';
import { Training } from './Training.tsx';
import { fromUrl, toUrl } from './url.ts';

export interface BpttProps {
  /** Id of the figure on its page; also its key in the address. */
  readonly id?: string;
  readonly example?: ExampleName;
}

export function Bptt({ id = 'bptt', example = 'terms' }: BpttProps) {
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure({ key: id, act, isMove, toUrl, fromUrl }, examples[example] as BpttState);
  const awake = figure.awake.value;
  const frame = frameOf(figure.state.value);
  const [chosen, choose] = useState<Chosen>();
  const [width, setWidth] = useState<number>();
  const hatch = `${id}-lost`;
  const { T, rtrl, state, rows } = frame;
  const hasForward = rtrl.length > 0;
  const column = width === undefined ? COLUMN.usual : columnFor(width, T, hasForward);
  const plan = layout(
    rows.map(({ t }) => t),
    T,
    column,
    hasForward,
  );
  useLayoutEffect(() => {
    const picture = root.current!.querySelector('.map')!;
    const measure = () => setWidth(picture.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(picture);
    return () => observer.disconnect();
  }, []);
  const isThere = state.isBackwardDone;
  useEffect(() => {
    if (!isThere) choose(undefined);
  }, [isThere]);
  return (
    <div
      class="widget bptt not-content"
      data-widget="bptt"
      data-awake={awake}
      data-backward={isThere}
      data-lost={frame.sums.lost}
      data-wide={T > 7}
      ref={root}
    >
      {figure.problem.value && <p role="alert">{shared[figure.problem.value]}</p>}
      <Controls frame={frame} awake={awake} send={figure.send} />
      <div class="panes">
        <div>
          <div class="map scroll">
            {/* biome-ignore lint/a11y/useSemanticElements: a picture, whose parts are buttons */}
            <svg
              class="terms-map"
              role="group"
              aria-label={strings.map}
              width={plan.width}
              height={plan.height}
              viewBox={`0 0 ${plan.width} ${plan.height}`}
              onKeyDown={(event) => awake && walk(event)}
              onFocusCapture={(event) => {
                const { t, k } = (event.target as SVGElement).dataset;
                if (awake && t && k) figure.send({ type: 'look', t: Number(t), k: Number(k) });
              }}
            >
              <defs>
                <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                  <path class="stripe" d="M0 0V6" />
                </pattern>
              </defs>
              <Chain frame={frame} plan={plan} />
              <Terms
                frame={frame}
                plan={plan}
                hatch={hatch}
                awake={awake}
                onChoose={(next) => {
                  if (!awake || !isThere) return;
                  if (next.kind === 'term') figure.send({ type: 'look', t: next.t, k: next.k });
                  choose(next);
                }}
              />
            </svg>
          </div>
          {width !== undefined && plan.width > width && (
            <p class="hint" data-print="hidden">
              {strings.scrolls}
            </p>
          )}
        </div>
        <div class="side">
          <Sums frame={frame} />
          <Training frame={frame} awake={awake} send={figure.send} />
        </div>
      </div>
      <p class="narration" aria-live="polite">
        {strings.narration(frame)}
      </p>
      {chosen && isThere && <Origin frame={frame} chosen={chosen} onClose={() => choose(undefined)} />}
      <RtrlTable frame={frame} />
      <TermTable frame={frame} />
      <Setup frame={frame} awake={awake} send={figure.send} />
      <FigureToolbar
        figure={figure}
        pictureName="bptt"
        numbersName={`bptt-${state.weight}`}
        picture={() => root.current!.querySelector('svg.terms-map')!}
        numbers={() => table(frame)}
      />
    </div>
  );
}

/** Every term, for a spreadsheet. */
const table = ({ rows, state, sums }: Frame): (string | number)[][] => [
  ['loss of step t', 'weight at step k', `term of dL/d${state.weight}`, 'lost', 'in the truncated gradient'],
  ...rows.flatMap(({ terms }) => terms.map(({ t, k, full, isLost, kept }) => [t, k, full, isLost ? 1 : 0, kept])),
  ['all', 'all', sums.full, sums.lost, sums.kept],
];
