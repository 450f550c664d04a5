import { short } from './notation.ts';
import { fillOf, numberAttributes, type Shown } from './number.ts';

export interface ChipProps extends Shown {
  readonly range: number;
  /** Whether the number is there yet, and whether it is what the last move computed. */
  readonly standing?: 'later' | 'now' | 'done';
  /** Whether this number of what is being computed is there already. */
  readonly known?: boolean;
  /** One of many: its sign only, its number when it is asked for. */
  readonly small?: boolean;
  /** Position in the tab order: one number of a group is 0, the others −1. */
  readonly tabIndex?: number;
}

/** A number as a button: activating it shows where it came from. Gradients have a cut corner. */
export function Chip({ range, standing = 'done', known = true, small = false, tabIndex = 0, ...shown }: ChipProps) {
  if (standing === 'later' || !known)
    return <span class={small ? 'chip small later' : 'chip later'} data-state={standing} aria-hidden="true" />;
  const { value, kind, name, index } = shown;
  const place = index.length > 0 ? `[${index.join(',')}]` : '';
  return (
    <button
      type="button"
      class={small ? `chip small ${kind}` : `chip ${kind}`}
      data-state={standing}
      tabIndex={tabIndex}
      style={{ '--fill': fillOf(kind, value, range) }}
      aria-label={`${name}${place} = ${short(value)}`}
      {...numberAttributes(shown)}
    >
      {small ? signOf(value) : short(value)}
      {!small && !Number.isFinite(value) && <span aria-hidden="true"> ⚠</span>}
    </button>
  );
}

const signOf = (value: number): string => (!Number.isFinite(value) ? '⚠' : value > 0 ? '+' : value < 0 ? '−' : '0');

/** The numbers of a vector below one another, or of a matrix in rows and columns. */
export function Chips({
  columns,
  children,
}: {
  readonly columns: number;
  readonly children: preact.ComponentChildren;
}) {
  return (
    <span class="chips" style={{ '--columns': columns }}>
      {children}
    </span>
  );
}
