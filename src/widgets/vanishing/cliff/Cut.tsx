/** The surface cut along b, at the weight of the point. */
import { cutOf, isInside, MOST, type Point, WINDOW } from './model.ts';
import { strings } from './strings.ts';

const [LEFT, TOP, WIDTH, HEIGHT, BOTTOM] = [40, 12, 320, 130, 40];
const x = (b: number): number => LEFT + (WIDTH * (b - WINDOW.b[0])) / (WINDOW.b[1] - WINDOW.b[0]);
const y = (L: number): number => TOP + HEIGHT * (1 - L / MOST);

export function Cut({ now, T }: { readonly now: Point; readonly T: number }) {
  // Outside of the picture there is nothing to see: the cut stays at its middle.
  const w = isInside(now) ? now.w : (WINDOW.w[0] + WINDOW.w[1]) / 2;
  const line = cutOf(w, T).map(({ b, L }, n) => `${n === 0 ? 'M' : 'L'}${x(b).toFixed(1)} ${y(L).toFixed(1)}`);
  return (
    <figure class="cut-figure">
      <figcaption>{strings.cut(w)}</figcaption>
      <svg
        class="cut"
        viewBox={`0 0 ${LEFT + WIDTH + 14} ${TOP + HEIGHT + BOTTOM}`}
        role="img"
        aria-label={strings.cut(w)}
      >
        {[0, 0.2, 0.4].map((L) => (
          <g key={L}>
            <path class="grid" d={`M${LEFT} ${y(L)}h${WIDTH}`} />
            <text x={LEFT - 6} y={y(L) + 4} text-anchor="end">
              {L}
            </text>
          </g>
        ))}
        {[-2.6, -2.4, -2.2, -2].map((b) => (
          <text key={b} x={x(b)} y={TOP + HEIGHT + 16} text-anchor="middle">
            {String(b).replace('-', '−')}
          </text>
        ))}
        <text class="letter" x={LEFT + WIDTH / 2} y={TOP + HEIGHT + 34} text-anchor="middle">
          b
        </text>
        <path class="line" d={line.join('')} />
        {isInside(now) && <circle class="point now" cx={x(now.b)} cy={y(now.L)} r="6" />}
      </svg>
    </figure>
  );
}
