/** The gradient at the point, and its clipped forms: on a circle by norm, in a square by value. */
import { short } from '../../_shared/notation.ts';
import { CLIPS, type Clip, clipped, type Point, type Vector } from './model.ts';
import { strings } from './strings.ts';

const SIDE = 190;
const [MIDDLE, REACH] = [SIDE / 2, SIDE / 2 - 6];

export function Arrows({ now, theta, clip }: { readonly now: Point; readonly theta: number; readonly clip: Clip }) {
  // θ stands for 45 % of the way to the edge; a longer gradient ends at the edge.
  const scale = (0.45 * REACH) / theta;
  return (
    <figure class="arrows-figure">
      <figcaption>{strings.arrows}</figcaption>
      <div class="beside">
        <svg class="arrows" viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={strings.arrowsLong(theta, now.norm)}>
          <path class="grid" d={`M6 ${MIDDLE}H${SIDE - 6}M${MIDDLE} 6V${SIDE - 6}`} />
          <circle class="bound" cx={MIDDLE} cy={MIDDLE} r={theta * scale} />
          <rect
            class="bound"
            x={MIDDLE - theta * scale}
            y={MIDDLE - theta * scale}
            width={2 * theta * scale}
            height={2 * theta * scale}
          />
          {CLIPS.map((each) => (
            <Arrow key={each} to={clipped(now.gradient, each, theta)} scale={scale} kind={each} />
          ))}
        </svg>
        <ul>
          {CLIPS.map((each) => {
            const { w, b } = clipped(now.gradient, each, theta);
            return (
              <li
                key={each}
                class={`of-${each}`}
                data-used={each === clip}
                data-symbol={`gradient-${each}`}
                data-value={`${w} ${b}`}
              >
                <span>{strings.clips[each]}</span> ({short(w)}, {short(b)})
              </li>
            );
          })}
        </ul>
      </div>
    </figure>
  );
}

function Arrow({ to, scale, kind }: { readonly to: Vector; readonly scale: number; readonly kind: Clip }) {
  const [dx, dy] = [to.w * scale, -to.b * scale];
  const most = Math.max(Math.abs(dx), Math.abs(dy));
  const shrink = most > REACH ? REACH / most : 1;
  const length = Math.hypot(dx, dy) * shrink;
  if (!(length > 1)) return null;
  const [x, y] = [MIDDLE + dx * shrink, MIDDLE + dy * shrink];
  const [ux, uy] = [(dx * shrink) / length, (dy * shrink) / length];
  return (
    <g class={`arrow of-${kind}`}>
      <path class="line" d={`M${MIDDLE} ${MIDDLE}L${x} ${y}`} />
      <path class="head" d={`M${x} ${y}l${-9 * ux - 4 * uy} ${-9 * uy + 4 * ux}l${8 * uy} ${-8 * ux}z`} />
    </g>
  );
}
