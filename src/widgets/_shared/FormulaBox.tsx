/**
 * A box for a formula. What can be read is passed on while it is typed; what cannot is said at the box, with the place,
 * and the figure stays what it was.
 */
import type { TargetedEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { expressions } from 'unrolled';
import { fields } from './field-strings.ts';

export interface FormulaBoxProps {
  readonly label: string;
  readonly value: string;
  readonly variables?: readonly string[];
  /** Reads what was typed, and throws an ExpressionError when it cannot. Default: one formula in `variables`. */
  readonly read?: (text: string) => void;
  /** Lines of the box, when there may be several formulas. */
  readonly rows?: number;
  /** `isGoingOn` from the second change on, until the box is left. */
  readonly onChange: (text: string, isGoingOn: boolean) => void;
  readonly awake: boolean;
}

let boxes = 0;

export function FormulaBox({
  label,
  value,
  variables = ['x'],
  read = (text) => expressions.parse(text, variables),
  rows,
  onChange,
  awake,
}: FormulaBoxProps) {
  const [draft, setDraft] = useState<string>();
  const [hasChanged, setChanged] = useState(false);
  const [errorId] = useState(() => `formula-box-${++boxes}-error`);
  // What stands here and cannot be read gives way to a formula that was chosen elsewhere.
  useEffect(() => {
    setDraft((typed) => (typed !== undefined && typed !== value ? undefined : typed));
  }, [value]);
  const text = draft ?? value;
  const error = draft === undefined ? undefined : errorOf(draft, read);
  const field = {
    autoComplete: 'off',
    autoCapitalize: 'off' as const,
    spellcheck: false,
    'aria-label': label,
    'aria-invalid': error !== undefined,
    'aria-describedby': error && errorId,
    disabled: !awake,
    value: text,
    onInput: (event: TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const typed = event.currentTarget.value;
      setDraft(typed);
      if (typed === value || errorOf(typed, read)) return;
      onChange(typed, hasChanged);
      setChanged(true);
    },
    onBlur: () => {
      if (error === undefined) setDraft(undefined);
      setChanged(false);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') setDraft(undefined);
    },
  };
  return (
    <span class="formula-box">
      {rows ? <textarea rows={rows} {...field} /> : <input type="text" {...field} />}
      {error && (
        <span class="field-error" role="alert" id={errorId}>
          {error.message} <Place text={text} error={error} />
        </span>
      )}
    </span>
  );
}

/** The text with the place marked; where something is missing, a gap. */
const Place = ({
  text,
  error: { at, length },
}: {
  readonly text: string;
  readonly error: expressions.ExpressionError;
}) => (
  <span class="place">
    {fields.character(at + 1)}{' '}
    <code>
      {text.slice(0, at)}
      <mark>{length > 0 ? text.slice(at, at + length) : ' '}</mark>
      {text.slice(at + length)}
    </code>
  </span>
);

function errorOf(text: string, read: (text: string) => void): expressions.ExpressionError | undefined {
  try {
    read(text);
    return undefined;
  } catch (error) {
    if (error instanceof expressions.ExpressionError) return error;
    throw error;
  }
}
