/** What is left of a small change after many applications, on a logarithmic scale; every step in a table. */
import { decades, line, type Range, scale, ticks } from '../_shared/axes.ts';
import { short } from '../_shared/notation.ts';
import { numberAttributes } from '../_shared/number.ts';
import { Power } from '../_shared/Power.tsx';
import type { Curve, ScalarFrame } from './model.ts';
import { strings } from './strings.ts';

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [560, 330, 58, 26, 14, 52];
const GROUND = HEIGHT - BOTTOM;

export function Repeated({ frame }: { readonly frame: ScalarFrame }) {
  const { state, curves } = frame;
  const { repeated } = strings;
  const sizes = curves.flatMap(({ chain }) => chain.map(({ gradient }) => Math.abs(gradient)));
  const logs = sizes.filter((size) => size > 0 && Number.isFinite(size)).map(Math.log10);
  const up: Range = [Math.floor(Math.min(-1, ...logs)), Math.ceil(Math.max(0, ...logs))];
  const across: Range = [0, state.layers];
  const x = scale(across, [LEFT, WIDTH - RIGHT]);
  const y = scale(up, [GROUND, TOP]);
  return (
    <div class="panes">
      <figure aria-label={repeated.title}>
        <figcaption>{repeated.title}</figcaption>
        <svg class="plot repeated" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={repeated.picture(frame)}>
          {decades(up, 6).map((power) => (
            <g key={power}>
              <path class="grid" d={`M${LEFT} ${y(power)}H${WIDTH - RIGHT}`} />
              <Power power={power} x={LEFT - 6} y={y(power) + 5} anchor="end" />
            </g>
          ))}
          {ticks(across, Math.min(10, state.layers)).map((k) => (
            <text key={k} x={x(k)} y={GROUND + 20} text-anchor="middle">
              {k}
            </text>
          ))}
          {curves.map((curve) => (
            <Line key={curve.letter} curve={curve} x={x} y={y} />
          ))}
          <text x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 8} text-anchor="middle">
            {repeated.axis}
          </text>
        </svg>
        <p class="keys">
          {curves.map(({ letter, name }) => (
            <span key={letter}>
              <span class={`key of-${letter}`}>{letter}</span> {name !== letter && name}{' '}
            </span>
          ))}
        </p>
      </figure>
      <div class="beside">
        <p class="note">{repeated.rule}</p>
        <ul class="notes">
          {curves.flatMap(notesOf).map((text) => (
            <li key={text} class="warning">
              {text}
            </li>
          ))}
        </ul>
        <details class="terms" open>
          <summary>{repeated.table}</summary>
          {curves.map((curve) => (
            <Steps key={curve.letter} curve={curve} />
          ))}
        </details>
      </div>
    </div>
  );
}

interface LineProps {
  readonly curve: Curve;
  readonly x: (k: number) => number;
  readonly y: (power: number) => number;
}

/** Rounds for f, squares for g; what is exactly 0 stands at the bottom as 0. */
function Line({ curve: { letter, chain }, x, y }: LineProps) {
  const points = [{ k: 0, gradient: 1 }, ...chain].map(({ k, gradient }) => [k, Math.abs(gradient)] as const);
  const drawn = points.filter(([, size]) => size > 0 && Number.isFinite(size));
  const zero = points.find(([, size]) => size === 0);
  return (
    <g class={`of-${letter}`}>
      <path
        class={`curve of-${letter}`}
        d={line(
          drawn.map(([k, size]) => [x(k), y(Math.log10(size))] as const),
          { bounds: [TOP, GROUND] },
        )}
      />
      {drawn.map(([k, size]) => {
        const [cx, cy] = [x(k), y(Math.log10(size))];
        return letter === 'f' ? (
          <circle key={k} cx={cx} cy={cy} r="4" />
        ) : (
          <rect key={k} x={cx - 3.5} y={cy - 3.5} width="7" height="7" />
        );
      })}
      {zero && (
        <text class={`zero of-${letter}`} x={x(zero[0])} y={GROUND - 6} text-anchor="middle">
          {letter}: 0
        </text>
      )}
    </g>
  );
}

function notesOf({ letter, chain }: Curve): string[] {
  const { repeated } = strings;
  const corner = chain.find(({ isOnCorner }) => isOnCorner);
  const zero = chain.find(({ gradient }) => gradient === 0);
  const infinite = chain.find(({ value, gradient }) => !Number.isFinite(value + gradient));
  return [
    ...(corner ? [repeated.corner(letter, corner.k)] : []),
    ...(zero ? [repeated.zero(letter, zero.k)] : []),
    ...(infinite ? [repeated.infinite(letter, infinite.k)] : []),
  ];
}

function Steps({ curve: { letter, chain } }: { readonly curve: Curve }) {
  const cell = (symbol: string, k: number, kind: 'value' | 'local' | 'grad', value: number) => (
    <td {...numberAttributes({ name: `${letter}-${symbol}_${k}`, symbol, t: k, kind, index: [], value })}>
      {short(value)}
      {!Number.isFinite(value) && <span aria-hidden="true"> ⚠</span>}
    </td>
  );
  return (
    <figure class="scroll steps" tabIndex={0} aria-label={`${strings.repeated.table}, ${letter}`}>
      <table>
        <caption class="sr">{strings.repeated.caption}</caption>
        <thead>
          <tr>
            {strings.repeated.columns(letter).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chain.map(({ k, value, factor, gradient }) => (
            <tr key={k}>
              <th scope="row">{k}</th>
              {cell('h', k, 'value', value)}
              {cell('factor', k, 'local', factor)}
              {cell('product', k, 'grad', gradient)}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
