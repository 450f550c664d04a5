/**
 * The unrolled network above the table. Of the chosen weight every use is marked; the dashed path leads from the loss that
 * is looked at back to one use of the weight, and stops at the end of the window.
 */
import { SvgSym } from '../_shared/Sym.tsx';
import type { Layout } from './layout.ts';
import type { Frame } from './model.ts';

const diamond = (x: number, y: number): string => `M${x - 6} ${y}l6-6 6 6-6 6z`;

export function Chain({ frame, plan }: { readonly frame: Frame; readonly plan: Layout }) {
  const { T, state, rows, parameter } = frame;
  const { chain, x } = plan;
  const steps = Array.from({ length: T }, (_, k) => k + 1);
  const counts = new Set(rows.map(({ t }) => t));
  const before = (k: number) => (k === 1 ? plan.left / 2 - 2 : x(k - 1));
  const start = rows.find(({ t }) => t === state.at.t)!.start;
  return (
    <g class="chain">
      {start > 1 && state.isBackwardDone && (
        <rect
          class="beyond"
          x="0"
          y={chain.h - 24}
          width={x(start) - plan.column / 2}
          height={chain.input - chain.h + 40}
        />
      )}
      {steps.map((k) => (
        <g key={k}>
          <path
            class="edge"
            d={`M${before(k) + 16} ${chain.h}H${x(k) - 19}M${x(k)} ${chain.input - 12}V${chain.h + 19}`}
          />
          {counts.has(k) && <path class="edge" d={`M${x(k)} ${chain.h - 14}V${chain.loss + 15}`} />}
          <path
            class="head"
            d={`M${x(k) - 20} ${chain.h - 3.5}l6 3.5-6 3.5zM${x(k) - 3.5} ${chain.h + 20}l3.5-6 3.5 6z`}
          />
          {counts.has(k) && <path class="head" d={`M${x(k) - 3.5} ${chain.loss + 16}l3.5-6 3.5 6z`} />}
        </g>
      ))}
      <Path frame={frame} plan={plan} />
      {steps.map((k) => (
        <g key={k}>
          <path class="use" d={diamond(...placeOf(parameter, k, plan))} data-now={isUsed(frame, k)} />
          <g class="node h">
            <rect x={x(k) - 15} y={chain.h - 13} width="30" height="26" rx="5" />
            <text x={x(k)} y={chain.h}>
              <SvgSym name={`h_${k}`} />
            </text>
          </g>
          <text class="s-x" x={x(k)} y={chain.input}>
            <SvgSym name={`x_${k}`} />
          </text>
          {counts.has(k) && (
            <g class="node loss">
              <rect x={x(k) - 13} y={chain.loss - 13} width="26" height="23" rx="11" />
              <text x={x(k)} y={chain.loss - 1}>
                <SvgSym name={`l_${k}`} />
              </text>
            </g>
          )}
        </g>
      ))}
      <text class="s-h" x={before(1)} y={chain.h}>
        <SvgSym name="h_0" />
      </text>
      {start > 1 && <Cut x={(before(start) + x(start)) / 2} y={chain.h} kind={state.carry} />}
    </g>
  );
}

/** Where in the chain the weight acts at step k. */
function placeOf(parameter: string, k: number, { chain, x, left }: Layout): readonly [number, number] {
  const previous = k === 1 ? left / 2 - 2 : x(k - 1);
  const places: Record<string, readonly [number, number]> = {
    W_hh: [(previous + 16 + x(k) - 19) / 2, chain.h],
    W_xh: [x(k), chain.h + 36],
    b_h: [x(k) - 15, chain.h + 13],
    W_hy: [x(k), (chain.h + chain.loss) / 2],
    b_y: [x(k) + 15, (chain.h + chain.loss) / 2],
  };
  return places[parameter]!;
}

const isUsed = ({ state, now }: Frame, k: number): boolean =>
  state.isBackwardDone && now.k === k && now.source !== undefined;

/** From the loss down past its state, back below the states, to the use of the weight. Stops where the window does. */
function Path({ frame, plan }: { readonly frame: Frame; readonly plan: Layout }) {
  const { state, now, rows, parameter } = frame;
  if (!state.isBackwardDone || !now.source) return null;
  const { chain, x, column } = plan;
  const [useX, useY] = placeOf(parameter, now.k, plan);
  const side = x(now.t) + 19;
  const under = chain.h + 22;
  const { start } = rows.find(({ t }) => t === now.t)!;
  const from = `M${x(now.t) + 10} ${chain.loss + 9}L${side} ${chain.loss + 20}`;
  const [end, d]: readonly [readonly [number, number, Way], string] = now.isLost
    ? [[x(start) - column / 2 + 4, under, 'left'], `V${under}H${x(start) - column / 2 + 8}`]
    : useY < chain.h - 10
      ? [[useX + 7, useY, 'left'], `V${useY}H${useX + 10}`]
      : useY > under
        ? [[useX, useY - 6, 'down'], `V${under}H${useX}V${useY - 9}`]
        : [[useX, useY + 7, 'up'], `V${under}H${useX}V${useY + 10}`];
  return (
    <g class="path" data-lost={now.isLost}>
      <path class="line" d={from + d} />
      <path class="tip" d={tip(...end)} />
    </g>
  );
}

type Way = 'left' | 'down' | 'up';

function tip(x: number, y: number, way: Way): string {
  if (way === 'left') return `M${x} ${y}l7-4v8z`;
  return way === 'down' ? `M${x} ${y}l-4-7h8z` : `M${x} ${y}l-4 7h8z`;
}

/** Two strokes through the edge that leads into the window; with a reset, h_0 stands where the state was. */
function Cut({ x, y, kind }: { readonly x: number; readonly y: number; readonly kind: 'carried' | 'reset' }) {
  return (
    <g class="cut">
      <path d={`M${x - 6} ${y + 11}l6-22M${x + 1} ${y + 11}l6-22`} />
      {kind === 'reset' && (
        <text x={x + 2} y={y - 21}>
          <SvgSym name="h_0" />
        </text>
      )}
    </g>
  );
}
