/** The count by three conventions, part by part. */
import { Sym } from '../_shared/Sym.tsx';
import type { Count, Frame } from './model.ts';
import { strings } from './strings.ts';

export function Counts({ frame }: { readonly frame: Frame }) {
  const row = (part: 'recurrent' | 'input' | 'bias' | 'total', symbol: string, cell: (count: Count) => string) => (
    <tr class={part}>
      <th scope="row">
        {symbol && <Sym name={symbol} />} <span class="words">{strings.parts[part]}</span>
      </th>
      {frame.counts.map((count) => (
        <td
          key={count.convention}
          data-part={part}
          data-convention={count.convention}
          data-value={numberOf(count, part)}
        >
          {cell(count)}
        </td>
      ))}
    </tr>
  );
  return (
    <table>
      <caption>
        {strings.caption}: {strings.formula}
      </caption>
      <thead>
        <tr>
          <td />
          {frame.counts.map(({ convention }) => (
            <th key={convention} scope="col">
              {strings.conventions[convention]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row('recurrent', 'W_hh', ({ recurrent }) => String(recurrent))}
        {row('input', 'W_xh', ({ input }) => String(input))}
        {row('bias', 'b_h', ({ biases }) => biases.join(' + '))}
        {row('total', '', ({ total }) => String(total))}
      </tbody>
    </table>
  );
}

export const numberOf = (count: Count, part: 'recurrent' | 'input' | 'bias' | 'total'): number =>
  part === 'bias' ? count.biases.reduce((a, b) => a + b) : count[part];
