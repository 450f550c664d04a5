/**
 * The unrolled network. Time runs left to right, inputs enter from below, losses leave above; in the backward half
 * the dashed edges run right to left, under the forward ones.
 */

import { SvgChips } from '../_shared/SvgChips.tsx';
import { SvgSym } from '../_shared/Sym.tsx';
import { Arrows, Edge, Glyph } from './Edge.tsx';
import { BIAS, BOX, CHIP, COLUMN, type Layout } from './layout.ts';
import { type Frame, gradientNow, isKnown, isWhole, standing, T, timeOf } from './model.ts';
import { rangeOf } from './ranges.ts';

const HALF = CHIP.height / 2;

export function Diagram({ frame, layout }: { readonly frame: Frame; readonly layout: Layout }) {
  const { width, height, first, last, y } = layout;
  const steps = Array.from({ length: last - first + 1 }, (_, k) => first + k);
  const now = timeOf(frame);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold a drawing
    <svg
      class="diagram"
      viewBox={`0 0 ${width} ${height}`}
      style={{ '--width': `${width}px` }}
      role="group"
      aria-label={`Unrolled network, time steps ${first} to ${last} of ${T(frame)}`}
    >
      <Arrows />
      <TotalLoss frame={frame} layout={layout} />
      <State frame={frame} layout={layout} t={first - 1} x={2} />
      {/* By place and not by step: when the window moves, numbers change and no element comes or goes. */}
      {steps.map((t) => (
        <Column key={t - first} frame={frame} layout={layout} t={t} current={t === now} />
      ))}
      {last < T(frame) && (
        <text class="more" x={width - 6} y={y.state + layout.stack(frame.options.H) / 2}>
          …
        </text>
      )}
    </svg>
  );
}

interface Part {
  readonly frame: Frame;
  readonly layout: Layout;
}

interface AtStep extends Part {
  readonly t: number;
}

interface StackProps extends Part {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly gradient?: boolean;
  /** Where the symbol stands; below and above it may be followed by a character. */
  readonly label?: 'above' | 'left' | 'below';
  readonly character?: string | undefined;
}

/** A tensor's numbers with its symbol; with `gradient`, its gradient as it stands. */
function Stack({ frame, name, x, y, width = CHIP.width, gradient = false, label = 'above', character }: StackProps) {
  const equation = gradient ? gradientNow(frame, name) : undefined;
  const shown = gradient ? (equation?.name ?? `dL/d${name}`) : name;
  const values = frame.values.get(gradient && !equation ? name : shown);
  if (!values) return null;
  const there = gradient ? (equation ? standing(frame, equation.name) : 'later') : standing(frame, name);
  const soFar = equation !== undefined && !isWhole(equation);
  const [, symbol = name, t] = /^(.*)_(\d+)$/.exec(name) ?? [];
  const count = values.data.length;
  const across = width > CHIP.width;
  const place = {
    above: { x: x + width / 2, y: y - 13 },
    left: { x: x - 13, y: y + HALF },
    below: { x: x + width / 2, y: y + CHIP.height + 11 },
  }[label];
  return (
    <g data-sym={gradient ? `dL/d${name}` : name}>
      <text class={`symbol s-${symbol}`} {...place}>
        {gradient && '∂'}
        <SvgSym name={name} />
        {soFar && ' …'}
        {character && <tspan class="character"> “{visible(character)}”</tspan>}
      </text>
      <SvgChips
        name={shown}
        symbol={symbol}
        t={t === undefined ? undefined : Number(t)}
        kind={gradient ? 'grad' : 'value'}
        values={values.data}
        x={x}
        y={y}
        width={width}
        height={across || count <= 4 ? CHIP.height : CHIP.small}
        range={rangeOf(frame, gradient ? 'grad' : 'value')}
        standing={there}
        known={(k) => isKnown(frame, shown, k)}
        soFar={soFar}
        across={across}
        scalar={values.shape.length === 0}
      />
    </g>
  );
}

/** The state that enters from the left: h_0, or that of the step before the window. */
function State({ frame, layout, t, x }: AtStep & { x: number }) {
  const { y } = layout;
  const middle = y.state + layout.stack(frame.options.H) / 2;
  return (
    <g class="column">
      <Stack frame={frame} layout={layout} name={`h_${t}`} x={x} y={y.state} />
      {frame.state.backward && <Stack frame={frame} layout={layout} name={`h_${t}`} x={x} y={y.gradient} gradient />}
      <Edge
        d={`M${x + CHIP.width} ${middle}H${layout.x(layout.first) + 4}`}
        on={standing(frame, `h_${t}`) !== 'later'}
      />
    </g>
  );
}

function Column({ frame, layout, t, current }: AtStep & { current: boolean }) {
  const { y } = layout;
  const { H, X, Y } = frame.options;
  const { backward, cell } = frame.state;
  const a = 5;
  const h = BOX - 5 - CHIP.width;
  const middle = y.state + layout.stack(H) / 2;
  const done = (name: string) => standing(frame, name) !== 'later';
  const part = { frame, layout };
  const output = Y === 1 ? { x: h } : { x: 54, width: 60 };
  const target = Y === 1 ? { x: a } : { x: -14, width: 60 };
  const input = X === 1 ? { x: a, label: 'left' as const } : { x: 0, width: BOX, label: 'below' as const };
  const inputMiddle = X === 1 ? a + CHIP.width / 2 : BOX / 2;
  const bias = X === 1 ? BOX - 32 : 17;
  const character = (name: string) => (X === 1 ? undefined : frame.alphabet[frame.values.get(name)!.data.indexOf(1)]);
  const hasLoss = frame.values.has(`l_${t}`);
  return (
    // Moved as a whole when the window moves: what is inside stays as it is.
    <g class="column" data-step={t} data-current={current} transform={`translate(${layout.x(t)} 0)`}>
      <rect class="box" x={0} y={y.box} width={BOX} height={y.boxEnd - y.box} rx="6" />
      <text class="activation" x={BOX / 2} y={y.boxEnd - 11}>
        {ACTIVATIONS[cell]}
      </text>
      <Edge d={`M${a + CHIP.width} ${middle}H${h}`} on={done(`h_${t}`)} />
      <Edge d={`M${inputMiddle} ${y.x}V${y.boxEnd}`} on={done(`a_${t}`)} />
      <Glyph name="W_xh" x={inputMiddle} y={y.boxEnd + 22} />
      <Edge d={`M${bias} ${y.boxEnd + 14}V${y.boxEnd}`} on={done(`a_${t}`)} />
      <Glyph name="b_h" x={bias} y={y.boxEnd + 22} />
      <Edge d={`M${h + CHIP.width / 2} ${y.box}V${y.box - BIAS}`} on={done(`y_${t}`)} />
      <Glyph name="W_hy" x={h + CHIP.width / 2} y={y.box - 19} />
      <Edge d={`M36 ${y.box - 28}V${y.box - 36}H62V${y.box - BIAS}`} on={done(`y_${t}`)} />
      <Glyph name="b_y" x={36} y={y.box - 19} />
      {t < T(frame) && t < layout.last && <Recurrent frame={frame} layout={layout} t={t} />}
      <Stack {...part} name={`a_${t}`} x={a} y={y.state} />
      <Stack {...part} name={`h_${t}`} x={h} y={y.state} />
      {backward && <Stack {...part} name={`a_${t}`} x={a} y={y.gradient} gradient />}
      {backward && <Stack {...part} name={`h_${t}`} x={h} y={y.gradient} gradient />}
      <Stack {...part} name={`y_${t}`} {...output} y={y.out} />
      {backward && hasLoss && <GradientOfOutput {...part} t={t} x={output.x} width={output.width ?? CHIP.width} />}
      <Stack {...part} name={`target_${t}`} {...target} y={y.out} character={character(`target_${t}`)} />
      {hasLoss && <StepLoss {...part} t={t} x={BOX / 2} />}
      <Stack {...part} name={`x_${t}`} {...input} y={y.x} character={character(`x_${t}`)} />
      <text class="time" x={X === 1 ? h + CHIP.width / 2 : BOX - 12} y={X === 1 ? y.x + HALF : y.boxEnd + 22}>
        t = {t}
      </text>
      {backward && <BackwardEdges {...part} t={t} />}
    </g>
  );
}

const ACTIVATIONS: Readonly<Record<string, string>> = {
  rnn: 'tanh',
  'rnn-relu': 'ReLU',
  'rnn-identity': 'identity',
  'rnn-logistic': 'σ',
};

/** White space as a mark, so that it can be seen. */
export const visible = (character: string): string => ({ ' ': '␣', '\n': '↵', '\t': '⇥' })[character] ?? character;

/** The recurrent edge to the next step, with the shared weight on it. */
function Recurrent({ frame, layout, t }: AtStep) {
  const middle = layout.y.state + layout.stack(frame.options.H) / 2;
  const from = BOX - 5;
  const to = COLUMN + 4;
  return (
    <>
      <Edge d={`M${from} ${middle}H${to}`} on={standing(frame, `a_${t + 1}`) !== 'later'} />
      <Glyph name="W_hh" x={(BOX + COLUMN) / 2} y={middle - 17} />
    </>
  );
}

/** ℓ_t above output and target, and its way up to L. */
function StepLoss({ frame, layout, t, x }: AtStep & { x: number }) {
  const { y } = layout;
  return (
    <>
      <Edge d={`M${x} ${y.out + 4}V${y.l + HALF}`} on={standing(frame, `l_${t}`) !== 'later'} />
      <Edge d={`M${x} ${y.l - HALF}V${y.L + 2}`} on={standing(frame, 'L') !== 'later'} />
      <Stack frame={frame} layout={layout} name={`l_${t}`} x={x - CHIP.width / 2} y={y.l - HALF} label="left" />
    </>
  );
}

/** ∂L/∂y below y. */
function GradientOfOutput({ frame, layout, t, x, width }: AtStep & { x: number; width: number }) {
  const equation = gradientNow(frame, `y_${t}`);
  return (
    <SvgChips
      name={equation?.name ?? `dL/dy_${t}`}
      symbol="y"
      t={t}
      kind="grad"
      values={frame.values.get(equation?.name ?? `y_${t}`)!.data}
      x={x}
      y={layout.y.out + CHIP.height + 4}
      width={width}
      height={CHIP.height}
      range={rangeOf(frame, 'grad')}
      standing={equation ? standing(frame, equation.name) : 'later'}
      known={(k) => equation !== undefined && isKnown(frame, equation.name, k)}
      across
    />
  );
}

/** Where gradients run: loss → y → h, future → h (dh_next), h → a. */
function BackwardEdges({ frame, layout, t }: AtStep) {
  const { y, last } = layout;
  const h = BOX - 5;
  const middle = y.gradient + layout.stack(frame.options.H) / 2;
  const through = (name: string) => (frame.order.has(name) ? standing(frame, name) : 'later');
  const fromOutput = [`dL/dh_${t}←y_${t}`, `dL/dh_${t}`].map(through).find((each) => each !== 'later') ?? 'later';
  const future = `dL/dh_${t}←a_${t + 1}`;
  const fromFuture = through(frame.order.has(future) ? future : `dL/dh_${t}`);
  const gap = (BOX + COLUMN) / 2;
  return (
    <g class="backward">
      <Edge back d={`M${h - 8} ${y.box - BIAS}V${y.box + 2}`} on={fromOutput !== 'later'} now={fromOutput === 'now'} />
      <Edge back d={`M${h - CHIP.width} ${middle}H${5 + CHIP.width}`} on={gradientNow(frame, `a_${t}`) !== undefined} />
      {t < last && (
        <>
          <Edge back d={`M${COLUMN + 4} ${middle}H${h + 2}`} on={fromFuture !== 'later'} now={fromFuture === 'now'} />
          <text class="dh-next" x={gap} y={middle + 14} data-sym={`dL/dh_${t}`}>
            dh_next
          </text>
        </>
      )}
      <circle class="meet" cx={h} cy={middle} r="3" />
    </g>
  );
}

/** L = Σ ℓ_t along the top. */
function TotalLoss({ frame, layout }: Part) {
  const { y, first, last } = layout;
  const on = standing(frame, 'L');
  const x = layout.x(last) + BOX - CHIP.width + 12;
  return (
    <g>
      <path class="edge" data-on={on !== 'later'} d={`M${layout.x(first) + BOX / 2} ${y.L}H${x}`} />
      <Stack frame={frame} layout={layout} name="L" x={x} y={y.L - HALF} label="below" />
    </g>
  );
}
