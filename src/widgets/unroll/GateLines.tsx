/** The lines between the open cell's nodes, the weights on them, and the way of the gradient under them. */
import { Edge, Glyph } from './Edge.tsx';
import type { Part } from './GateNumbers.tsx';
import type { GateNode } from './gate-graph.ts';
import { aside, route } from './gate-route.ts';
import { CHIP } from './layout.ts';
import { type Frame, standing } from './model.ts';

/** Every line into every node, with the weights on it; in the backward half its gradient beside it. */
export function Lines({ frame, graph, layout }: Part) {
  const { placed, left, y, stack } = layout;
  const ends = new Map<string, number>();
  const far = (bus: string, x: number) => ends.set(bus, Math.max(ends.get(bus) ?? 0, x));
  const drawn = [...placed.values()].flatMap((to) =>
    to.node.lines.map((line, k) => ({ ...route({ graph, layout }, line, to, k), line, to })),
  );
  for (const { bus, x } of drawn) if (bus) far(bus, x);
  const carriedH = graph.carried.includes('h');
  const h0 = `h_${graph.t - 1}`;
  return (
    <g class="lines">
      {[...ends].map(([bus, x]) => (
        <path
          key={bus}
          class="edge"
          data-on="true"
          d={
            bus === h0
              ? carriedH
                ? `M${left} ${y.lane + stack}V${y.h}H${x}`
                : `M${left + layout.half + 2} ${y.h}H${x}`
              : `M${left + 24} ${y.x + CHIP.height / 2}H${x}`
          }
        />
      ))}
      {drawn.map(({ d, dot, glyph, line, to }) => {
        const back = gradientThrough(frame, line.from, to.node);
        return (
          <g key={`${line.from} ${to.node.name}`} class={back ? 'backward' : undefined}>
            <Edge d={d} on={standing(frame, to.node.name) !== 'later'} />
            {frame.state.backward && (
              <g transform="translate(6 5)">
                <Edge back d={d} on={back !== undefined} now={back === 'now'} />
              </g>
            )}
            {dot && <circle class="meet" cx={dot[0]} cy={dot[1]} r="3" />}
            {line.weight && glyph && <Glyph name={line.weight} x={glyph[0]} y={glyph[1]} />}
          </g>
        );
      })}
      {[...placed.values()].flatMap((each) =>
        each.node.biases.map((bias) => {
          const x = each.node.place === 'before' ? each.x + aside(each) : each.x;
          return <Glyph key={bias} name={bias} x={x} y={y.gates + stack + 24} />;
        }),
      )}
    </g>
  );
}

/** Whether the gradient has passed a line: the contribution to what is at its start, by what is at its end. */
function gradientThrough(frame: Frame, from: string, to: GateNode): 'now' | 'done' | undefined {
  for (const name of [`dL/d${from}←${to.name}`, `dL/d${from}`]) {
    if (!frame.order.has(name)) continue;
    const there = standing(frame, name);
    return there === 'later' ? undefined : there;
  }
  return undefined;
}
