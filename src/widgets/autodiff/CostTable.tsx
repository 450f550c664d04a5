/** Reverse mode beside forward mode: what all derivatives of the result cost, counted. */
import { numberAttributes } from '../_shared/number.ts';
import { type Cost, total } from './counts.ts';
import type { Frame } from './model.ts';
import { strings } from './strings.ts';

export function CostTable({ frame: { counts, state, inputs } }: { readonly frame: Frame }) {
  const rows: [string, string, Cost][] = [
    ['reverse', strings.reverseRow, counts.reverse],
    ['forward', strings.forwardRow(inputs.length), counts.forward],
    ['one', strings.forwardOne(inputs[state.along]!), counts.each[state.along]!.cost],
  ];
  return (
    <details class="counts" open>
      <summary>{strings.counts}</summary>
      <figure class="scroll" tabIndex={0} aria-label={strings.countsCaption}>
        <table>
          <caption class="sr">{strings.countsCaption}</caption>
          <thead>
            <tr>
              <td />
              {[strings.sweeps, strings.multiplications, strings.additions, strings.total].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([key, label, cost]) => (
              <tr key={key} data-cost={key}>
                <th scope="row">{label}</th>
                {[cost.sweeps, cost.multiplications, cost.additions, total(cost)].map((value, k) => (
                  <td
                    key={k}
                    {...numberAttributes({ name: `${key} ${k}`, symbol: key, kind: 'value', index: [k], value })}
                  >
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
      <p class="note">{strings.countsNote}</p>
    </details>
  );
}
