/** The same numbers as plain tables: the terms, and what is carried forward. */
import { decimal } from 'unrolled';
import { short } from '../_shared/notation.ts';
import { Sym } from '../_shared/Sym.tsx';
import type { Frame } from './model.ts';
import { strings } from './strings.ts';

export function TermTable({ frame: { rows, T, state } }: { readonly frame: Frame }) {
  const steps = Array.from({ length: T }, (_, k) => k + 1);
  return (
    <details class="as-table">
      <summary>{strings.numbers}</summary>
      <section class="scroll" aria-label={strings.numbers} tabIndex={0}>
        <table>
          <caption>{strings.tableCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{strings.loss}</th>
              {steps.map((k) => (
                <th key={k} scope="col">
                  <Sym name="k" /> = {k}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ t, terms }) => (
              <tr key={t}>
                <th scope="row">
                  <Sym name={`l_${t}`} />
                </th>
                {steps.map((k) => {
                  const term = terms[k - 1];
                  return (
                    <td key={k}>
                      {term && state.isBackwardDone
                        ? term.isLost
                          ? `${short(term.full)} (${strings.lostMark})`
                          : short(term.kept)
                        : ''}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** ∂h_t/∂w and the gradient so far, step by step. */
export function RtrlTable({ frame: { rtrl, parameter, state } }: { readonly frame: Frame }) {
  if (rtrl.length === 0) return null;
  return (
    <section class="scroll rtrl" aria-label={strings.rtrlTitle} tabIndex={0}>
      <table>
        <caption>{strings.rtrlTitle}</caption>
        <thead>
          <tr>
            <th scope="row">{strings.rtrlStep}</th>
            {rtrl.map(({ t }) => (
              <th key={t} scope="col">
                {t}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: state.H }, (_, unit) => (
            <tr key={`unit ${String(unit)}`}>
              <th scope="row">
                <Sym name={`dh_t${state.H > 1 ? `[${unit}]` : ''}/d${parameter}`} />
              </th>
              {rtrl.map(({ t, sensitivity }) => (
                <td key={t} data-symbol="sensitivity" data-t={t} data-value={String(sensitivity[unit])}>
                  {short(sensitivity[unit]!)}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">
              <Sym name={`dL/d${parameter}`} /> {strings.soFarRow}
            </th>
            {rtrl.map(({ t, soFar }) => (
              <td key={t} data-symbol="so-far" data-t={t} data-value={String(soFar)}>
                {decimal(soFar, 4)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
