/** What is set: the loss and its start, or the weights of the network; and the learning rate. */
import { FormulaBox } from '../../_shared/FormulaBox.tsx';
import { fields } from '../../_shared/field-strings.ts';
import { NumberBox } from '../../_shared/NumberBox.tsx';
import { Sym } from '../../_shared/Sym.tsx';
import { isWithin, LIMITS, type StepState } from './state.ts';
import { strings } from './strings.ts';

interface ControlsProps {
  readonly state: StepState;
  readonly awake: boolean;
  readonly set: (change: Partial<StepState>, isGoingOn?: boolean) => void;
}

export function Controls({ state, awake, set }: ControlsProps) {
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
          return text.trim() !== '' && isWithin(key, value) ? value : fields.range(LIMITS[key].least, LIMITS[key].most);
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
