/** Lines of the diagram: solid forward, dashed backward, and the shared weights that sit on them. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { SvgSym } from '../_shared/Sym.tsx';

/** Prefix of the figure's element ids: a page may hold several figures. */
export const FigureId = createContext('unroll');

interface EdgeProps {
  readonly d: string;
  readonly on: boolean;
  readonly now?: boolean;
  readonly back?: boolean;
}

export function Edge({ d, on, now = false, back = false }: EdgeProps) {
  const id = useContext(FigureId);
  const head = `url(#${id}-${back ? 'back' : on ? 'forth' : 'idle'})`;
  return (
    <path
      class={back ? 'edge back' : 'edge'}
      data-on={on}
      data-state={now ? 'now' : undefined}
      d={d}
      marker-end={head}
    />
  );
}

const HALF_GLYPH = 16;

/** A shared weight: the same glyph at every step. */
export const Glyph = ({ name, x, y }: { readonly name: string; readonly x: number; readonly y: number }) => (
  <g class="glyph" data-sym={name} data-symbol={name}>
    <rect x={x - HALF_GLYPH} y={y - 9} width={2 * HALF_GLYPH} height="18" rx="9" />
    <text x={x} y={y}>
      <SvgSym name={name} />
    </text>
  </g>
);

/** Arrow heads of a figure. */
export function Arrows() {
  const id = useContext(FigureId);
  return (
    <defs>
      {(['forth', 'back', 'idle'] as const).map((way) => (
        <marker
          key={way}
          id={`${id}-${way}`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 0.5 7.5 4 0 7.5z" class={`head ${way}`} />
        </marker>
      ))}
    </defs>
  );
}
