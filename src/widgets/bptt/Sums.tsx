/** What the terms add up to, and the same number by the other roads. */
import { decimal } from 'unrolled';
import { Sym } from '../_shared/Sym.tsx';
import type { Frame } from './model.ts';
import { strings } from './strings.ts';

export function Sums({ frame }: { readonly frame: Frame }) {
  const { sums, state, rtrl, parameter } = frame;
  const words = strings.sums;
  const rows: readonly (readonly [string, string, number])[] = [
    ['full', sums.terms === 1 ? words.only : words.full(sums.terms), sums.full],
    ['engine', words.engine, sums.engine],
    ...(rtrl.length > 0 ? ([['rtrl', words.rtrl, rtrl.at(-1)!.soFar]] as const) : []),
    ...(sums.lost > 0
      ? ([
          ['kept', words.kept(sums.terms - sums.lost), sums.kept],
          ['difference', words.difference, sums.full - sums.kept],
          ['missing', words.missing(sums.lost), sums.missing],
          ...(state.carry === 'reset' ? ([['changed', words.changed, sums.changed]] as const) : []),
        ] as const)
      : []),
  ];
  return (
    <div class="sums">
      <p class="heading">
        {words.title}: <Sym name={`dL/d${state.H > 1 ? state.weight : parameter}`} />
      </p>
      <dl>
        {rows.map(([name, label, value]) => (
          <div key={name} data-name={name} {...(state.isBackwardDone && { 'data-value': String(value) })}>
            <dt>{label}</dt>
            <dd>{state.isBackwardDone ? decimal(value, 6) : '…'}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
