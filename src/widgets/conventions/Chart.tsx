/** States of one unit over time, a line for each group of forms that compute the same. */
import { numberAttributes } from '../_shared/number.ts';
import { type Frame, lineOf } from './model.ts';
import { strings } from './strings.ts';

const [LEFT, RIGHT, TOP, BOTTOM] = [30, 306, 12, 176];
const GAP = 16;

export function Chart({ frame }: { readonly frame: Frame }) {
  const { unit } = frame;
  const T = frame.state.x.length;
  const x = (t: number): number => LEFT + (t / T) * (RIGHT - LEFT);
  const y = (value: number): number => (TOP + BOTTOM) / 2 - (value * (BOTTOM - TOP)) / 2;
  const lines = frame.groups.map(([row], group) => ({ group, form: row!.form.id, values: lineOf(row!, unit) }));
  const ends = spread(lines.map(({ values }) => y(values.at(-1)!)));
  return (
    <svg class="states" viewBox="0 0 340 214" role="img" aria-label={strings.chart(frame, unit)}>
      {[-1, 0, 1].map((value) => (
        <g key={value}>
          <path class="grid" d={`M${LEFT} ${y(value)}H${RIGHT}`} />
          <text class="end" x={LEFT - 6} y={y(value) + 4}>
            {String(value).replace('-', '−')}
          </text>
        </g>
      ))}
      {Array.from({ length: T + 1 }, (_, t) => (
        <text key={`t${String(t)}`} x={x(t)} y={BOTTOM + 18}>
          {t}
        </text>
      ))}
      <text class="start" x={LEFT} y={BOTTOM + 34}>
        {strings.line(unit)}
      </text>
      <text class="end" x={RIGHT} y={BOTTOM + 34}>
        {strings.axis}
      </text>
      {lines.map(({ group, form, values }) => (
        <g key={form} class={`line group-${group}`} data-group={strings.letter(group)}>
          <path
            d={values.map((value, t) => `${t ? 'L' : 'M'}${x(t).toFixed(1)} ${(y(value) || 0).toFixed(1)}`).join('')}
          />
          {values.slice(1).map((value, t) => (
            <circle
              key={`h${String(t)}`}
              cx={x(t + 1)}
              cy={y(value) || 0}
              r="3"
              {...numberAttributes({ name: `h_${t + 1}`, symbol: 'h', t: t + 1, kind: 'value', index: [unit], value })}
              data-form={form}
            />
          ))}
          <text class="letter" x={RIGHT + 12} y={ends[group]! + 4}>
            {strings.letter(group)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Heights of labels, moved apart where they would touch; none is pushed below the picture. */
function spread(heights: readonly number[]): number[] {
  const order = heights
    .map((height, k) => ({ height: Number.isFinite(height) ? height : 0, k }))
    .toSorted((a, b) => a.height - b.height);
  const placed = new Array<number>(heights.length);
  let least = TOP;
  order.forEach(({ height, k }, rank) => {
    const most = BOTTOM - (order.length - 1 - rank) * GAP;
    placed[k] = Math.min(most, Math.max(least, height));
    least = placed[k]! + GAP;
  });
  return placed;
}
