/** What is set: the formulas, the numbers that go in, the mode, how vectors are shown, and whether gradients are checked. */
import { expressions } from 'unrolled';
import { FormulaBox } from '../_shared/FormulaBox.tsx';
import { plain } from '../_shared/notation.ts';
import { Sym } from '../_shared/Sym.tsx';
import { type Action, act, written } from './actions.ts';
import type { Frame } from './model.ts';
import { type AutodiffState, lengthOf, wrongWith } from './state.ts';
import { strings } from './strings.ts';
import { ValuesBox } from './ValuesBox.tsx';

export interface ControlsProps {
  readonly frame: Frame;
  readonly awake: boolean;
  readonly send: (action: Action) => void;
}

export function Controls({ frame, awake, send }: ControlsProps) {
  const { state, programs } = frame;
  return (
    <div class="settings" data-print="hidden">
      <div class="named">
        <span class="name">{strings.formulas}</span>
        <FormulaBox
          label={strings.formulas}
          value={state.text}
          rows={state.text.length > 60 ? 4 : 1}
          read={(text) => readFor(state, text)}
          onChange={(text, isGoingOn) => send({ type: 'write', text, isGoingOn })}
          awake={awake}
        />
        <span class="note">{strings.formulasHint}</span>
      </div>
      <div class="controls inputs">
        {programs.variables.map((name) => (
          <span class="named" key={name}>
            <span class="name">
              <Sym name={name} /> =
            </span>
            <ValuesBox
              label={strings.input(name)}
              symbol={name}
              values={state.values[name]!}
              read={(text) => numbersFor(state, name, text)}
              onChange={(numbers) => send({ type: 'give', name, numbers })}
              awake={awake}
            />
          </span>
        ))}
        <span class="note">{strings.inputsHint}</span>
      </div>
      <Ways frame={frame} awake={awake} send={send} />
    </div>
  );
}

function Ways({ frame: { state, inputs }, awake, send }: ControlsProps) {
  const show = (change: Extract<Action, { type: 'show' }>['change']) => send({ type: 'show', change });
  const hasVectors = lengthOf(state.values) > 1;
  const other = state.view === 'tensor' ? 'scalar' : 'tensor';
  const cannotTurn = wrongWith({ ...state, at: 0, view: other }) !== undefined;
  const choice = <K extends 'mode' | 'view'>(key: K, value: AutodiffState[K], label: string, isOff = false) => (
    <button
      type="button"
      disabled={!awake}
      aria-pressed={state[key] === value}
      aria-disabled={isOff}
      onClick={() => !isOff && show({ [key]: value })}
    >
      {label}
    </button>
  );
  return (
    <div class="controls">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend on a line of its own */}
      <span class="choice" role="group" aria-label={strings.mode}>
        <span class="name">{strings.mode}</span>
        {choice('mode', 'reverse', strings.reverse)}
        {choice('mode', 'forward', strings.forward)}
      </span>
      {state.mode === 'forward' && (
        <label class="named">
          <span class="name">{strings.along}</span>
          <select
            disabled={!awake}
            value={state.along}
            onChange={(event) => show({ along: Number(event.currentTarget.value) })}
          >
            {inputs.map((name, k) => (
              <option key={name} value={k} selected={k === state.along}>
                {plain(name)}
              </option>
            ))}
          </select>
        </label>
      )}
      {hasVectors && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend on a line of its own
        <span class="choice" role="group" aria-label={strings.view}>
          <span class="name">{strings.view}</span>
          {choice('view', 'tensor', strings.tensor)}
          {choice('view', 'scalar', strings.scalar, state.view === 'tensor' && cannotTurn)}
          {state.view === 'tensor' && cannotTurn && <span class="note">{strings.scalarTooLarge}</span>}
        </span>
      )}
      <label class="check">
        <input
          type="checkbox"
          disabled={!awake}
          checked={state.isChecked}
          onChange={(event) => show({ isChecked: event.currentTarget.checked })}
        />
        {strings.check}
      </label>
    </div>
  );
}

/** Throws when the formulas cannot be read, or when there would be too much to draw. */
function readFor(state: AutodiffState, text: string): void {
  expressions.parseListing(text);
  if (wrongWith(written(state, text)) === 'size')
    throw new expressions.ExpressionError('tooMany', 0, text.length, strings.valuesDetail);
}

function numbersFor(state: AutodiffState, name: string, text: string): readonly number[] | string {
  const numbers = text
    .replaceAll('−', '-')
    .split(/[,;\s]+/)
    .filter((each) => each !== '')
    .map(Number);
  const wanted = { ...state, at: 0, along: 0, values: { ...state.values, [name]: numbers } };
  const wrong = wrongWith(wanted);
  if (wrong === 'size') return strings.tooLarge;
  if (wrong === 'length') {
    const { [name]: _, ...others } = state.values;
    return lengthOf(others) > 1 ? strings.sameLength(lengthOf(others)) : strings.numbers;
  }
  return wrong || act(state, { type: 'give', name, numbers }) === state ? strings.numbers : numbers;
}
