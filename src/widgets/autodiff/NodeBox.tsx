/** One value of the graph: how it is computed, its number, and its gradient or its tangent. */

import { Still } from '../_shared/Still.tsx';
import { SvgChips } from '../_shared/SvgChips.tsx';
import { SvgSym } from '../_shared/Sym.tsx';
import { boxOf, CHIP, HEAD, hasMore, MOST_ROWS, textOf } from './boxes.ts';
import type { Node } from './graph.ts';
import { type Frame, gradientOf, standingOf } from './model.ts';
import { strings, tangentName } from './strings.ts';

interface NodeBoxProps {
  readonly frame: Frame;
  readonly node: Node;
  /** Its middle. */
  readonly at: readonly [number, number];
  readonly ranges: { readonly value: number; readonly gradient: number };
}

export function NodeBox({ frame, node, at, ranges }: NodeBoxProps) {
  const { values, tangents, programs, now } = frame;
  const { name, shape } = node;
  const { width, height } = boxOf(programs.forward, node);
  const standing = standingOf(frame, name);
  const gradient = gradientOf(frame, name);
  const side = tangents
    ? {
        name: tangentName(name),
        values: tangents.get(name)!.data,
        standing,
        kind: 'local' as const,
        range: ranges.value,
      }
    : {
        name: gradient,
        values: values.get(gradient)!.data,
        standing: standingOf(frame, gradient),
        kind: 'grad' as const,
        range: ranges.gradient,
      };
  const [left, top] = [at[0] - width / 2, at[1] - height / 2];
  const own = values.get(name)!.data;
  const isNow = now !== undefined && (now.computes.includes(name) || now.computes.includes(gradient));
  const drawn = isNow ? 'now' : standing;
  const chips = {
    width: CHIP.width,
    height: CHIP.height,
    y: top + HEAD,
    symbol: node.equation?.symbol ?? name,
    scalar: shape.length === 0,
  };
  return (
    <Still
      of={[left, top, own, side.values, standing, side.standing, side.range, ranges.value, side.name, drawn]}
      draw={() => (
        <g
          class={node.equation ? 'node glyph' : 'node glyph input'}
          data-node={name}
          data-state={drawn}
          data-sym={name}
        >
          <rect x={left} y={top} width={width} height={height} rx={node.equation ? 4 : 12} />
          <text class="head" x={at[0]} y={top + 16}>
            <SvgSym name={textOf(programs.forward, node)} />
          </text>
          <SvgChips
            {...chips}
            name={name}
            kind="value"
            values={own.slice(0, MOST_ROWS)}
            x={at[0] - CHIP.width - 2}
            range={ranges.value}
            standing={standing}
          />
          <SvgChips
            {...chips}
            name={side.name}
            kind={side.kind}
            values={side.values.slice(0, MOST_ROWS)}
            x={at[0] + 2}
            range={side.range}
            standing={side.standing}
          />
          {hasMore(shape) && (
            <text class="more" x={at[0]} y={top + height - 8}>
              {strings.more(shape[0]! - MOST_ROWS)}
            </text>
          )}
          {node.fanOut > 1 && <circle class="fan-out" cx={left + width} cy={at[1]} r={4} />}
        </g>
      )}
    />
  );
}
