/** Four steps of the network, with the edge that remembers: from h to the next h, or from y to the next h. */
import { SvgSym } from '../_shared/Sym.tsx';
import { type Frame, T } from './model.ts';
import { strings } from './strings.ts';

const COLUMN = 72;
const [Y, H, X] = [18, 80, 142];
const HALF = { width: 19, height: 14 } as const;
const at = (k: number): number => COLUMN * k + COLUMN / 2;

export function Wiring({ frame }: { readonly frame: Frame }) {
  const { coincides, mergedAfter, state } = frame;
  const source = state.feedback === 'elman' ? 'h' : 'y';
  return (
    <svg
      class="wiring"
      viewBox={`0 0 ${COLUMN * T} 160`}
      role="img"
      aria-label={strings.wiring(state.feedback, mergedAfter)}
      data-feedback={state.feedback}
    >
      {mergedAfter !== undefined && mergedAfter < T && (
        <rect
          class="merged"
          x={COLUMN * mergedAfter + 2}
          y="0"
          width={COLUMN * (T - mergedAfter) - 4}
          height="160"
          rx="8"
        />
      )}
      <path class="feedback" d={`M2 ${H}H${at(0) - HALF.width - 6}`} />
      <Head x={at(0) - HALF.width} y={H} turn={0} />
      <text class="small" x="3" y={H - 7}>
        0
      </text>
      {frame.runs.a.map(({ t }, k) => (
        <g key={t} data-t={t}>
          <path class="edge" d={`M${at(k)} ${X - HALF.height}V${H + HALF.height + 6}`} />
          <Head x={at(k)} y={H + HALF.height} turn={-90} />
          <path class="edge" d={`M${at(k)} ${H - HALF.height}V${Y + HALF.height + 6}`} />
          <Head x={at(k)} y={Y + HALF.height} turn={-90} />
          <Node x={at(k)} y={Y} name={`y_${t}`} />
          <Node x={at(k)} y={H} name={`h_${t}`} />
          <Node x={at(k)} y={X} name={`x_${t}`} />
          {k < T - 1 && <Feedback k={k} source={source} isSame={coincides[k]!} />}
        </g>
      ))}
    </svg>
  );
}

/** The edge into the next step: its delay of one step, and whether both runs send the same along it. */
function Feedback({ k, source, isSame }: { readonly k: number; readonly source: 'h' | 'y'; readonly isSame: boolean }) {
  const [from, to] = [at(k) + HALF.width, at(k + 1) - HALF.width];
  const start = source === 'h' ? H : Y;
  const middle = (from + to) / 2;
  return (
    <g class={isSame ? 'carries same' : 'carries'} data-from={`${source}_${k + 1}`} data-same={isSame}>
      <path class="feedback" d={`M${from} ${start}C${middle + 12} ${start} ${middle - 12} ${H} ${to - 6} ${H}`} />
      <Head x={to} y={H} turn={0} />
      <circle cx={middle} cy={(start + H) / 2} r="8.5" />
      <text x={middle} y={(start + H) / 2 + 5} text-anchor="middle">
        {isSame ? '=' : '≠'}
      </text>
      <text class="small" x={middle} y={H + 24} text-anchor="middle">
        −1
      </text>
    </g>
  );
}

const Head = ({ x, y, turn }: { readonly x: number; readonly y: number; readonly turn: number }) => (
  <path class="head" d="M-7-4L0 0L-7 4z" transform={`translate(${x} ${y}) rotate(${turn})`} />
);

const Node = ({ x, y, name }: { readonly x: number; readonly y: number; readonly name: string }) => (
  <g class={`node ${name[0]}`} data-sym={name}>
    <rect x={x - HALF.width} y={y - HALF.height} width={2 * HALF.width} height={2 * HALF.height} rx="5" />
    <text x={x} y={y + 5} text-anchor="middle">
      <SvgSym name={name} />
    </text>
  </g>
);
