/** Which engine is checked, and on how small a network. */
import { NumberBox } from '../_shared/NumberBox.tsx';
import { Sym } from '../_shared/Sym.tsx';
import { BUG_IDS } from './bugs.ts';
import { type Action, type BreakState, LIMITS } from './state.ts';
import { engineName, strings } from './strings.ts';

interface ControlsProps {
  readonly state: BreakState;
  readonly awake: boolean;
  readonly send: (action: Action) => void;
}

export function Controls({ state, awake, send }: ControlsProps) {
  const { seed } = state;
  return (
    <div class="controls" data-print="hidden">
      <label class="named">
        <span class="name">{strings.engine}</span>
        <select
          value={state.bug}
          disabled={!awake}
          onChange={(event) => send({ type: 'bug', bug: event.currentTarget.value as BreakState['bug'] })}
        >
          {(['mystery', ...BUG_IDS] as const).map((bug) => (
            <option key={bug} value={bug} selected={bug === state.bug}>
              {engineName({ ...state, bug })}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        disabled={!awake}
        onClick={() => send({ type: 'bug', bug: 'mystery', seed: seed < LIMITS.seed.most ? seed + 1 : 1 })}
      >
        {strings.fresh}
      </button>
      <Count name="H" label={strings.units} state={state} awake={awake} send={send} />
      <Count name="T" label={strings.steps} state={state} awake={awake} send={send} />
      <Choice
        name="layers"
        label={strings.layers}
        texts={strings.layerCounts}
        state={state}
        awake={awake}
        send={send}
      />
      <Choice name="pass" label={strings.pass} texts={strings.passes} state={state} awake={awake} send={send} />
    </div>
  );
}

function Count({
  name,
  label,
  state,
  awake,
  send,
}: ControlsProps & { readonly name: 'H' | 'T'; readonly label: string }) {
  const { least, most } = LIMITS[name];
  return (
    <span class="named">
      <span class="name">
        <Sym name={name} /> {label}
      </span>
      <NumberBox
        label={label}
        value={state[name]}
        step={1}
        read={(text) => {
          const x = Number(text);
          return text.trim() !== '' && Number.isInteger(x) && x >= least && x <= most ? x : strings.range(least, most);
        }}
        onChange={(value) => send({ type: 'set', change: { [name]: value } })}
        awake={awake}
      />
    </span>
  );
}

interface ChoiceProps extends ControlsProps {
  readonly name: 'layers' | 'pass';
  readonly label: string;
  readonly texts: Readonly<Record<number, string>>;
}

const Choice = ({ name, label, texts, state, awake, send }: ChoiceProps) => (
  <label class="named">
    <span class="name">{label}</span>
    <select
      value={String(state[name])}
      disabled={!awake}
      onChange={(event) => send({ type: 'set', change: { [name]: Number(event.currentTarget.value) } })}
    >
      {Object.entries(texts).map(([value, text]) => (
        <option key={value} value={value} selected={Number(value) === state[name]}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
