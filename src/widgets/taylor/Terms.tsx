/** The terms one by one: coefficient, term at x, sum so far, what is still missing. A coefficient shows where it comes from. */
import { useState } from 'preact/hooks';
import { long } from '../_shared/long.ts';
import { short } from '../_shared/notation.ts';
import { numberAttributes } from '../_shared/number.ts';
import { checkOf } from './check-of.ts';
import type { Frame, Term } from './model.ts';
import { strings } from './strings.ts';

export function Terms({ frame, awake }: { readonly frame: Frame; readonly awake: boolean }) {
  const [chosen, choose] = useState<number>();
  const { terms, value } = frame;
  const term = terms.find(({ n }) => n === chosen);
  const cell = (symbol: string, n: number, number: number) => (
    <td {...numberAttributes({ name: `${symbol}_${n}`, symbol, kind: 'value', index: [n], value: number })}>
      {long(number)}
      {!Number.isFinite(number) && <span aria-hidden="true"> ⚠</span>}
    </td>
  );
  return (
    <details class="terms" open>
      <summary>{strings.terms.title(terms.length - 1)}</summary>
      <div class="scroll">
        <table>
          <caption class="sr">{strings.terms.caption}</caption>
          <thead>
            <tr>
              {(['n', 'coefficient', 'value', 'sum', 'off'] as const).map((column) => (
                <th key={column} scope="col">
                  {strings.terms[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {terms.map((each) => (
              <tr key={each.n} data-last={each.n === terms.length - 1}>
                <th scope="row">{each.n}</th>
                <td>
                  <button
                    type="button"
                    class="chip"
                    disabled={!awake}
                    aria-label={strings.termOf(each)}
                    aria-expanded={each.n === chosen}
                    onClick={() => choose(each.n === chosen ? undefined : each.n)}
                    {...numberAttributes({
                      ...{ name: `c_${each.n}`, symbol: 'c', kind: 'value', index: [each.n] },
                      value: each.coefficient,
                    })}
                  >
                    {short(each.coefficient)}
                    {!Number.isFinite(each.coefficient) && <span aria-hidden="true"> ⚠</span>}
                  </button>
                </td>
                {cell('term', each.n, each.value)}
                {cell('sum', each.n, each.sum)}
                {cell('off', each.n, value - each.sum)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {term && <Origin frame={frame} term={term} onClose={() => choose(undefined)} />}
    </details>
  );
}

interface OriginProps {
  readonly frame: Frame;
  readonly term: Term;
  readonly onClose: () => void;
}

function Origin({ frame, term: { n, coefficient }, onClose }: OriginProps) {
  const { origin } = strings;
  const isThere = Number.isFinite(coefficient);
  const check = isThere ? checkOf(frame.state, n) : undefined;
  const full = String(coefficient).replace('-', '−');
  return (
    <aside class="inspector" aria-label={origin.title}>
      <p>
        <b>c</b>
        <sub>{n}</sub> = <span data-full-value={String(coefficient)}>{full}</span>
      </p>
      {isThere ? (
        <p>
          {origin.factorial(n, short(coefficient * factorial(n)), short(coefficient))} {origin.engine}
        </p>
      ) : (
        <p role="alert">⚠ {origin.infinite}</p>
      )}
      {check && (
        <p data-central-difference={String(check.value)}>
          {origin.check(n, short(check.value), short(Math.abs(check.value - coefficient)))}
        </p>
      )}
      <button type="button" onClick={onClose}>
        {origin.close}
      </button>
    </aside>
  );
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
