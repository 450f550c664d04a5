/**
 * What every shown number carries, so that a test reads its meaning and not its pixels.
 */

/** A value, a gradient ∂L/∂·, a local derivative, or the gradient that arrives at an equation. */
export type Kind = 'value' | 'grad' | 'local' | 'upstream';

export interface Shown {
  /** The engine's name of the tensor: `h_2`, `dL/dh_2`. */
  readonly name: string;
  readonly symbol: string;
  readonly t?: number | undefined;
  readonly kind: Kind;
  readonly index: readonly number[];
  readonly value: number;
}

/** Attributes of the element that shows a number. */
export const numberAttributes = ({ name, symbol, t, kind, index, value }: Shown) => ({
  'data-name': name,
  'data-symbol': symbol,
  'data-t': t,
  'data-kind': kind,
  'data-index': index.join(','),
  'data-value': String(value),
  'data-sym': name,
});

/** Share of the diverging colour that a number gets: 0 at zero, 1 at the end of the range. */
export const share = (value: number, range: number): number =>
  Number.isNaN(value) ? 0 : Math.min(1, Math.abs(value) / (range || 1));

/** Gradients spread over many powers of ten: a symmetric logarithm over six decades below the range. */
export const logShare = (value: number, range: number): number => {
  const size = Math.abs(value) / (range || 1);
  if (!(size > 0)) return 0;
  return Math.min(1, Math.max(0.08, 1 + Math.log10(size) / 6));
};

/** Fill of a number's cell: towards one end of the map by its share, zero is the page. */
export function fillOf(kind: Kind, value: number, range: number): string {
  const map = kind === 'value' || kind === 'local' ? 'value' : 'gradient';
  const part = map === 'value' ? share(value, range) : logShare(value, range);
  const end = value < 0 ? 'negative' : 'positive';
  return `color-mix(in oklab, var(--${map}-${end}) ${Math.round(part * 85)}%, var(--page))`;
}
