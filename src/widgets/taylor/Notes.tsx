/** What a reader should know about this function at this place: breaks, ends, and how far the series goes. */
import type { Frame } from './model.ts';
import { strings } from './strings.ts';

export function Notes({ frame }: { readonly frame: Frame }) {
  const notes = notesOf(frame);
  return (
    <ul class="notes">
      {notes.map(({ kind, text }) => (
        <li key={text} class={kind} data-note={kind}>
          {text}
        </li>
      ))}
    </ul>
  );
}

interface Note {
  readonly kind: 'warning' | 'fact';
  readonly text: string;
}

export function notesOf({ state, onBreak, endsAt, reach, value, formula, expansion }: Frame): readonly Note[] {
  const { notes } = strings;
  const all: (Note | false)[] = [
    onBreak !== undefined && { kind: 'warning', text: notes.break(onBreak, state.order) },
    !Number.isFinite(value) && { kind: 'warning', text: notes.undefinedAt(state.x, value) },
    formula.kind === 'call' &&
      formula.name === 'flat' &&
      state.at !== 0 &&
      expansion.coefficients[0] === 0 && { kind: 'warning', text: notes.underflow },
    endsAt === undefined && { kind: 'fact', text: reach ? notes.reach(reach, state.at) : notes.unknown },
  ];
  return all.filter((note) => note !== false);
}
