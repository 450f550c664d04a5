/** Both formulas as rectangles, to scale: what is learned is filled, what flows is outlined. */
import { type Block, type Frame, WIDTH } from './model.ts';
import { strings } from './strings.ts';

export function Drawing({ frame }: { readonly frame: Frame }) {
  const { X, H, Y } = frame.state;
  return (
    <div class="drawing">
      <svg class="shapes" viewBox={`0 0 ${WIDTH} ${frame.height}`} role="img" aria-label={strings.drawing(X, H, Y)}>
        {frame.rows.map((blocks) => (
          <g key={blocks[0]!.symbol}>
            {blocks.map((block) => (
              <Rectangle key={block.x} {...block} bottom={Math.max(...blocks.map(({ y, height }) => y + height))} />
            ))}
          </g>
        ))}
      </svg>
      <p class="key">
        <span>
          <i class="swatch learned" /> {strings.learned}
        </span>
        <span>
          <i class="swatch flows" /> {strings.flows}
        </span>
      </p>
    </div>
  );
}

function Rectangle({ symbol, kind, shape, x, y, width, height, bottom }: Block & { readonly bottom: number }) {
  const middle = x + width / 2;
  if (kind === 'sign')
    return (
      <text class="sign" x={middle} y={y + 5} text-anchor="middle">
        {symbol}
      </text>
    );
  const top = Math.min(y, bottom);
  return (
    <g data-symbol={symbol} data-shape={shape.join('×')} class={kind}>
      <rect x={x} y={y} width={width} height={height} />
      <text x={middle} y={top - 6} text-anchor="middle">
        <tspan font-style="italic">{symbol[0]}</tspan>
        <tspan dy="3" font-size="12">
          {symbol.slice(2).replace('{t-1}', 't−1')}
        </tspan>
      </text>
    </g>
  );
}
