/** The reader's own sequence: numbers, a pasted table, or a short text. What cannot be read is said right here. */
import { useContext, useState } from 'preact/hooks';
import type { ControlsProps } from './Controls.tsx';
import { FigureId } from './Edge.tsx';
import { parseNumbers, parseTable, parseText, type Table } from './input.ts';
import { LIMITS, type Sequence } from './state.ts';
import { strings } from './strings.ts';

const textOf = (sequence: Sequence): string => (sequence.kind === 'text' ? sequence.text : sequence.x.join(', '));

export function SequenceEditor({ frame, awake, act }: ControlsProps) {
  const { sequence } = frame.state;
  const errorId = `${useContext(FigureId)}-sequence-error`;
  const [kind, setKind] = useState<Sequence['kind']>();
  const [draft, setDraft] = useState<string>();
  const [said, say] = useState<{ error?: string; notes?: readonly string[] }>({});
  const [table, setTable] = useState<Table>();
  const [column, setColumn] = useState(0);
  const current = kind ?? sequence.kind;
  const value = draft ?? (current === sequence.kind ? textOf(sequence) : '');
  const use = (text: string, from = column) => {
    const parsed = current === 'text' ? parseText(text) : parseNumbers(text, from);
    if (!parsed.ok) return say({ error: parsed.message });
    say({ notes: parsed.notes });
    act({ type: 'sequence', sequence: parsed.sequence });
    setKind(undefined);
    if (table && table.columns.length > 1) return;
    setDraft(undefined);
    setTable(undefined);
  };
  const change = (text: string) => {
    setDraft(text);
    setTable(current === 'numbers' ? parseTable(text) : undefined);
    setColumn(0);
  };
  return (
    <fieldset class="sequence">
      <legend>Your sequence</legend>
      <div class="row" role="radiogroup" aria-label="Kind of sequence">
        {(['numbers', 'text'] as const).map((each) => (
          <label key={each} class="check">
            <input
              type="radio"
              name={`kind-${frame.state.seed}`}
              disabled={!awake}
              checked={current === each}
              onChange={() => {
                setKind(each);
                setDraft(undefined);
                setTable(undefined);
                say({});
              }}
            />
            {each === 'numbers' ? 'Numbers' : 'Text'}
          </label>
        ))}
      </div>
      <label class="wide">
        <span>{current === 'numbers' ? 'Numbers' : 'Text'}</span>
        <textarea
          rows={2}
          disabled={!awake}
          value={value.length > LIMITS.characters * 2 ? value.slice(0, LIMITS.characters * 2) : value}
          aria-invalid={said.error !== undefined}
          aria-describedby={said.error && errorId}
          onInput={(event) => change(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            use(event.currentTarget.value);
          }}
        />
      </label>
      {table?.columns.length === 1 && <p class="hint">{strings.input.named(table.columns[0]!, table.rows.length)}</p>}
      {table && table.columns.length > 1 && (
        <label>
          Column
          <select
            value={column}
            onChange={(event) => {
              const next = Number(event.currentTarget.value);
              setColumn(next);
              use(value, next);
            }}
          >
            {table.columns.map((name, k) => (
              <option key={`${name}-${String(k)}`} value={k}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" disabled={!awake} onClick={() => use(value)}>
        Use this sequence
      </button>
      <p class="hint">{current === 'numbers' ? strings.input.limits : strings.input.textLimits}</p>
      <div aria-live="polite">
        {said.error && (
          <p class="field-error" id={errorId}>
            {said.error}
          </p>
        )}
        {said.notes?.map((note) => (
          <p key={note} class="note">
            {note}
          </p>
        ))}
      </div>
    </fieldset>
  );
}
