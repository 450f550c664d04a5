import { pieces } from './notation.ts';

/** A name of the engine set as a symbol, in running HTML: h₂ as an italic h with a 2 below. */
export const Sym = ({ name }: { readonly name: string }) => (
  <span class="sym">
    {pieces(name).map((piece, k) =>
      'text' in piece ? (
        piece.text
      ) : (
        <span key={`${k}${piece.letter}`}>
          <i>{piece.letter}</i>
          {piece.below && <sub>{piece.below}</sub>}
        </span>
      ),
    )}
  </span>
);

/** The same inside an SVG text element. */
export const SvgSym = ({ name }: { readonly name: string }) => (
  <>
    {pieces(name).map((piece, k) =>
      'text' in piece ? (
        <tspan key={`${k}${piece.text}`}>{piece.text}</tspan>
      ) : (
        <tspan key={`${k}${piece.letter}`}>
          <tspan font-style="italic">{piece.letter}</tspan>
          {piece.below && (
            <tspan font-size="75%" dy="0.28em">
              {piece.below}
            </tspan>
          )}
          {piece.below && <tspan dy="-0.21em">{'​'}</tspan>}
        </tspan>
      ),
    )}
  </>
);
