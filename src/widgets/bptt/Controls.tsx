/** What is set: the weight, the truncation; and behind a disclosure the network and every number of it. */
import { elementName, type Tensor, unravel } from 'unrolled';
import { NumberBox } from '../_shared/NumberBox.tsx';
import { plain } from '../_shared/notation.ts';
import { Sym } from '../_shared/Sym.tsx';
import type { Action } from './actions.ts';
import type { Frame } from './model.ts';
import { readNumber, readWhole } from './read.ts';
import { type BpttState, CELLS, type CellId, LIMITS, shapesOf, stepsOf, weightsOf } from './state.ts';
import { strings } from './strings.ts';

export interface ControlsProps {
  readonly frame: Frame;
  readonly awake: boolean;
  readonly send: (action: Action) => void;
}

export function Controls({ frame: { state, T }, awake, send }: ControlsProps) {
  const set = (change: Extract<Action, { type: 'set' }>['change']) => send({ type: 'set', change });
  return (
    <div class="controls" data-print="hidden">
      <label>
        {strings.weight}
        <select disabled={!awake} value={state.weight} onChange={(event) => set({ weight: event.currentTarget.value })}>
          {weightsOf(state).map((name) => (
            <option key={name} value={name} selected={name === state.weight}>
              {plain(name)}
            </option>
          ))}
        </select>
      </label>
      <Slider
        label={strings.windowLong}
        word={strings.window}
        value={state.window}
        most={T}
        shown={state.window === T ? strings.allSteps(T) : String(state.window)}
        awake={awake}
        onInput={(window) => set({ window })}
      />
      <Slider
        label={strings.strideLong}
        word={strings.stride}
        value={state.stride}
        most={state.window}
        shown={String(state.stride)}
        awake={awake}
        onInput={(stride) => set({ stride })}
      />
      <label>
        {strings.carry}
        <select
          disabled={!awake}
          value={state.carry}
          onChange={(event) => set({ carry: event.currentTarget.value as BpttState['carry'] })}
        >
          {Object.entries(strings.carries).map(([value, text]) => (
            <option key={value} value={value} selected={value === state.carry}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          disabled={!awake}
          checked={state.showsRtrl}
          onChange={(event) => set({ showsRtrl: event.currentTarget.checked })}
        />
        {strings.rtrl}
      </label>
    </div>
  );
}

interface SliderProps {
  readonly label: string;
  readonly word: string;
  readonly value: number;
  readonly most: number;
  readonly shown: string;
  readonly awake: boolean;
  readonly onInput: (value: number) => void;
}

const Slider = ({ label, word, value, most, shown, awake, onInput }: SliderProps) => (
  <label class="slider">
    {word}
    <input
      type="range"
      min={1}
      max={most}
      value={value}
      disabled={!awake || most === 1}
      aria-label={label}
      aria-valuetext={strings.steps(value)}
      onInput={(event) => onInput(Number(event.currentTarget.value))}
    />
    <output>{shown}</output>
  </label>
);

export function Setup({ frame: { state, given }, awake, send }: ControlsProps) {
  const set = (change: Extract<Action, { type: 'set' }>['change']) => send({ type: 'set', change });
  const whole = (label: string, value: number, range: readonly [number, number], change: (value: number) => void) => (
    <span class="labelled">
      {label}
      <NumberBox label={label} value={value} step={1} awake={awake} read={readWhole(range)} onChange={change} />
    </span>
  );
  return (
    <details class="setup" data-print="hidden">
      <summary>{strings.setup}</summary>
      <div class="row">
        {whole(strings.length, stepsOf(state), LIMITS.T, (T) => send({ type: 'length', T }))}
        {whole(strings.units, state.H, LIMITS.H, (H) => set({ H }))}
        {whole(strings.seed, state.seed, LIMITS.seed, (seed) => set({ seed }))}
        <label>
          {strings.activation}
          <select
            disabled={!awake}
            value={state.cell}
            onChange={(event) => set({ cell: event.currentTarget.value as CellId })}
          >
            {Object.keys(CELLS).map((cell) => (
              <option key={cell} value={cell} selected={cell === state.cell}>
                {strings.cells[cell as CellId]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {strings.lossAt}
          <select
            disabled={!awake}
            value={state.lossAt}
            onChange={(event) => set({ lossAt: event.currentTarget.value as BpttState['lossAt'] })}
          >
            {Object.entries(strings.losses).map(([value, text]) => (
              <option key={value} value={value} selected={value === state.lossAt}>
                {text}
              </option>
            ))}
          </select>
        </label>
      </div>
      <fieldset class="boxes">
        <legend>{strings.data}</legend>
        {(['x', 'target'] as const).map((of) => (
          <div key={of} class="series">
            <Sym name={of} />
            {state[of].map((value, k) => (
              <NumberBox
                key={`${of}_${String(k + 1)}`}
                label={of === 'x' ? strings.inputAt(k + 1) : strings.targetAt(k + 1)}
                value={value}
                awake={awake}
                read={readNumber(LIMITS.number)}
                onChange={(next) => send({ type: 'data', of, t: k + 1, value: next })}
              />
            ))}
          </div>
        ))}
      </fieldset>
      <div class="weights">
        {Object.entries(shapesOf(state)).map(([name, shape]) => (
          <fieldset key={name} class="boxes" aria-label={strings.numbersOf(name)}>
            <legend>
              <Sym name={name} />
            </legend>
            <div class="matrix" style={{ '--columns': shape[1] ?? 1 }}>
              {Array.from((given[name] as Tensor).data, (value, at) => {
                const element = elementName(name, unravel(at, shape));
                return (
                  <NumberBox
                    key={element}
                    label={element}
                    value={value}
                    awake={awake}
                    read={readNumber(LIMITS.number)}
                    onChange={(next) => send({ type: 'edit', name: element, value: next })}
                  />
                );
              })}
            </div>
          </fieldset>
        ))}
      </div>
    </details>
  );
}
