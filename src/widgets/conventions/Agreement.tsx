/** Who agrees with whom: the largest difference of each pair, as buttons; and why, for the pair that is chosen. */
import { short } from '../_shared/notation.ts';
import { Sym } from '../_shared/Sym.tsx';
import type { FormId } from './forms.ts';
import type { Frame, Row } from './model.ts';
import { strings } from './strings.ts';

interface AgreementProps {
  readonly frame: Frame;
  readonly awake: boolean;
  readonly onLook: (pair: readonly [FormId, FormId]) => void;
}

export function Agreement({ frame, awake, onLook }: AgreementProps) {
  const { rows, gaps, look } = frame;
  const isLookedAt = (a: Row, b: Row) => [a, b].every((row) => row === look.a || row === look.b) && a !== b;
  return (
    <table class="agreement">
      <caption>{strings.matrix}</caption>
      <thead>
        <tr>
          <td />
          {rows.map(({ form }, k) => (
            <th key={form.id} scope="col" aria-label={strings.names[form.id]}>
              {k + 1}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((a, i) => (
          <tr key={a.form.id}>
            <th scope="row">
              {i + 1} <span class="who">{strings.names[a.form.id]}</span>
            </th>
            {rows.map((b, j) => (
              <td key={b.form.id} data-pair={`${a.form.id} ${b.form.id}`} data-value={String(gaps[i]![j]!)}>
                {i === j ? (
                  <span class="self">{strings.letter(a.group)}</span>
                ) : (
                  <button
                    type="button"
                    disabled={!awake}
                    aria-pressed={isLookedAt(a, b)}
                    aria-label={strings.pair(a.form.id, b.form.id, gaps[i]![j]!, a.group === b.group)}
                    data-agree={a.group === b.group}
                    onClick={() => onLook([a.form.id, b.form.id])}
                  >
                    {a.group === b.group ? '=' : short(gaps[i]![j]!)}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Why({ frame: { look } }: { readonly frame: Frame }) {
  const [a, b] = [strings.names[look.a.form.id], strings.names[look.b.form.id]];
  return (
    <div class="why">
      <p class="narration" aria-live="polite">
        {strings.verdict(look)}
      </p>
      <ul>
        {look.facts.map((fact) => (
          <li key={fact.about} data-fact={fact.about} data-standing={fact.standing}>
            <b>
              {strings.about[fact.about]}: {strings.standing[fact.standing]}.
            </b>{' '}
            <Symbols text={strings.said(fact, a, b)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Text in which W_hn and b_hn are set as symbols. */
export const Symbols = ({ text }: { readonly text: string }) => (
  <>
    {text
      .split(/\b([Wb]_hn|h_\d+|[zrhn]\b)/)
      .map((part, k) => (k % 2 ? <Sym key={`${k}${part}`} name={part} /> : part))}
  </>
);
