/** The size of the remainder against the distance from a, both axes logarithmic: its order is the slope. */
import { numberAttributes } from '../_shared/number.ts';
import { LogLog } from './LogLog.tsx';
import type { Frame } from './model.ts';
import { strings } from './strings.ts';

export function SlopePlot({ frame }: { readonly frame: Frame }) {
  const { points, slope, order } = frame.remainder;
  const measured = Number.isFinite(slope);
  const number = (symbol: string, value: number) =>
    numberAttributes({ name: symbol, symbol, kind: 'value', index: [], value });
  return (
    <figure class="slope-figure">
      <figcaption>{strings.slope.title}</figcaption>
      {points.length > 1 ? (
        <LogLog points={points} fitted={4} label={strings.slope.picture(frame)} axis={strings.slope.axis} />
      ) : (
        <p class="note">{frame.endsAt === undefined ? strings.slope.exact : strings.slope.undefinedHere}</p>
      )}
      <dl>
        <dt>{strings.slope.measured}</dt>
        <dd {...number('slope', slope)}>{measured ? slope.toFixed(2).replace('-', '−') : '–'}</dd>
        <dt>{strings.slope.next}</dt>
        <dd {...number('order', order ?? Number.NaN)}>{order ?? strings.slope.none}</dd>
      </dl>
    </figure>
  );
}
