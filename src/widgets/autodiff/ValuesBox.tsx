/** A box for what goes in under one name: a number, or several with commas between them. Arrow keys nudge a single one. */
import { useState } from 'preact/hooks';

interface ValuesBoxProps {
  readonly label: string;
  readonly symbol: string;
  readonly values: readonly number[];
  /** Reads numbers that were typed; says what is wrong with them. */
  readonly read: (text: string) => readonly number[] | string;
  readonly onChange: (values: readonly number[]) => void;
  readonly awake: boolean;
}

const STEP = 0.1;
let boxes = 0;
const tidy = (x: number): number => Number(x.toPrecision(12));
const written = (values: readonly number[]): string => values.map((x) => String(tidy(x)).replace('-', '−')).join(', ');

export function ValuesBox({ label, symbol, values, read, onChange, awake }: ValuesBoxProps) {
  const [draft, setDraft] = useState<string>();
  const [message, setMessage] = useState<string>();
  const [errorId] = useState(() => `values-box-${++boxes}-error`);
  const offer = (text: string) => {
    const result = read(text);
    if (typeof result === 'string') return setMessage(result);
    setMessage(undefined);
    setDraft(undefined);
    if (written(result) !== written(values)) onChange(result);
  };
  const text = draft ?? written(values);
  return (
    <span class="number-box values-box">
      <input
        type="text"
        autoComplete="off"
        aria-label={label}
        aria-invalid={message !== undefined}
        aria-describedby={message && errorId}
        data-sym={symbol}
        disabled={!awake}
        value={text}
        style={{ width: `${Math.min(24, Math.max(5, text.length * 0.62 + 1.5))}rem` }}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={(event) => draft !== undefined && offer(event.currentTarget.value)}
        onKeyDown={(event) => {
          const by = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
          if (event.key === 'Enter') offer(event.currentTarget.value);
          else if (by && values.length === 1) {
            event.preventDefault();
            offer(written([values[0]! + by * (event.shiftKey ? 10 : 1)]));
          } else if (event.key === 'Escape') {
            setDraft(undefined);
            setMessage(undefined);
          }
        }}
      />
      {message && (
        <span class="field-error" role="alert" id={errorId}>
          {message}
        </span>
      )}
    </span>
  );
}
