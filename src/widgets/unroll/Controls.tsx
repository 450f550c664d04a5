/** What a reader sets: depth, fold, the network, and behind one disclosure every number. */
import { elementName, unravel } from 'unrolled';
import { NumberBox } from '../_shared/NumberBox.tsx';
import { Sym } from '../_shared/Sym.tsx';
import type { Action } from './actions.ts';
import { cellsOf, familyOf } from './families.ts';
import { parseField } from './input.ts';
import { canZoom, type Frame, gatesOf, T } from './model.ts';
import { SequenceEditor } from './SequenceEditor.tsx';
import { type Depth, LIMITS } from './state.ts';

export interface ControlsProps {
  readonly frame: Frame;
  readonly awake: boolean;
  readonly act: (action: Action) => void;
}

const DEPTH_NAMES: Readonly<Record<Depth, string>> = {
  step: 'time step',
  equation: 'equation',
  scalar: 'single product',
};
export function Controls({ frame, awake, act }: ControlsProps) {
  const { state } = frame;
  const family = familyOf(state.cell);
  return (
    <div class="controls">
      <label>
        One press is one
        <select
          disabled={!awake}
          value={state.depth}
          onChange={(event) => act({ type: 'depth', depth: event.currentTarget.value as Depth })}
        >
          {(Object.keys(DEPTH_NAMES) as Depth[]).map((depth) => (
            <option key={depth} value={depth} disabled={depth === 'scalar' && !canZoom(state)}>
              {DEPTH_NAMES[depth]}
              {depth === 'scalar' && !canZoom(state) ? ` (up to H = ${LIMITS.scalarH})` : ''}
            </option>
          ))}
        </select>
      </label>
      <label>
        Cell
        <select
          disabled={!awake}
          value={state.cell}
          onChange={(event) => act({ type: 'cell', cell: event.currentTarget.value })}
        >
          {cellsOf(family).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
              {id === family ? ' (default)' : ''}
            </option>
          ))}
        </select>
      </label>
      <label class="slider">
        Hidden units <Sym name="H" />
        <input
          type="range"
          min="1"
          max={LIMITS.H}
          value={state.H}
          disabled={!awake}
          onInput={(event) => act({ type: 'set', change: { H: Number(event.currentTarget.value) } })}
        />
        <output>{state.H}</output>
      </label>
      {gatesOf(frame).length === 0 && (
        <label class="check">
          <input
            type="checkbox"
            disabled={!awake}
            checked={state.folded}
            onChange={(event) => act({ type: 'set', change: { folded: event.currentTarget.checked } })}
          />
          Folded
        </label>
      )}
    </div>
  );
}

/** Behind a disclosure: the sequence, the seed, where the loss is, and every weight. */
export function Setup({ frame, awake, act }: ControlsProps) {
  const { state, given } = frame;
  const tensors = frame.program.inputs.filter(({ kind }) => kind !== 'data');
  const edited = Object.keys(state.edits).length;
  const set = (name: string, index: readonly number[], label: string, value: number) => (
    <NumberBox
      key={elementName(name, index)}
      label={label}
      symbol={name}
      value={value}
      awake={awake}
      read={(text) => parseField(text, [-1e6, 1e6])}
      onChange={(next) => act({ type: 'edit', name, index, value: next })}
    />
  );
  const tensor = (name: string) => given[name] as { shape: readonly number[]; data: Float64Array };
  return (
    <details class="setup">
      <summary>Your own sequence and numbers</summary>
      <SequenceEditor frame={frame} awake={awake} act={act} />
      {state.sequence.kind === 'numbers' && (
        <fieldset class="boxes">
          <legend>
            Inputs <Sym name="x_t" /> and targets <Sym name="target_t" />, one by one
          </legend>
          {state.sequence.x.map((value, k) => (
            <div key={`x_${String(k + 1)}`} class="pair">
              <span>t = {k + 1}</span>
              {set(`x_${k + 1}`, [0], `x at t = ${k + 1}`, value)}
              {set(
                `target_${k + 1}`,
                [0],
                `target at t = ${k + 1}`,
                state.sequence.kind === 'numbers' ? state.sequence.target[k]! : 0,
              )}
            </div>
          ))}
        </fieldset>
      )}
      <div class="row">
        <label>
          Loss
          <select
            disabled={!awake}
            value={state.lossAt}
            onChange={(event) =>
              act({ type: 'set', change: { lossAt: event.currentTarget.value as 'every' | 'last' } })
            }
          >
            <option value="every">at every step (default)</option>
            <option value="last">at the last step only</option>
          </select>
        </label>
        <span class="labelled">
          Seed of the weights
          <NumberBox
            label="Seed"
            value={state.seed}
            step={1}
            awake={awake}
            read={(text) => {
              const value = parseField(text, [0, 0xffffffff]);
              return typeof value === 'number' && !Number.isInteger(value) ? 'A seed is a whole number.' : value;
            }}
            onChange={(seed) => act({ type: 'set', change: { seed } })}
          />
        </span>
        <button type="button" disabled={!awake || edited === 0} onClick={() => act({ type: 'forget-edits' })}>
          {edited === 0
            ? 'Weights are from the seed'
            : `Forget ${edited} edited ${edited === 1 ? 'number' : 'numbers'}`}
        </button>
      </div>
      <div class="weights">
        {tensors.map(({ name, shape }) => (
          <fieldset key={name} class="boxes">
            <legend data-sym={name}>
              <Sym name={name} /> [{shape.join(' × ')}]
            </legend>
            <div class="matrix" style={{ '--columns': shape[1] ?? 1 }}>
              {Array.from(tensor(name).data, (value, at) => {
                const index = unravel(at, shape);
                return set(name, index, `${name}[${index.join(',')}]`, value);
              })}
            </div>
          </fieldset>
        ))}
      </div>
      <p class="hint">{T(frame)} time steps. Type a number, nudge it with the arrow keys, or drag it sideways.</p>
    </details>
  );
}
