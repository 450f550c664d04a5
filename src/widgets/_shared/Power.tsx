/** A power of ten as a mark of an axis. */
import { tickText } from './axes.ts';

export const Power = ({ power, x, y, anchor }: { power: number; x: number; y: number; anchor: 'middle' | 'end' }) => (
  <text x={x} y={y} text-anchor={anchor}>
    {power === 0 ? (
      '1'
    ) : (
      <>
        10
        <tspan dy="-5" font-size="80%">
          {tickText(power)}
        </tspan>
      </>
    )}
  </text>
);
