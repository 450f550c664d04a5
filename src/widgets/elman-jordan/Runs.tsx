/** The numbers of both runs, one below the other, in the columns of the drawing. */
import { short } from '../_shared/notation.ts';
import { numberAttributes } from '../_shared/number.ts';
import { Sym } from '../_shared/Sym.tsx';
import { type Frame, INPUTS, type Run } from './model.ts';
import { strings } from './strings.ts';

const RUNS: readonly Run[] = ['a', 'b'];

export interface RunsProps {
  readonly frame: Frame;
  readonly awake: boolean;
  readonly onInput: (run: Run, t: number, value: number) => void;
}

export function Runs({ frame, awake, onInput }: RunsProps) {
  const { runs, coincides, mergedAfter } = frame;
  const merged = (t: number) => mergedAfter !== undefined && t > mergedAfter;
  const rows = (symbol: 'x' | 'h' | 'y', cell: (run: Run, k: number) => preact.ComponentChildren) =>
    RUNS.map((run) => (
      <tr key={`${symbol}${run}`} class={`${symbol} ${run}`} data-run={run}>
        <th scope="row">
          <Sym name={symbol} /> {strings.run[run]}
        </th>
        {runs[run].map(({ t }, k) => (
          <td key={t} class={merged(t) ? 'merged' : undefined}>
            {cell(run, k)}
          </td>
        ))}
      </tr>
    ));
  return (
    <table class="runs">
      <caption class="sr">{strings.table}</caption>
      <thead>
        <tr>
          <td />
          {runs.a.map(({ t }) => (
            <th key={t} scope="col">
              <Sym name="t" /> = {t}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows('x', (run, k) => (
          <select
            disabled={!awake}
            aria-label={strings.input(run, k + 1)}
            value={runs[run][k]!.x}
            onChange={(event) => onInput(run, k + 1, Number(event.currentTarget.value))}
          >
            {INPUTS.map((value) => (
              <option key={value} value={value} selected={value === runs[run][k]!.x}>
                {short(value)}
              </option>
            ))}
          </select>
        ))}
        {rows('h', (run, k) =>
          runs[run][k]!.h.map((value, i) => <Value key={i} run={run} symbol="h" t={k + 1} index={[i]} value={value} />),
        )}
        {rows('y', (run, k) => (
          <Value run={run} symbol="y" t={k + 1} index={[0]} value={runs[run][k]!.y} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{strings.carried}</th>
          {coincides.map((same, k) => (
            <td key={runs.a[k]!.t} data-same={same} class={merged(k + 1) ? 'merged' : undefined}>
              <b>{same ? '=' : '≠'}</b> <span>{same ? strings.same : strings.different}</span>
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

interface ValueProps {
  readonly run: Run;
  readonly symbol: string;
  readonly t: number;
  readonly index: readonly number[];
  readonly value: number;
}

const Value = ({ run, symbol, t, index, value }: ValueProps) => (
  <span
    class="value"
    data-run={run}
    {...numberAttributes({ name: `${symbol}_${t}`, symbol, t, index, kind: 'value', value })}
  >
    {short(value)}
  </span>
);
