/** The unrolled layer: a box for each step, and below it the weights that it uses. */
import { type SharingState, stripOf } from './model.ts';
import { strings } from './strings.ts';

const WIDTH = 340;
const [BOX, TOP, BOTTOM] = [44, 26, 92];

export function Strip({ isShared, T }: SharingState) {
  const places = stripOf(T);
  const gap = WIDTH / Math.max(places.length, 3);
  const at = (k: number) => gap * (k + 0.5);
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} 118`} role="img" aria-label={strings.strip(isShared, T)}>
      {places.slice(1).map((t, k) => (
        <g key={t}>
          <path class="edge" d={`M${at(k) + BOX / 2} ${TOP + 14}H${at(k + 1) - BOX / 2 - 5}`} />
          <path class="arrow" d={`M${at(k + 1) - BOX / 2 - 6} ${TOP + 10}l6 4-6 4z`} />
          {isShared && <path class="same" d={`M${at(k) + 15} ${BOTTOM}H${at(k + 1) - 15}`} />}
        </g>
      ))}
      {places.map((t, k) => (
        <g key={t} data-t={t}>
          {t === 'more' ? (
            <text x={at(k)} y={TOP + 19} text-anchor="middle" class="more">
              …
            </text>
          ) : (
            <>
              <rect class="step" x={at(k) - BOX / 2} y={TOP} width={BOX} height="28" rx="5" />
              <Letter x={at(k)} y={TOP + 19} letter="h" below={String(t)} />
              <path class="edge" d={`M${at(k)} ${BOTTOM - 16}V${TOP + 34}`} />
              <path class="arrow" d={`M${at(k) - 4} ${TOP + 35}l4-6 4 6z`} />
              <path class={isShared ? 'weights' : `weights own kind-${k}`} d={diamond(at(k), BOTTOM)} />
              <Letter x={at(k)} y={BOTTOM + 5} letter="W" below={isShared ? '' : String(t)} />
            </>
          )}
        </g>
      ))}
    </svg>
  );
}

const diamond = (x: number, y: number): string => `M${x - 22} ${y}l22-15 22 15-22 15z`;

function Letter({ x, y, letter, below }: { x: number; y: number; letter: string; below: string }) {
  return (
    <text x={x} y={y} text-anchor="middle">
      <tspan font-style="italic">{letter}</tspan>
      {below && (
        <tspan dy="3" font-size="12">
          {below}
        </tspan>
      )}
    </text>
  );
}
