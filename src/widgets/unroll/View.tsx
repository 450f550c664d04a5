/**
 * The stepper: one network, unrolled, walked forward and backward. Draws a Frame and sends actions; what is true is
 * in `model.ts`, what may happen in `actions.ts`.
 */

import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Picked } from '../_shared/Inspector.tsx';
import { light, markNow, showCell, unpack } from '../_shared/linking.ts';
import { Provenance } from '../_shared/Provenance.tsx';
import { rove } from '../_shared/roving.ts';
import { Still } from '../_shared/Still.tsx';
import { strings as shared } from '../_shared/strings.ts';
import { Transport } from '../_shared/Transport.tsx';
import { useEvents } from '../_shared/use-events.ts';
import { useFigure } from '../_shared/use-figure.ts';
import { type Action, act } from './actions.ts';
import { ChainRule } from './ChainRule.tsx';
import { Charts } from './Charts.tsx';
import { Controls, type ControlsProps, Setup } from './Controls.tsx';
import { Diagram } from './Diagram.tsx';
import { FigureId } from './Edge.tsx';
import { FigureTools } from './FigureTools.tsx';
import { Folded } from './Folded.tsx';
import { Ledger } from './Ledger.tsx';
import { fitting, layout, windowAround } from './layout.ts';
import { derive, type Frame, halfOf, isKnown, symbolsOf, T, timeOf } from './model.ts';
import { Numbers } from './Numbers.tsx';
import { narrate } from './narrate.ts';
import { Overview } from './Overview.tsx';
import { Symbols } from './Symbols.tsx';
import { START, type UnrollState } from './state.ts';
import { strings } from './strings.ts';
import { Tape } from './Tape.tsx';
import { fromUrl, toUrl } from './url.ts';

export interface UnrollProps {
  /** Id of the figure on its page; also its key in the address. */
  readonly id: string;
  readonly start?: Partial<UnrollState>;
  /** Only the walk: picture, steps and sentence. */
  readonly compact?: boolean;
  /** Columns drawn before the width is known. */
  readonly columns?: number;
  /** Formula, code and charts, set at build. */
  readonly formula?: ComponentChildren;
  readonly code?: ComponentChildren;
  readonly charts?: ComponentChildren;
  /** For cells with gates: how one step is drawn. Without it the network is drawn unrolled. */
  readonly opened?: OpenedCell;
}

/** The picture of one step of a cell, and what belongs below it. */
export interface OpenedCell {
  readonly Picture: ComponentType<{ frame: Frame }>;
  readonly heightOf: (frame: Frame) => number;
  readonly Memory: ComponentType<{ frame: Frame }>;
  readonly Hold: ComponentType<ControlsProps>;
}

export default function Unroll({
  id,
  start,
  compact = false,
  columns = 3,
  formula,
  code,
  charts,
  opened,
}: UnrollProps) {
  const initial = useMemo(() => ({ ...START, ...start }), [start]);
  const figure = useFigure(
    useMemo(() => modelOf(id, initial), [id, initial]),
    initial,
  );
  const { send } = figure;
  const [state, awake, problem] = [figure.state.value, figure.awake.value, figure.problem.value];
  const [picked, pick] = useState<Picked>();
  const [fit, setFit] = useState(columns);
  const root = useRef<HTMLDivElement>(null);
  const frame = useMemo(() => derive(state), [state]);
  const t = timeOf(frame);
  const shownTime = useRef(1);
  if (t !== undefined) shownTime.current = t;
  else if (state.at === 0) shownTime.current = 1;
  const [first, last] = windowAround(shownTime.current, T(frame), fit);
  const plan = layout({ H: state.H, oneHot: frame.options.X > 1, backward: state.backward }, [first, last]);

  useLayoutEffect(() => {
    const element = root.current?.querySelector('.picture');
    if (!element) return;
    const measure = () =>
      setFit(fitting(element.clientWidth / Number(getComputedStyle(element).getPropertyValue('--zoom') || 1)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [T(frame) > 3]);

  const lit = useEvents(root, t, (to) => send({ type: 'go', to }), pick);
  useEffect(() => {
    const sameFormulas = (['cell', 'backward', 'lossAt'] as const).every((key) => state[key] === initial[key]);
    if (!sameFormulas || state.sequence.kind !== initial.sequence.kind) unpack(root.current!);
    showCell(root.current!, state.cell);
    light(root.current!, lit.peek(), t);
    markNow(root.current!, frame.now?.name, t);
    rove(root.current!);
  });

  const said = narrate(frame);
  return (
    <FigureId.Provider value={id}>
      <div
        ref={root}
        id={id}
        class="widget unroll"
        data-widget="unroll"
        data-awake={awake}
        data-half={halfOf(frame)}
        data-at={state.at}
        data-cell={state.cell}
        data-loss={frame.options.loss}
        data-loss-at={state.lossAt}
        data-backward={state.backward}
      >
        {problem && (
          <p class="problem" role="alert">
            {shared[problem]}
          </p>
        )}
        {!compact && <Controls frame={frame} awake={awake} act={send} />}
        <figure
          class="picture"
          aria-label={strings.name}
          tabIndex={0}
          data-steps={T(frame) > 3 ? 'many' : 'few'}
          style={{ '--height': `${opened?.heightOf(frame) ?? plan.height}px` }}
        >
          {opened ? (
            <opened.Picture frame={frame} />
          ) : state.folded ? (
            <Folded frame={frame} height={plan.height} />
          ) : (
            <Diagram frame={frame} layout={plan} />
          )}
        </figure>
        <Transport
          at={state.at}
          end={frame.equations.length}
          label={said}
          awake={awake}
          onMove={(to) => send({ type: 'go', to })}
          onJump={(at) => send({ type: 'jump', at })}
        />
        <p class="narration" aria-live="polite">
          {said}
        </p>
        {picked && (
          <Provenance
            program={frame.program}
            given={frame.given}
            values={frame.values}
            picked={picked}
            notYet={isKnown(frame, picked.name, picked.at) ? undefined : strings.numbers.notYet}
            onClose={() => pick(undefined)}
          />
        )}
        {opened && <opened.Memory frame={frame} />}
        {opened && !compact && <opened.Hold frame={frame} awake={awake} act={send} />}
        {!compact && (
          <>
            <BackwardSwitch
              on={state.backward}
              awake={awake}
              onChange={(backward) => send({ type: 'set', change: { backward } })}
            />
            {state.backward && (
              <figure class="backward-half" aria-label="Backward">
                <ChainRule frame={frame} />
                <div class="scroll">
                  <Ledger frame={frame} first={first} last={last} />
                </div>
              </figure>
            )}
            <Still
              of={[frame.program, frame.values, awake]}
              draw={() => <Symbols frame={frame} awake={awake} lit={lit} />}
            />
            <div class="two">
              {formula && (
                <figure class="formula" aria-label="Formula" tabIndex={0}>
                  {formula}
                </figure>
              )}
              <div class="side">
                <figure class="scroll" aria-label="Numbers" tabIndex={0}>
                  <Numbers frame={frame} first={first} last={last} />
                </figure>
                {code && (
                  <figure class="code" aria-label="Code">
                    {code}
                  </figure>
                )}
              </div>
            </div>
            {opened && <p class="hint">{strings.gates.overTime}</p>}
            {(opened ? symbolsOf(frame).filter((symbol) => !['y', 'l'].includes(symbol)) : ['h']).map((symbol) => (
              <Overview key={symbol} frame={frame} symbol={symbol} awake={awake} act={send} first={first} last={last} />
            ))}
            <Tape frame={frame} />
            <Charts frame={frame} awake={awake}>
              {charts}
            </Charts>
            {/* Hundreds of boxes, which no step changes. */}
            <Still of={[frame.given, awake]} draw={() => <Setup frame={frame} awake={awake} act={send} />} />
            <FigureTools
              id={id}
              frame={frame}
              initial={initial}
              awake={awake}
              root={root}
              canUndo={figure.canUndo}
              onUndo={figure.undo}
              onReset={() => {
                figure.reset();
                pick(undefined);
              }}
              onOpen={figure.open}
            />
          </>
        )}
      </div>
    </FigureId.Provider>
  );
}

const modelOf = (key: string, initial: UnrollState) => ({
  key,
  act,
  toUrl: (state: UnrollState) => toUrl(state, initial),
  fromUrl: (text: string) => {
    const read = fromUrl(text, initial);
    return read.ok ? read.state : read.reason;
  },
  isMove: ({ type }: Action) => type === 'go' || type === 'jump',
  isFollowed: true,
});

function BackwardSwitch({ on, awake, onChange }: { on: boolean; awake: boolean; onChange: (on: boolean) => void }) {
  return (
    <label class="check backward-switch">
      <input
        type="checkbox"
        disabled={!awake}
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        Walk backward too <small>(explained in the chapter “Backpropagation through time”)</small>
      </span>
    </label>
  );
}
