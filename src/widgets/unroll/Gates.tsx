/**
 * One time step of a gated cell, opened: its gates, its lanes and the lines between them, as its equations say.
 * What enters stands at the left and below, what leaves at the right and above.
 */
import { SvgChips } from '../_shared/SvgChips.tsx';
import { SvgSym } from '../_shared/Sym.tsx';
import { visible } from './Diagram.tsx';
import { Arrows, Edge, Glyph } from './Edge.tsx';
import { type GateGraph, type GateNode, gateGraph, type Line } from './gate-graph.ts';
import { type GateLayout, gateLayout, HEAD, type Placed } from './gate-layout.ts';
import { CHIP } from './layout.ts';
import { type Frame, gradientNow, standing, statesOf, T, timeOf } from './model.ts';
import { rangeOf } from './ranges.ts';

interface Part {
  readonly frame: Frame;
  readonly graph: GateGraph;
  readonly layout: GateLayout;
}

/** The step that is open: the one that the walk is at. */
export const openStep = (frame: Frame): number =>
  Math.min(T(frame), Math.max(1, timeOf(frame) ?? (frame.state.at > 0 ? T(frame) : 1)));

/** The open cell's graph and where its parts stand. */
export const openCell = (frame: Frame): { graph: GateGraph; layout: GateLayout } => {
  const graph = gateGraph(frame.program, statesOf(frame), openStep(frame));
  return { graph, layout: gateLayout(graph, { H: frame.options.H, backward: frame.state.backward }) };
};

export function Gates({ frame }: { readonly frame: Frame }) {
  const { graph, layout } = openCell(frame);
  const { width, height, placed } = layout;
  const { t } = graph;
  const part = { frame, graph, layout };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold a drawing
    <svg
      class="diagram gates"
      viewBox={`0 0 ${width} ${height}`}
      style={{ '--width': `${width}px` }}
      role="group"
      aria-label={`The cell opened at time step ${t} of ${T(frame)}`}
    >
      <Arrows />
      <Lines {...part} />
      <Entering {...part} />
      {[...placed.values()].map((each) => (
        <Node key={each.node.name} {...part} {...each} />
      ))}
      <Leaving {...part} />
      <text class="open-step" x={12} y={26}>
        t = {t}
      </text>
    </svg>
  );
}

/** A tensor's numbers around a middle; in the backward half its gradient beside them. */
function Numbers({ frame, layout, name, x, y }: Part & { name: string; x: number; y: number }) {
  const [, symbol = name, t] = /^(.*)_(\d+)$/.exec(name) ?? [];
  const value = frame.values.get(name)!;
  const { backward } = frame.state;
  const each = value.data.length * CHIP.height <= layout.stack || value.data.length <= 4 ? CHIP.height : CHIP.small;
  const gradient = backward ? gradientNow(frame, name) : undefined;
  const common = { symbol, t: t === undefined ? undefined : Number(t), width: CHIP.width, height: each, y };
  return (
    <>
      <SvgChips
        {...common}
        name={name}
        kind="value"
        values={value.data}
        x={backward ? x - CHIP.width - 2 : x - CHIP.width / 2}
        range={rangeOf(frame, 'value')}
        standing={standing(frame, name)}
        scalar={value.shape.length === 0}
      />
      {backward && (
        <SvgChips
          {...common}
          name={gradient?.name ?? `dL/d${name}`}
          kind="grad"
          values={gradient ? frame.values.get(gradient.name)!.data : value.data}
          x={x + 2}
          range={rangeOf(frame, 'grad')}
          standing={gradient ? standing(frame, gradient.name) : 'later'}
          scalar={value.shape.length === 0}
        />
      )}
    </>
  );
}

function Label({ name, x, y, character }: { name: string; x: number; y: number; character?: string | undefined }) {
  const [, symbol = name] = /^(.*)_\d+$/.exec(name) ?? [];
  return (
    <text class={`symbol s-${symbol}`} x={x} y={y} data-sym={name}>
      <SvgSym name={name} />
      {character && <tspan class="character"> “{visible(character)}”</tspan>}
    </text>
  );
}

/** A gate is a valve, filled as far as it is open; an operation is its sign. */
function Node({ frame, graph, layout, node, x, y, half }: Part & Placed) {
  const isGate = node.place === 'gate';
  const { stack } = layout;
  const isValve = isGate && ['σ', 'set'].includes(node.sign);
  return (
    <g class={`node ${node.place}`} data-sym={node.name} data-state={standing(frame, node.name)}>
      <rect class="box" x={x - half} y={y - HEAD} width={2 * half} height={stack + HEAD + 6} rx="6" />
      {isValve && <Valve frame={frame} name={node.name} x={x - half + 6} y={y} layout={layout} />}
      {node.named && <Label name={node.name} x={x - Math.min(half - 16, 18)} y={y - HEAD / 2} />}
      <text class={isGate ? 'activation' : 'sign'} x={node.named ? x + 12 : x} y={y - HEAD / 2}>
        {node.sign}
      </text>
      <Numbers frame={frame} graph={graph} layout={layout} name={node.name} x={isValve ? x + 22 : x} y={y} />
    </g>
  );
}

/** How far a gate is open, unit by unit: a bar in its track, from 0 at the left to 1 at the right. */
function Valve({ frame, name, x, y, layout }: Pick<Part, 'frame' | 'layout'> & { name: string; x: number; y: number }) {
  const { data } = frame.values.get(name)!;
  const there = standing(frame, name) !== 'later';
  const each = layout.stack / data.length;
  const width = 40;
  return (
    <g class="valve">
      {Array.from(data, (value, unit) => {
        const place = { x, y: y + unit * each + 3, height: each - 6 };
        const open = there && Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
        return (
          <g key={`${name}[${String(unit)}]`}>
            <rect class="track" {...place} width={width} />
            <rect class="open" {...place} width={width * open} />
          </g>
        );
      })}
    </g>
  );
}

/** h_{t−1}, c_{t−1}, x_t. */
function Entering({ frame, graph, layout }: Part) {
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

/** A vector beside itself: inputs, outputs, targets, which may be one-hot. */
function Wide({ frame, name, x, y }: { frame: Frame; name: string; x: number; y: number }) {
  const { data } = frame.values.get(name)!;
  const [, symbol = name, t] = /^(.*)_(\d+)$/.exec(name) ?? [];
  const width = data.length === 1 ? CHIP.width : 72;
  const character = data.length > 1 && symbol !== 'y' ? frame.alphabet[data.indexOf(1)] : undefined;
  return (
    <g data-sym={name}>
      <Label name={name} x={x} y={y - 12} character={character} />
      <SvgChips
        name={name}
        symbol={symbol}
        t={Number(t)}
        kind="value"
        values={data}
        x={Math.max(2, x - width / 2)}
        y={y}
        width={width}
        height={CHIP.height}
        range={rangeOf(frame, 'value')}
        standing={standing(frame, name)}
        across
      />
      {frame.state.backward && symbol === 'y' && (
        <GradientOfOutput frame={frame} name={name} x={x - width / 2} y={y + CHIP.height + 3} width={width} />
      )}
    </g>
  );
}

function GradientOfOutput({
  frame,
  name,
  x,
  y,
  width,
}: {
  frame: Frame;
  name: string;
  x: number;
  y: number;
  width: number;
}) {
  const gradient = gradientNow(frame, name);
  return (
    <SvgChips
      name={gradient?.name ?? `dL/d${name}`}
      symbol="y"
      t={gradient?.t}
      kind="grad"
      values={frame.values.get(gradient?.name ?? name)!.data}
      x={x}
      y={y}
      width={width}
      height={CHIP.height}
      range={rangeOf(frame, 'grad')}
      standing={gradient ? standing(frame, gradient.name) : 'later'}
      across
    />
  );
}

/** The states to the next step, and up through W_hy to output and loss. */
function Leaving({ frame, graph, layout }: Part) {
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

/** Every line into every node, with the weights on it; in the backward half its gradient beside it. */
function Lines({ frame, graph, layout }: Part) {
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
      {[...placed.values()].flatMap(({ node, x }) =>
        node.biases.map((bias) => <Glyph key={bias} name={bias} x={x} y={y.gates + stack + 24} />),
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

interface Route {
  readonly d: string;
  /** The name of what runs along the bottom, if the line is a tap of it, and where it is tapped. */
  readonly bus?: string;
  readonly x: number;
  readonly dot?: readonly [number, number];
  readonly glyph?: readonly [number, number];
}

/** The path of one line. Taps of x and h come from below, a state's from its lane; among nodes lines run upward. */
function route({ graph, layout }: Pick<Part, 'graph' | 'layout'>, line: Line, to: Placed, k: number): Route {
  const { placed, y, stack, left } = layout;
  const { half } = to;
  const from = placed.get(line.from);
  const foot = to.y + stack + 6;
  const head = to.y - HEAD;
  const middle = (each: Placed) => each.y + stack / 2;
  const before = `_${graph.t - 1}`;
  const state = !from && line.from.endsWith(before) ? line.from.slice(0, -before.length) : undefined;
  const isLow = to.node.place === 'gate' || to.node.place === 'before';
  if (line.from.startsWith('x_')) {
    const x = to.x + Math.min(half, 50) - 14;
    const bus = y.x + CHIP.height / 2;
    return { d: `M${x} ${bus}V${foot}`, bus: line.from, x, dot: [x, bus], glyph: [x, foot + 18] };
  }
  if (state === 'h' && isLow) {
    const x = to.x - Math.min(half, 50) + 14;
    return { d: `M${x} ${y.h}V${foot}`, bus: line.from, x, dot: [x, y.h], glyph: [x, foot + 18] };
  }
  // A state on its lane: along it, or down from it to a gate that looks at it.
  if (state) {
    if (to.node.place === 'lane') return { d: `M${left + layout.half + 2} ${middle(to)}H${to.x - half - 2}`, x: to.x };
    const x = to.x + half - 12;
    const lane = y.lane + stack / 2;
    return { d: `M${x} ${lane}V${head}`, x, dot: [x, lane], glyph: [x, head - 24] };
  }
  if (!from) return { d: '', x: to.x };
  if (from.node.place === 'before') {
    const x = to.x - Math.min(half, 50) + 14;
    const under = from.y + stack + 48;
    return { d: `M${from.x} ${from.y + stack + 6}V${under}H${x}V${foot}`, x, glyph: [x, foot + 18] };
  }
  if (to.node.place === 'before') return { d: `M${from.x + from.half} ${middle(to)}H${to.x - half - 2}`, x: to.x };
  if (from.node.place === 'lane') {
    if (to.node.place === 'lane') return { d: `M${from.x + from.half} ${middle(to)}H${to.x - half - 2}`, x: to.x };
    const x = line.weight ? to.x + half - 12 : to.x;
    return {
      d: `M${x} ${middle(from)}V${head - 2}`,
      x,
      dot: [x, middle(from)],
      ...(line.weight && { glyph: [x, head - 24] as const }),
    };
  }
  if (to.y > from.y) return { d: `M${from.x} ${from.y + stack + 6}V${head - 2}`, x: to.x };
  // From below: each further line of a node enters a little beside the first.
  const start = from.x + (from.x === to.x ? 0 : Math.sign(to.x - from.x) * 16);
  const end = Math.abs(from.x - to.x) < 2 ? from.x : to.x + Math.sign(from.x - to.x) * 16;
  const turn = foot + 9 + k * 3;
  return { d: `M${start} ${from.y - HEAD}V${turn}H${end}V${foot + 2}`, x: to.x };
}
