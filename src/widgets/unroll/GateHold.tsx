/** Holding gates: each gate left free, shut, wide open, or at a number of the reader's. */
import { NumberBox } from '../_shared/NumberBox.tsx';
import { Sym } from '../_shared/Sym.tsx';
import type { ControlsProps } from './Controls.tsx';
import { parseField } from './input.ts';
import { gatesOf } from './model.ts';
import { strings } from './strings.ts';

const HELD: Readonly<Record<string, number>> = { shut: 0, open: 1, own: 0.5 };
const choiceOf = (value: number | undefined): string =>
  value === undefined ? 'free' : (Object.keys(HELD).find((key) => key !== 'own' && HELD[key] === value) ?? 'own');

export function GateHold({ frame, awake, act }: ControlsProps) {
  const { clamp } = frame.state;
  const hold = (gate: string, value: number | undefined) => {
    const { [gate]: _, ...rest } = clamp;
    act({ type: 'set', change: { clamp: value === undefined ? rest : { ...rest, [gate]: value } } });
  };
  return (
    <fieldset class="controls gate-hold">
      <legend>{strings.gates.hold}</legend>
      {gatesOf(frame).map((gate) => {
        const choice = choiceOf(clamp[gate]);
        return (
          <span key={gate} class="labelled">
            <label>
              <Sym name={gate} />
              <select
                disabled={!awake}
                value={choice}
                aria-label={strings.gates.holdOne(gate)}
                onChange={(event) => hold(gate, HELD[event.currentTarget.value])}
              >
                {(['free', 'shut', 'open', 'own'] as const).map((each) => (
                  <option key={each} value={each}>
                    {strings.gates[each]}
                  </option>
                ))}
              </select>
            </label>
            {choice === 'own' && (
              <NumberBox
                label={strings.gates.value(gate)}
                value={clamp[gate]!}
                step={0.1}
                awake={awake}
                read={(text) => parseField(text, [0, 1])}
                onChange={(value) => hold(gate, value)}
              />
            )}
          </span>
        );
      })}
    </fieldset>
  );
}
