/** A number box under its name and its symbol. */
import { Box } from './fields.tsx';
import type { Limit } from './limit.ts';
import { Sym } from './Sym.tsx';

export interface LimitedNumberProps {
  readonly label: string;
  /** The letter of the number; it stands before the rest of the label. */
  readonly symbol?: string;
  readonly value: number;
  readonly limit: Limit;
  readonly onChange: (value: number) => void;
  readonly awake: boolean;
}

export const LimitedNumber = ({ symbol, ...box }: LimitedNumberProps) => (
  <span class="named">
    <span class="name">
      {symbol && <Sym name={symbol} />} {symbol ? box.label.replace(` ${symbol}`, '') : box.label}
    </span>
    <Box {...box} />
  </span>
);
