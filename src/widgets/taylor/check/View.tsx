/** Draws the Taylor test: the loss and the derivative as typed, the errors at steps that are halved, and the verdict. */
import { useRef } from 'preact/hooks';
import { FigureToolbar } from '../../_shared/FigureToolbar.tsx';
import type { FormulaProps } from '../../_shared/Formula.tsx';
import { FormulaBox } from '../../_shared/FormulaBox.tsx';
import { Box } from '../../_shared/fields.tsx';
import { short } from '../../_shared/notation.ts';
import { numberAttributes } from '../../_shared/number.ts';
import { Reads } from '../../_shared/Reads.tsx';
import { Sym } from '../../_shared/Sym.tsx';
import { strings as shared } from '../../_shared/strings.ts';
import { useFigure } from '../../_shared/use-figure.ts';
import { LogLog } from '../LogLog.tsx';
import { type ExampleName, examples } from './examples.ts';
import { act, type CheckState, type Frame, frameOf, fromUrl, isMove, LIMITS, toUrl } from './model.ts';
import { strings } from './strings.ts';
import '../../_shared/plots.css';
import '../taylor.css';
import './check.css';

export interface TaylorCheckProps {
  /** Id of the figure on its page; also its key in the address. */
  readonly id?: string;
  readonly example?: ExampleName;
  /** The formulas of the example, as they were set at build. */
  readonly built?: Readonly<Record<'loss' | 'slope', NonNullable<FormulaProps['built']>>>;
}

export function TaylorCheck({ id = 'check', example = 'forgotten', built }: TaylorCheckProps) {
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure({ key: id, act, isMove, toUrl, fromUrl }, examples[example] as CheckState);
  const awake = figure.awake.value;
  const frame = frameOf(figure.state.value);
  const { state, rows, verdict } = frame;
  const set = (change: Partial<CheckState>, isGoingOn = false) => figure.send({ change, isGoingOn });
  const formula = (key: 'loss' | 'slope') => (
    <span class="named">
      <span class="name">{strings[key]}</span>
      <FormulaBox
        label={strings[key]}
        value={state[key]}
        variables={['w']}
        onChange={(text, isGoingOn) => set({ [key]: text }, isGoingOn)}
        awake={awake}
      />
    </span>
  );
  return (
    <div class="widget plots taylor taylor-check not-content" data-widget="taylor-check" data-awake={awake} ref={root}>
      {figure.problem.value && <p role="alert">{shared[figure.problem.value]}</p>}
      <div class="formulas" data-print="hidden">
        {formula('loss')}
        {formula('slope')}
        <span class="named">
          <span class="name">
            <Sym name="w" />
          </span>
          <Box label={strings.w} value={state.w} limit={LIMITS} onChange={(w) => set({ w })} awake={awake} />
        </span>
      </div>
      <div class="both">
        <Reads name="L(w)" formula={frame.loss} built={built?.loss} />
        <Reads name="L'(w)" formula={frame.slope} built={built?.slope} />
      </div>
      <div class="panes">
        <Rows frame={frame} />
        <figure class="slope-figure">
          <figcaption>{strings.title}</figcaption>
          {verdict === 'exact' || !rows.some(({ error }) => error > 0) ? (
            <p class="note">{strings.nothing}</p>
          ) : (
            <LogLog
              points={rows.filter(({ error }) => error > 0).map(({ h, error }) => ({ distance: h, size: error }))}
              fitted={4}
              label={strings.picture(frame)}
              axis={strings.axis}
            />
          )}
          <Facts frame={frame} />
        </figure>
      </div>
      <p class="narration verdict" data-verdict={verdict} aria-live="polite">
        {strings.verdicts[verdict]}
      </p>
      <FigureToolbar
        figure={figure}
        pictureName="taylor-test"
        numbersName="taylor-test"
        picture={() => root.current!.querySelector('svg.slope')!}
        numbers={() => [
          Object.values(strings.columns),
          ...rows.map(({ h, error, ratio }): (string | number)[] => [h, error, ratio]),
        ]}
      />
    </div>
  );
}

const numbered = (symbol: string, n: number | undefined, value: number) =>
  numberAttributes({ name: symbol, symbol, kind: 'value', index: n === undefined ? [] : [n], value });

const Rows = ({ frame: { rows } }: { readonly frame: Frame }) => (
  <div class="terms">
    <table>
      <caption class="sr">{strings.table}</caption>
      <thead>
        <tr>
          <th scope="col">
            <Sym name="h" />
          </th>
          <th scope="col">{strings.columns.error}</th>
          <th scope="col">{strings.columns.ratio}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ h, error, ratio }, n) => (
          <tr key={h}>
            <th scope="row">{short(h)}</th>
            <td {...numbered('error', n, error)}>{short(error)}</td>
            <td {...numbered('ratio', n, ratio)}>{n === 0 ? '' : short(ratio)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Facts = ({ frame: { claimed, engine, order } }: { readonly frame: Frame }) => (
  <dl>
    <dt>{strings.order}</dt>
    <dd {...numbered('order', undefined, order)}>{Number.isFinite(order) ? order.toFixed(2) : '–'}</dd>
    <dt>{strings.claimed}</dt>
    <dd {...numbered('claimed', undefined, claimed)}>{strings.full(claimed)}</dd>
    <dt>{strings.engine}</dt>
    <dd {...numbered('engine', undefined, engine)}>{strings.full(engine)}</dd>
  </dl>
);
