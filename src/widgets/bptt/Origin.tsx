/**
 * Where an activated number comes from: a term from its equation (the kit's Inspector), with one unit also from the path it
 * took; a sum from its terms.
 */
import { decimal } from 'unrolled';
import { Inspector } from '../_shared/Inspector.tsx';
import { plain, short } from '../_shared/notation.ts';
import { type Frame, factorsOf } from './model.ts';
import { strings } from './strings.ts';
import type { Chosen } from './Terms.tsx';

export interface OriginProps {
  readonly frame: Frame;
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

export function Origin({ frame, chosen, onClose }: OriginProps) {
  const { rows, parameter, position, given, all, sums } = frame;
  if (chosen.kind === 'term') return <TermOrigin frame={frame} onClose={onClose} />;
  if (chosen.kind === 'forward') return null;
  if (chosen.kind === 'row') {
    const row = rows.find(({ t }) => t === chosen.t);
    if (!row) return null;
    if (row.terms.every(({ isLost }) => !isLost))
      return (
        <Inspector
          {...row.full}
          given={given}
          picked={{ name: row.full.program.outputs[`dL/d${parameter}`] ?? `dl_${row.t}/d${parameter}`, at: position }}
          onClose={onClose}
        />
      );
    return <Sum name={strings.sumOfRow(row.t)} terms={row.terms.map(({ kept }) => kept)} onClose={onClose} />;
  }
  if (chosen.kind === 'column')
    return (
      <Sum
        name={strings.sumOfColumn(chosen.k)}
        terms={rows.flatMap(({ terms }) => terms.filter(({ k }) => k === chosen.k).map(({ kept }) => kept))}
        onClose={onClose}
      />
    );
  return sums.lost === 0 ? (
    <Inspector
      {...all}
      given={given}
      picked={{ name: all.program.outputs[`dL/d${parameter}`]!, at: position }}
      onClose={onClose}
    />
  ) : (
    <Sum name={strings.total} terms={rows.flatMap(({ terms }) => terms.map(({ kept }) => kept))} onClose={onClose} />
  );
}

function TermOrigin({ frame, onClose }: Omit<OriginProps, 'chosen'>) {
  const { now, given, parameter, position } = frame;
  if (!now.source)
    return (
      <aside class="inspector" aria-label={strings.provenance}>
        <p>{strings.noSource(plain(parameter))}</p>
        <Close onClose={onClose} />
      </aside>
    );
  const factors = factorsOf(frame);
  return (
    <>
      {factors.length > 0 && (
        <p class="factors" data-factors={factors.length}>
          {strings.factors}: {factors.map(({ name }) => plain(name).replace('d⁺', '∂⁺')).join(' · ')} ={' '}
          {factors.map(({ value }) => decimal(value, 4)).join(' · ')} = <b>{decimal(product(factors), 6)}</b>
        </p>
      )}
      <Inspector {...now.source.row} given={given} picked={{ name: now.source.name, at: position }} onClose={onClose} />
    </>
  );
}

const product = (factors: ReturnType<typeof factorsOf>): number => factors.reduce((all, { value }) => all * value, 1);

interface SumProps {
  readonly name: string;
  readonly terms: readonly number[];
  readonly onClose: () => void;
}

function Sum({ name, terms, onClose }: SumProps) {
  const numbers = terms.filter((term) => term !== 0);
  const total = numbers.reduce((a, b) => a + b, 0);
  return (
    <aside class="inspector" aria-label={strings.provenance}>
      <p>
        <b>{name}</b> = <span data-full-value={String(total)}>{String(total).replace('-', '−')}</span>
      </p>
      <p class="equation">
        {strings.sumIs}{' '}
        {numbers
          .map((term) => short(term))
          .join(' + ')
          .replaceAll('+ −', '− ') || '0'}
      </p>
      <Close onClose={onClose} />
    </aside>
  );
}

const Close = ({ onClose }: { readonly onClose: () => void }) => (
  <button type="button" onClick={onClose}>
    {strings.close}
  </button>
);
