/**
 * A box for a formula. What can be read is passed on while it is typed; what cannot is said at the box, with the place,
 * and the figure stays what it was.
 */
import { useEffect, useState } from 'preact/hooks';
import { expressions } from 'unrolled';
import { fields } from './field-strings.ts';

export interface FormulaBoxProps {
  readonly label: string;
  readonly value: string;
  readonly variables?: readonly string[];
  /** `isGoingOn` from the second change on, until the box is left. */
  readonly onChange: (text: string, isGoingOn: boolean) => void;
  readonly awake: boolean;
}

let boxes = 0;

export function FormulaBox({ label, value, variables = ['x'], onChange, awake }: FormulaBoxProps) {
  const [draft, setDraft] = useState<string>();
  const [hasChanged, setChanged] = useState(false);
  const [errorId] = useState(() => `formula-box-${++boxes}-error`);
  // What stands here and cannot be read gives way to a formula that was chosen elsewhere.
  useEffect(() => {
    setDraft((typed) => (typed !== undefined && typed !== value ? undefined : typed));
  }, [value]);
  const text = draft ?? value;
  const error = draft === undefined ? undefined : errorOf(draft, variables);
  return (
    <span class="formula-box">
      <input
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        aria-label={label}
        aria-invalid={error !== undefined}
        aria-describedby={error && errorId}
        disabled={!awake}
        value={text}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          setDraft(typed);
          if (typed === value || errorOf(typed, variables)) return;
          onChange(typed, hasChanged);
          setChanged(true);
        }}
        onBlur={() => {
          if (error === undefined) setDraft(undefined);
          setChanged(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          setDraft(undefined);
        }}
      />
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

function errorOf(text: string, variables: readonly string[]): expressions.ExpressionError | undefined {
  try {
    expressions.parse(text, variables);
    return undefined;
  } catch (error) {
    if (error instanceof expressions.ExpressionError) return error;
    throw error;
  }
}
