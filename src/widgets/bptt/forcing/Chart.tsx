/** The wave that was to be continued, the outputs, and below them the error of each step. */
import { type Frame, T } from './model.ts';
import { strings } from './strings.ts';

const [LEFT, WIDTH] = [20, 640];
const x = (t: number): number => LEFT + ((WIDTH - LEFT - 70) * (t - 0.5)) / T;
const y = (value: number): number => 104 - 46 * Math.max(-1.6, Math.min(1.6, value));
const BASE = 244;
const bar = (error: number): number => Math.max(1, 56 * Math.min(1, Math.abs(error)));

export function Chart({ frame }: { readonly frame: Frame }) {
  const { steps, state } = frame;
  const line = (of: (step: (typeof steps)[number]) => number) =>
    steps.map((step) => `${x(step.t)},${y(of(step))}`).join(' ');
  const last = steps.at(-1)!;
  const end = x(state.forced + 0.5);
  // The two names at the end of the lines stand apart, whichever is above.
  const isAbove = last.output >= last.target;
  const middle = Math.max(34, Math.min(150, (y(last.output) + y(last.target)) / 2));
  const apart = Math.max(10, Math.abs(y(last.output) - y(last.target)) / 2);
  return (
    <svg class="wave" viewBox={`0 0 ${WIDTH} 274`} role="img" aria-label={strings.chart(frame)}>
      <rect class="taught" x={LEFT - 8} y="6" width={end - LEFT + 8} height={BASE + 2} />
      <text class="small" x={LEFT} y="20">
        {strings.teacher}
      </text>
      {state.forced < T - 4 && (
        <text class="small" x={Math.max(end + 8, LEFT + 118)} y="20">
          {strings.own}
        </text>
      )}
      <path class="zero" d={`M${LEFT - 8} ${y(0)}H${x(T + 0.5)}M${LEFT - 8} ${BASE}H${x(T + 0.5)}`} />
      <polyline class="target" points={line(({ target }) => target)} />
      <polyline class="output" points={line(({ output }) => output)} />
      {steps.map(({ t, output, target, isForced }) => (
        <g key={t} data-t={t} data-symbol="error" data-value={String(output - target)}>
          <circle class={isForced ? 'dot' : 'dot own'} cx={x(t)} cy={y(output)} r="3.5" />
          <rect class="error" x={x(t) - 7} width="14" y={BASE - bar(output - target)} height={bar(output - target)} />
        </g>
      ))}
      <text class="output name" x={x(T) + 10} y={middle + (isAbove ? -apart : apart) + 4}>
        {strings.output}
      </text>
      <text class="target name" x={x(T) + 10} y={middle + (isAbove ? apart : -apart) + 4}>
        {strings.target}
      </text>
      <text class="small" x={x(T) + 10} y={BASE}>
        {strings.error}
      </text>
      {steps.map(
        ({ t }) =>
          (t === 1 || t % 4 === 0) && (
            <text key={t} class="small tick" x={x(t)} y={BASE + 18}>
              {t}
            </text>
          ),
      )}
    </svg>
  );
}
