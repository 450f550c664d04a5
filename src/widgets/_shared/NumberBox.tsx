/**
 * A box for one number: typed, nudged with the arrow keys, or dragged sideways. What cannot be read is said at the
 * box, and the number stays what it was.
 */
import { useRef, useState } from 'preact/hooks';

export interface NumberBoxProps {
  readonly label: string;
  readonly value: number;
  readonly step?: number;
  /** Reads what was typed: the number, or what is wrong with it. */
  readonly read: (text: string) => number | string;
  readonly onChange: (value: number) => void;
  readonly awake: boolean;
  readonly symbol?: string;
}

let boxes = 0;
const tidy = (x: number): number => Number(x.toPrecision(12));

export function NumberBox({ label, value, step = 0.1, read, onChange, awake, symbol }: NumberBoxProps) {
  const [draft, setDraft] = useState<string>();
  const [message, setMessage] = useState<string>();
  // Only said after the page has woken up, so that the ids of the built page need not agree.
  const [errorId] = useState(() => `number-box-${++boxes}-error`);
  const drag = useRef<{ x: number; from: number; moved: boolean }>();
  const offer = (text: string) => {
    const result = read(text);
    if (typeof result === 'string') return setMessage(result);
    setMessage(undefined);
    setDraft(undefined);
    if (result !== value) onChange(result);
  };
  const nudge = (by: number) => offer(String(tidy(value + by)));
  return (
    <span class="number-box">
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={message !== undefined}
        aria-describedby={message && errorId}
        data-sym={symbol}
        disabled={!awake}
        value={draft ?? String(tidy(value))}
        size={7}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={(event) => draft !== undefined && offer(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') offer(event.currentTarget.value);
          else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
            event.preventDefault();
            nudge((event.key === 'ArrowUp' ? 1 : -1) * step * (event.shiftKey ? 10 : 1));
          } else if (event.key === 'Escape') {
            setDraft(undefined);
            setMessage(undefined);
          }
        }}
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, from: value, moved: false };
        }}
        onPointerMove={(event) => {
          const start = drag.current;
          if (!start || event.buttons === 0) return;
          if (!start.moved && Math.abs(event.clientX - start.x) < 5) return;
          start.moved = true;
          event.currentTarget.setPointerCapture(event.pointerId);
          offer(String(tidy(start.from + Math.round((event.clientX - start.x) / 4) * step * 0.5)));
        }}
        onPointerUp={() => {
          drag.current = undefined;
        }}
        onPointerCancel={() => {
          drag.current = undefined;
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
