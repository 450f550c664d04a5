/** What is set: the function, the order, the two places and the axis. */
import { FormulaBox } from '../_shared/FormulaBox.tsx';
import { Box } from '../_shared/fields.tsx';
import { LimitedNumber } from '../_shared/LimitedNumber.tsx';
import { Sym } from '../_shared/Sym.tsx';
import type { Action } from './actions.ts';
import { KNOWN, knownBy } from './known.ts';
import { LIMITS, SPANS, type TaylorState } from './state.ts';
import { strings } from './strings.ts';

export interface ControlsProps {
  readonly state: TaylorState;
  readonly awake: boolean;
  readonly send: (action: Action) => void;
}

export function Controls({ state, awake, send }: ControlsProps) {
  const set = (change: Extract<Action, { type: 'set' }>['change']) => send({ type: 'set', change });
  const known = knownBy(state.text);
  return (
    <div class="settings" data-print="hidden">
      <div class="function">
        <span class="named">
          <span class="name">{strings.formula}</span>
          <FormulaBox
            label={strings.formula}
            value={state.text}
            onChange={(text, isGoingOn) => send({ type: 'write', text, isGoingOn })}
            awake={awake}
          />
        </span>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend on a line of its own */}
        <div class="offered" role="group" aria-label={strings.pick}>
          {KNOWN.map((each) => (
            <button
              key={each.text}
              type="button"
              disabled={!awake}
              aria-pressed={each === known}
              onClick={() => send({ type: 'write', text: each.text, isGoingOn: false })}
            >
              {each.label}
            </button>
          ))}
        </div>
      </div>
      <div class="controls">
        <div class="slider">
          <span class="name">
            <Sym name="n" /> {strings.order.replace(' n', '')}
          </span>
          <button
            type="button"
            disabled={!awake}
            aria-disabled={state.order === 0}
            aria-label={strings.less}
            onClick={() => set({ order: state.order - 1 })}
          >
            −
          </button>
          <input
            type="range"
            min={0}
            max={LIMITS.order.most}
            value={state.order}
            disabled={!awake}
            aria-label={strings.orderSlider}
            onInput={(event) => set({ order: Number(event.currentTarget.value) })}
          />
          <button
            type="button"
            disabled={!awake}
            aria-disabled={state.order === LIMITS.order.most}
            aria-label={strings.more}
            onClick={() => set({ order: state.order + 1 })}
          >
            +
          </button>
          <NumberOf state={state} of="order" awake={awake} set={set} />
        </div>
        <NumberOf state={state} of="at" awake={awake} set={set} />
        <NumberOf state={state} of="x" awake={awake} set={set} />
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
      </div>
    </div>
  );
}

interface NumberOfProps {
  readonly state: TaylorState;
  readonly of: keyof typeof LIMITS;
  readonly awake: boolean;
  readonly set: (change: Partial<Pick<TaylorState, 'at' | 'x' | 'order'>>) => void;
}

const SYMBOLS = { at: 'a', x: 'x' } as const;

function NumberOf({ state, of, awake, set }: NumberOfProps) {
  const box = {
    ...{ label: strings[of], value: state[of], limit: LIMITS[of], awake },
    onChange: (value: number) => set({ [of]: value }),
  };
  return of === 'order' ? <Box {...box} /> : <LimitedNumber symbol={SYMBOLS[of]} {...box} />;
}
