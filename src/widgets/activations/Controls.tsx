/** What is set: the function, the one it is compared with, the place, and what goes with the view. */
import { FormulaBox } from '../_shared/FormulaBox.tsx';
import { Box } from '../_shared/fields.tsx';
import { LimitedNumber } from '../_shared/LimitedNumber.tsx';
import type { Action } from './actions.ts';
import { KNOWN, knownBy } from './known.ts';
import { type ActivationsState, LIMITS, SOFTMAX, SPANS } from './state.ts';
import { strings } from './strings.ts';

export interface ControlsProps {
  readonly state: ActivationsState;
  readonly awake: boolean;
  readonly send: (action: Action) => void;
}

export function Controls({ state, awake, send }: ControlsProps) {
  const set = (change: Partial<ActivationsState>, isGoingOn = false) => send({ type: 'set', change, isGoingOn });
  const isVector = state.f === SOFTMAX;
  const known = knownBy(state.f);
  return (
    <div class="settings" data-print="hidden">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend on a line of its own */}
      <div class="offered" role="group" aria-label={strings.pick}>
        {[...KNOWN, { label: strings.softmax, text: SOFTMAX }].map(({ label, text }) => (
          <button
            key={label}
            type="button"
            disabled={!awake}
            aria-pressed={known?.label === label}
            onClick={() => set({ f: text })}
          >
            {label}
          </button>
        ))}
      </div>
      {!isVector && (
        <>
          <div class="controls">
            <Formula label={strings.formula} value={state.f} onChange={(f, going) => set({ f }, going)} awake={awake} />
            <label class="named">
              <span class="name">{strings.compare}</span>
              <select
                value={state.g === '' ? '' : (knownBy(state.g)?.text ?? 'typed')}
                disabled={!awake}
                onChange={(event) => set({ g: event.currentTarget.value })}
              >
                <option value="" selected={state.g === ''}>
                  {strings.alone}
                </option>
                {KNOWN.map(({ label, text }) => (
                  <option key={label} value={text} selected={knownBy(state.g)?.text === text}>
                    {label}
                  </option>
                ))}
                {state.g !== '' && !knownBy(state.g) && (
                  <option value="typed" disabled selected>
                    {strings.typed}
                  </option>
                )}
              </select>
            </label>
            {state.g !== '' && (
              <Formula label={strings.other} value={state.g} onChange={(g, going) => set({ g }, going)} awake={awake} />
            )}
          </div>
          <div class="controls">
            <Views state={state} awake={awake} set={set} />
            {state.view === 'curves' ? (
              <OfCurves state={state} awake={awake} set={set} />
            ) : (
              <OfRepeated state={state} awake={awake} set={set} />
            )}
          </div>
        </>
      )}
    </div>
  );
}

interface PartProps {
  readonly state: ActivationsState;
  readonly awake: boolean;
  readonly set: (change: Partial<ActivationsState>) => void;
}

function Views({ state, awake, set }: PartProps) {
  const { label, ...views } = strings.views;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend on a line of its own
    <div class="offered views" role="group" aria-label={label}>
      {(['curves', 'repeated'] as const).map((view) => (
        <button
          key={view}
          type="button"
          disabled={!awake}
          aria-pressed={state.view === view}
          onClick={() => set({ view })}
        >
          {views[view]}
        </button>
      ))}
    </div>
  );
}

const OfCurves = ({ state, awake, set }: PartProps) => (
  <>
    <LimitedNumber
      {...{ label: strings.x, symbol: 'x', value: state.x, limit: LIMITS.x, awake }}
      onChange={(x) => set({ x })}
    />
    <LimitedNumber
      {...{ label: strings.threshold, value: state.threshold, limit: LIMITS.threshold, awake }}
      onChange={(threshold) => set({ threshold })}
    />
    <label class="named">
      <span class="name">{strings.span}</span>
      <select
        value={state.span}
        disabled={!awake}
        onChange={(event) => set({ span: Number(event.currentTarget.value) })}
      >
        {SPANS.map((span) => (
          <option key={span} value={span} selected={span === state.span}>
            {strings.spanOf(span)}
          </option>
        ))}
      </select>
    </label>
    <label class="check">
      <input
        type="checkbox"
        checked={state.bend}
        disabled={!awake}
        onChange={(event) => set({ bend: event.currentTarget.checked })}
      />{' '}
      {strings.bend}
    </label>
  </>
);

const OfRepeated = ({ state, awake, set }: PartProps) => (
  <>
    <div class="slider">
      <span class="name">{strings.repeated.layers}</span>
      <input
        type="range"
        min={LIMITS.layers.least}
        max={LIMITS.layers.most}
        value={state.layers}
        disabled={!awake}
        aria-label={strings.repeated.slider}
        onInput={(event) => set({ layers: Number(event.currentTarget.value) })}
      />
      <Box
        {...{ label: strings.repeated.layers, value: state.layers, limit: LIMITS.layers, awake }}
        onChange={(layers) => set({ layers })}
      />
    </div>
    <LimitedNumber
      {...{ label: strings.start, symbol: 'x', value: state.x, limit: LIMITS.x, awake }}
      onChange={(x) => set({ x })}
    />
    <LimitedNumber
      {...{ label: strings.repeated.weight, value: state.weight, limit: LIMITS.weight, awake }}
      onChange={(weight) => set({ weight })}
    />
  </>
);

interface FormulaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string, isGoingOn: boolean) => void;
  readonly awake: boolean;
}

const Formula = (props: FormulaProps) => (
  <span class="named">
    <span class="name">{props.label}</span>
    <FormulaBox {...props} />
  </span>
);
