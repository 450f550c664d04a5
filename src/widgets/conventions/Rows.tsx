/** Each form: its formula, how its arrays lie, how many parameters it has, and where it ends up. */
import { short } from '../_shared/notation.ts';
import { fillOf, numberAttributes } from '../_shared/number.ts';
import { Symbols } from './Agreement.tsx';
import type { Form } from './forms.ts';
import { type Frame, lastOf, type Row, SHOWN } from './model.ts';
import { strings } from './strings.ts';

/** Formulas by the cell's id, as HTML that was set at build. */
export type Formulas = Readonly<Record<string, string>>;

export function Rows({ frame, formulas }: { readonly frame: Frame; readonly formulas: Formulas }) {
  const T = frame.state.x.length;
  return (
    <ol class="forms">
      {frame.rows.map((row, k) => (
        <li key={row.form.id} data-form={row.form.id} data-group={strings.letter(row.group)}>
          <p class="who">
            <span class={`badge group-${row.group}`}>{strings.letter(row.group)}</span> {k + 1}{' '}
            {strings.names[row.form.id]}
          </p>
          <div class="formula" dangerouslySetInnerHTML={{ __html: formulas[row.form.cell.id]! }} />
          <div class="storage">
            <Blocks form={row.form} />
            <p>
              {strings.biases[row.form.biases]}
              <br />
              <span data-count={row.count}>{strings.parameters(row.count)}</span>
            </p>
          </div>
          <Last row={row} T={T} H={frame.given.sizes.H} />
        </li>
      ))}
    </ol>
  );
}

/** The stacked array of a form: its gates in their order, below one another or side by side. */
const Blocks = ({ form }: { readonly form: Form }) => (
  <span class={`blocks ${form.stacked}`} role="img" aria-label={strings.gates(form)}>
    {form.gates.map((gate) => (
      <i key={gate} class={`gate-${gate}`}>
        {gate}
      </i>
    ))}
  </span>
);

function Last({ row, T, H }: { readonly row: Row; readonly T: number; readonly H: number }) {
  return (
    <div class="last">
      <p class="note">
        <Symbols text={strings.last(T, H, SHOWN)} />
      </p>
      <span class="chips" style={{ '--columns': SHOWN }}>
        {lastOf(row).map((value, k) => (
          <span
            key={`u${String(k)}`}
            class="chip"
            style={{ '--fill': fillOf('value', value, 1) }}
            {...numberAttributes({ name: `h_${T}`, symbol: 'h', t: T, kind: 'value', index: [k], value })}
          >
            {short(value)}
          </span>
        ))}
      </span>
    </div>
  );
}
