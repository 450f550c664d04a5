/** What enters and leaves an open cell: states from the step before and to the next, input, output, loss. */
import { SvgChips } from '../_shared/SvgChips.tsx';
import { Edge, Glyph } from './Edge.tsx';
import { Label, Numbers, type Part, Wide } from './GateNumbers.tsx';
import { CHIP } from './layout.ts';
import { gradientNow, standing, statesOf, T } from './model.ts';
import { rangeOf } from './ranges.ts';

/** h_{t−1}, c_{t−1}, x_t. */
export function Entering({ frame, graph, layout }: Part) {
  const { left, stack, y } = layout;
  const before = graph.t - 1;
  return (
    <>
      {statesOf(frame).map((state) => {
        const top = graph.carried.includes(state) ? y.lane : y.h - stack / 2;
        const name = `${state}_${before}`;
        return (
          <g key={state} data-sym={name}>
            <Label name={name} x={left} y={top - 12} />
            <Numbers frame={frame} graph={graph} layout={layout} name={name} x={left} y={top} />
          </g>
        );
      })}
      <Wide frame={frame} name={`x_${graph.t}`} x={left} y={y.x} />
    </>
  );
}

/** The states to the next step, and up through W_hy to output and loss. */
export function Leaving({ frame, graph, layout }: Part) {
  const { right, width, stack, y, placed } = layout;
  const { t } = graph;
  const done = (name: string) => standing(frame, name) !== 'later';
  const h = placed.get(`h_${t}`)!;
  const hasLoss = frame.values.has(`l_${t}`);
  const below = y.out + (frame.state.backward ? 2 * CHIP.height + 3 : CHIP.height);
  return (
    <g class="leaving">
      {statesOf(frame).map((state) => {
        const from = placed.get(`${state}_${t}`)!;
        const middle = from.y + stack / 2;
        const via = `dL/d${state}_${t}`;
        return (
          <g key={state}>
            <Edge d={`M${from.x + from.half} ${middle}H${width - 4}`} on={done(`${state}_${t}`)} />
            {frame.state.backward && t < T(frame) && (
              <>
                <Edge
                  back
                  d={`M${width - 4} ${middle + 8}H${from.x + from.half + 4}`}
                  on={gradientNow(frame, `${state}_${t}`) !== undefined}
                />
                <text class="dh-next" x={width - 26} y={middle + 20} data-sym={via}>
                  d{state}_next
                </text>
              </>
            )}
          </g>
        );
      })}
      <Edge d={`M${right} ${h.y + stack / 2}V${below + 2}`} on={done(`y_${t}`)} />
      <circle class="meet" cx={right} cy={h.y + stack / 2} r="3" />
      <Glyph name="W_hy" x={right} y={below + 20} />
      <Glyph name="b_y" x={right} y={below + 42} />
      <Wide frame={frame} name={`y_${t}`} x={right} y={y.out} />
      <Wide frame={frame} name={`target_${t}`} x={right - 96} y={y.out} />
      {hasLoss && (
        <>
          <Edge d={`M${right - 24} ${y.out + CHIP.height / 2}H${right - 46}V${y.out - 40}`} on={done(`l_${t}`)} />
          <g data-sym={`l_${t}`}>
            <Label name={`l_${t}`} x={right - 82} y={y.out - 54} />
            <SvgChips
              name={`l_${t}`}
              symbol="l"
              t={t}
              kind="value"
              values={frame.values.get(`l_${t}`)!.data}
              x={right - 68}
              y={y.out - 66}
              width={CHIP.width}
              height={CHIP.height}
              range={rangeOf(frame, 'value')}
              standing={standing(frame, `l_${t}`)}
              scalar
            />
          </g>
        </>
      )}
    </g>
  );
}
