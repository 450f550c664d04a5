/** What is set: the loss and its start, or the weights of the network; and the learning rate. */
import { FormulaBox } from '../../_shared/FormulaBox.tsx';
import { LimitedNumber } from '../../_shared/LimitedNumber.tsx';
import { LIMITS, type StepState } from './state.ts';
import { strings } from './strings.ts';

interface ControlsProps {
  readonly state: StepState;
  readonly awake: boolean;
  readonly set: (change: Partial<StepState>, isGoingOn?: boolean) => void;
}

export function Controls({ state, awake, set }: ControlsProps) {
  const box = (key: 'w' | 'seed' | 'rate', symbol?: string) => (
    <LimitedNumber
      {...{ label: strings[key], value: state[key], limit: LIMITS[key], awake }}
      {...(symbol && { symbol })}
      onChange={(value) => set({ [key]: value })}
    />
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
