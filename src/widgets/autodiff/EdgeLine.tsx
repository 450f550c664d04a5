/** One edge: the line, its local derivative, and below it what the gradient becomes on the way back. */
import { short } from '../_shared/notation.ts';
import { numberAttributes } from '../_shared/number.ts';
import { Still } from '../_shared/Still.tsx';
import { SvgChips } from '../_shared/SvgChips.tsx';
import { CHIP } from './boxes.ts';
import type { Edge } from './graph.ts';
import type { Layout } from './layout.ts';
import { type Frame, localOf, standingOf } from './model.ts';

interface EdgeLineProps {
  readonly frame: Frame;
  readonly edge: Edge;
  readonly run: Layout['links'][string];
  readonly range: number;
}

export function EdgeLine({ frame, edge, run, range }: EdgeLineProps) {
  const { now, values, state } = frame;
  const { product, to } = edge;
  const isKnown = standingOf(frame, to) !== 'later';
  const forwardNow = now?.kind === 'value' && now.equation.name === to;
  const back = standingOf(frame, product.name);
  const local = localOf(frame, edge);
  const [x, y] = run.middle;
  const numbers = values.get(product.name)!.data;
  const width = product.shape.length > 0 ? 92 : CHIP.width - 2;
  const isBack = back !== 'later' && state.mode === 'reverse';
  return (
    <Still
      of={[run, isKnown, forwardNow, back, numbers, local, range, state.mode]}
      draw={() => (
        <g
          class="edge"
          data-state={forwardNow || back === 'now' ? 'now' : isKnown ? 'done' : 'later'}
          data-edge={`${edge.from}→${to}`}
        >
          <path class="forward" d={curve(run.points)} />
          <path class="tip" d={tip(run.points)} />
          {isBack && <path class="back" d={curve(run.points)} transform="translate(0 5)" />}
          {isKnown && <Local edge={edge} local={local} x={x} y={y - 10} />}
          {isBack && (
            <SvgChips
              name={product.name}
              symbol={product.symbol}
              kind="grad"
              values={numbers.slice(0, 2)}
              x={x - width / 2}
              y={y + 1}
              width={width}
              height={20}
              range={range}
              standing={back}
              across
              scalar={product.shape.length === 0}
            />
          )}
        </g>
      )}
    />
  );
}

interface LocalProps {
  readonly edge: Edge;
  readonly local: ReturnType<typeof localOf>;
  readonly x: number;
  readonly y: number;
}

/** × and the local derivative; the op itself where the rule only moves numbers about. */
function Local({ edge: { from, to, local: operand, product }, local, x, y }: LocalProps) {
  const data = local === undefined ? [] : typeof local === 'number' ? [local] : Array.from(local.data);
  const text =
    local === undefined
      ? product.op === 'sum'
        ? 'Σ'
        : product.op
      : `×${data.slice(0, 2).map(short).join(', ')}${data.length > 2 ? ', …' : ''}`;
  const name = typeof operand === 'string' ? operand : `d${to}/d${from}`;
  return (
    <text
      class="local"
      {...{ x, y }}
      data-local={`${to}/${from}`}
      {...(data.length > 0 && numberAttributes({ name, symbol: to, kind: 'local', index: [], value: data[0]! }))}
    >
      {text}
    </text>
  );
}

type Points = Layout['links'][string]['points'];

/** Through the first and the last point, and bending at those between. */
function curve(points: Points): string {
  const [first, ...rest] = points;
  const middle = rest.slice(0, -1).map(([x, y], k) => {
    const [nextX, nextY] = rest[k + 1]!;
    const isLast = k === rest.length - 2;
    return `Q${x} ${y} ${isLast ? nextX : (x + nextX) / 2} ${isLast ? nextY : (y + nextY) / 2}`;
  });
  return `M${first!.join(' ')}${middle.join('') || `L${rest.at(-1)!.join(' ')}`}`;
}

function tip(points: Points): string {
  const [x, y] = points.at(-1)!;
  const [fromX, fromY] = points.at(-2)!;
  const angle = Math.atan2(y - fromY, x - fromX);
  const corner = (turn: number) =>
    `${(x - 7 * Math.cos(angle + turn)).toFixed(1)} ${(y - 7 * Math.sin(angle + turn)).toFixed(1)}`;
  return `M${x} ${y}L${corner(0.45)}L${corner(-0.45)}z`;
}
