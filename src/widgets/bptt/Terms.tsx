/** The table of terms: one row for each loss, one column for each step, sums at both ends. Lost terms are hatched. */
import type { ComponentChildren } from 'preact';
import { plain, short } from '../_shared/notation.ts';
import { fillOf, numberAttributes } from '../_shared/number.ts';
import { SvgSym } from '../_shared/Sym.tsx';
import type { Layout } from './layout.ts';
import type { Frame, Term } from './model.ts';
import { strings } from './strings.ts';

/** What a reader activated: a term, or a sum of them. */
export type Chosen =
  | { readonly kind: 'term'; readonly t: number; readonly k: number }
  | { readonly kind: 'row'; readonly t: number }
  | { readonly kind: 'column'; readonly k: number }
  | { readonly kind: 'total' }
  | { readonly kind: 'forward'; readonly t: number };

export interface TermsProps {
  readonly frame: Frame;
  readonly plan: Layout;
  readonly hatch: string;
  readonly awake: boolean;
  readonly onChoose: (chosen: Chosen) => void;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** The largest term: the end of the colour map. */
export const rangeOf = ({ rows }: Frame): number =>
  Math.max(...rows.flatMap(({ terms }) => terms.flatMap(({ full, kept }) => [Math.abs(full), Math.abs(kept)]))) || 1;

export function Terms({ frame, plan, hatch, awake, onChoose }: TermsProps) {
  const { rows, T, state, rtrl, sums, parameter } = frame;
  const { x, y, head, foot } = plan;
  const range = rangeOf(frame);
  const steps = Array.from({ length: T }, (_, k) => k + 1);
  const isThere = state.isBackwardDone;
  const shared = { plan, range, awake, isThere };
  const name = `dL/d${parameter}`;
  return (
    <g class="terms">
      <text class="label" x={plan.left + 2} y={head - 18}>
        {strings.columns}
      </text>
      {steps.map((k) => (
        <text key={k} class="index" x={x(k)} y={head}>
          {k}
        </text>
      ))}
      <text class="index words" x={x(T + 1)} y={head}>
        {strings.rowSum}
      </text>
      {rtrl.length > 0 && (
        <text class="index words" x={x(T + 2)} y={head}>
          {strings.soFar}
        </text>
      )}
      {rows.map(({ t, terms, update }) => (
        <g key={t} class="line" data-t={t}>
          <text class="loss" x={plan.left - 12} y={y(t)}>
            <SvgSym name={`l_${t}`} />
          </text>
          {terms.map((term) => (
            <TermCell
              key={term.k}
              {...shared}
              term={term}
              name={name}
              hatch={hatch}
              isNow={isThere && term.k === state.at.k && term.t === state.at.t}
              isStop={term.k === state.at.k && term.t === state.at.t}
              onChoose={() => onChoose({ kind: 'term', t, k: term.k })}
            />
          ))}
          <SumCell
            {...shared}
            at={[T + 1, y(t)]}
            data={{ 'data-sum': 'row', 'data-row': t }}
            value={sum(terms.map(({ kept }) => kept))}
            label={strings.sumOfRow(t)}
            onChoose={() => onChoose({ kind: 'row', t })}
          />
          {update === t && t < T && state.stride > 1 && (
            <path class="updates" d={`M${plan.left} ${y(t) + plan.row / 2}H${x(T) + plan.column / 2}`} />
          )}
        </g>
      ))}
      {rtrl.map(({ t, soFar }) => (
        <SumCell
          key={t}
          {...shared}
          at={[T + 2, rows.some((row) => row.t === t) ? y(t) : Number.NaN]}
          data={{ 'data-sum': 'forward', 'data-row': t }}
          value={soFar}
          label={`${strings.soFar} ${t}`}
          onChoose={() => onChoose({ kind: 'forward', t })}
        />
      ))}
      <text class="loss words" x={plan.left - 12} y={foot}>
        {strings.columnSum}
      </text>
      {steps.map((k) => (
        <SumCell
          key={k}
          {...shared}
          at={[k, foot]}
          data={{ 'data-sum': 'column', 'data-column': k }}
          value={sum(rows.map(({ terms }) => terms[k - 1]?.kept ?? 0))}
          label={strings.sumOfColumn(k)}
          onChoose={() => onChoose({ kind: 'column', k })}
        />
      ))}
      <SumCell
        {...shared}
        at={[T + 1, foot]}
        data={{ 'data-sum': 'total' }}
        value={sums.kept}
        label={strings.total}
        isTotal
        onChoose={() => onChoose({ kind: 'total' })}
      />
    </g>
  );
}

interface Shared {
  readonly plan: Layout;
  readonly range: number;
  readonly awake: boolean;
  readonly isThere: boolean;
}

interface TermCellProps extends Shared {
  readonly term: Term;
  readonly name: string;
  readonly hatch: string;
  readonly isNow: boolean;
  /** The one cell that the Tab key stops at. */
  readonly isStop: boolean;
  readonly onChoose: () => void;
}

function TermCell({ term, plan, range, name, hatch, awake, isThere, isNow, isStop, onChoose }: TermCellProps) {
  const { t, k, full, kept, isLost, source } = term;
  const value = isLost ? full : kept;
  const label = `${plain(source?.name ?? name)}: ${strings.term(term, isThere)}`;
  const attributes = numberAttributes({ name: source?.name ?? name, symbol: name, kind: 'grad', index: [], value });
  return (
    <Button
      label={label}
      awake={awake}
      tabIndex={isStop ? 0 : -1}
      onChoose={onChoose}
      className="term"
      data={{
        ...(isThere ? attributes : { 'data-state': 'later' }),
        'data-t': t,
        'data-k': k,
        'data-place': `${k} ${plan.y(t)}`,
        'data-lost': isLost,
        'data-now': isNow,
      }}
    >
      <Cell
        x={plan.x(k)}
        y={plan.y(t)}
        plan={plan}
        fill={isThere && !isLost ? fillOf('grad', value, range) : undefined}
        hatch={isThere && isLost ? hatch : undefined}
        text={isThere ? short(value) : ''}
      />
    </Button>
  );
}

interface SumCellProps extends Shared {
  /** Column, and height. */
  readonly at: readonly [number, number];
  readonly data: Readonly<Record<string, string | number>>;
  readonly value: number;
  readonly label: string;
  readonly isTotal?: boolean;
  readonly onChoose: () => void;
}

function SumCell({ at: [k, y], data, value, label, plan, awake, isThere, isTotal = false, onChoose }: SumCellProps) {
  if (Number.isNaN(y)) return null;
  return (
    <Button
      label={`${label}: ${isThere ? short(value) : ''}`}
      awake={awake}
      tabIndex={-1}
      onChoose={onChoose}
      className={isTotal ? 'sum total' : 'sum'}
      data={{
        ...data,
        'data-place': `${k} ${y}`,
        ...(isThere ? { 'data-value': String(value) } : { 'data-state': 'later' }),
      }}
    >
      <Cell x={plan.x(k)} y={y} plan={plan} text={isThere ? short(value) : ''} />
    </Button>
  );
}

interface ButtonProps {
  readonly label: string;
  readonly awake: boolean;
  readonly tabIndex: number;
  readonly className: string;
  readonly data: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly onChoose: () => void;
  readonly children: ComponentChildren;
}

/** A part of the picture that acts as a button. */
const Button = ({ label, awake, tabIndex, className, data, onChoose, children }: ButtonProps) => (
  // biome-ignore lint/a11y/useSemanticElements: SVG has no button
  <g
    role="button"
    aria-label={label}
    aria-disabled={!awake}
    tabIndex={tabIndex}
    class={className}
    {...data}
    onClick={onChoose}
    onKeyDown={(event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onChoose();
    }}
  >
    {children}
  </g>
);

interface CellProps {
  readonly x: number;
  readonly y: number;
  readonly plan: Layout;
  readonly fill?: string | undefined;
  readonly hatch?: string | undefined;
  readonly text: string;
}

/** A gradient's cell: one corner is cut. */
function Cell({ x, y, plan, fill, hatch, text }: CellProps) {
  const [width, height] = [plan.column - 4, plan.row - 4];
  const d = `M${x - width / 2} ${y - height / 2}h${width - 7}l7 7v${height - 7}h${-width}z`;
  return (
    <>
      <path class="cell" d={d} style={fill === undefined ? undefined : { fill }} />
      {hatch !== undefined && <path class="hatch" d={d} fill={`url(#${hatch})`} />}
      <text x={x} y={y} {...(text.length * 7 > width && { textLength: width - 6, lengthAdjust: 'spacingAndGlyphs' })}>
        {text}
      </text>
    </>
  );
}
