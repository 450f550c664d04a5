/** The numbers of a step, and the training so far. */
import { short } from '../../_shared/notation.ts';
import { numberAttributes } from '../../_shared/number.ts';
import { Sym } from '../../_shared/Sym.tsx';
import type { Frame } from './model.ts';
import { strings } from './strings.ts';

/** What was said, and what came. */
export function Changes({ frame }: { readonly frame: Frame }) {
  const { first, second, both, actual, limit } = frame;
  const row = (key: 'first' | 'second' | 'both' | 'actual', value: number, off?: number) => (
    <tr class={`of-${key}`}>
      <th scope="row">{strings.changes[key]}</th>
      <td {...numberAttributes({ name: key, symbol: key, kind: 'value', index: [], value })}>{short(value)}</td>
      <td>{off === undefined ? '' : `${strings.changes.off} ${short(Math.abs(off))}`}</td>
    </tr>
  );
  return (
    <table class="changes">
      <caption>{strings.changes.caption}</caption>
      <tbody>
        {row('first', first, first - actual)}
        {row('second', second)}
        {row('both', both, both - actual)}
        {row('actual', actual)}
        <tr>
          <th scope="row">{strings.changes.limit}</th>
          <td
            {...numberAttributes({
              name: 'limit',
              symbol: 'limit',
              kind: 'value',
              index: [],
              value: limit ?? Number.NaN,
            })}
          >
            {limit === undefined ? strings.changes.none : short(limit)}
          </td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}

export function Training({ frame: { state, path } }: { readonly frame: Frame }) {
  const isOne = state.kind === 'one';
  const rows = path.map((place, n) => ({ ...place, n })).slice(-6);
  const cell = (symbol: string, n: number, value: number) => (
    <td {...numberAttributes({ name: symbol, symbol, t: n, kind: 'value', index: [], value })}>{short(value)}</td>
  );
  return (
    <div class="terms">
      <table>
        <caption class="sr">{strings.table}</caption>
        <thead>
          <tr>
            <th scope="col">{strings.columns.n}</th>
            {isOne && (
              <th scope="col">
                <Sym name="w" />
              </th>
            )}
            <th scope="col">
              <Sym name="L" />
            </th>
            <th scope="col">{isOne ? strings.columns.gradient : strings.columns.norm}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ n, given, loss, gradient }) => (
            <tr key={n} data-last={n === path.length - 1}>
              <th scope="row">{n}</th>
              {isOne && cell('w', n, weightOf(given.w))}
              {cell('L', n, loss)}
              {cell('slope', n, gradient)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const weightOf = (w: Frame['path'][number]['given'][string] | undefined): number =>
  typeof w === 'number' ? w : (w as { readonly data: ArrayLike<number> }).data[0]!;
