/**
 * The numbers as a table: symbols down, time across. Every number can be activated; arrow keys walk from one to the
 * next, so that the table is one stop for the Tab key.
 */
import { elementName, type OpEquation, unravel } from 'unrolled';
import { Chip, Chips } from '../_shared/Chip.tsx';
import type { Kind } from '../_shared/number.ts';
import { Still } from '../_shared/Still.tsx';
import { Sym } from '../_shared/Sym.tsx';
import { type Frame, gradientNow, isWhole, standing, symbolsOf } from './model.ts';
import { rangeOf } from './ranges.ts';
import { strings } from './strings.ts';

/** Symbols down the table: what a step reads, computes, aims at and loses; gradients the other way up. */
const forwardOf = (frame: Frame): string[] => ['x', ...computed(frame), 'target', 'l'];
const backwardOf = (frame: Frame): string[] => computed(frame).reverse();
const computed = (frame: Frame): string[] => symbolsOf(frame).filter((symbol) => symbol !== 'l');

export function Numbers({
  frame,
  first,
  last,
}: {
  readonly frame: Frame;
  readonly first: number;
  readonly last: number;
}) {
  const steps = Array.from({ length: last - first + 2 }, (_, k) => first - 1 + k);
  const rows = forwardOf(frame).filter((symbol) => steps.some((t) => frame.values.has(`${symbol}_${t}`)));
  return (
    <table class="numbers">
      <caption>Numbers, step by step. Activate one to see where it comes from.</caption>
      <thead>
        <tr>
          <th scope="col">t</th>
          {steps.map((t) => (
            <th key={t} scope="col">
              {t}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((symbol) => (
          <tr key={symbol}>
            <th scope="row" class={`s-${symbol}`} data-sym={symbol}>
              <Sym name={symbol} />
            </th>
            {steps.map((t) => (
              <td key={t}>
                <Value frame={frame} name={`${symbol}_${t}`} symbol={symbol} t={t} />
              </td>
            ))}
          </tr>
        ))}
        <Untimed frame={frame} name="L" span={steps.length} />
        {frame.state.backward &&
          backwardOf(frame).map((symbol) => (
            <tr key={`d${symbol}`} class="gradients">
              <th scope="row" data-sym={`dL/d${symbol}`}>
                <Sym name={`dL/d${symbol}`} />
              </th>
              {steps.map((t) => (
                <td key={t}>
                  <Gradient frame={frame} value={`${symbol}_${t}`} />
                </td>
              ))}
            </tr>
          ))}
      </tbody>
      <tbody>
        <tr>
          <th scope="rowgroup" colSpan={steps.length + 1}>
            {strings.numbers.shared}
          </th>
        </tr>
        {frame.program.inputs
          .filter(({ kind }) => kind === 'parameter')
          .map(({ name }) => (
            <Untimed key={name} frame={frame} name={name} span={steps.length} />
          ))}
      </tbody>
    </table>
  );
}

/** A row of what belongs to no single time step. */
const Untimed = ({ frame, name, span }: { readonly frame: Frame; readonly name: string; readonly span: number }) => (
  <tr>
    <th scope="row" data-sym={name}>
      <Sym name={name} />
    </th>
    <td colSpan={span}>
      <TensorChips frame={frame} name={name} symbol={name} kind="value" />
    </td>
  </tr>
);

interface TensorChipsProps {
  readonly frame: Frame;
  readonly name: string;
  readonly symbol: string;
  readonly t?: number | undefined;
  readonly kind: Kind;
  readonly always?: boolean;
}

/** Rows of more numbers than these are drawn small. */
const WIDE = 4;

/** All numbers of one tensor as chips, in its shape. */
export function TensorChips({ frame, name, symbol, t, kind, always = false }: TensorChipsProps) {
  const { shape, data } = frame.values.get(name)!;
  const range = rangeOf(frame, kind === 'value' || kind === 'local' ? 'value' : 'grad');
  const there = always ? 'done' : standing(frame, name);
  const partial = !always && frame.partial?.name === name ? frame.partial : undefined;
  return (
    <Still
      of={[data, name, symbol, t, kind, range, there, partial]}
      draw={() => (
        <Chips columns={shape[1] ?? 1}>
          {Array.from(data, (value, at) => {
            const index = unravel(at, shape);
            return (
              <Chip
                key={elementName(name, index)}
                name={name}
                symbol={symbol}
                t={t}
                kind={kind}
                index={index}
                value={value}
                range={range}
                standing={there}
                small={(shape[1] ?? 1) > WIDE}
                known={!partial || partial.known.has(at)}
                tabIndex={-1}
              />
            );
          })}
        </Chips>
      )}
    />
  );
}

function Value({ frame, name, symbol, t }: { frame: Frame; name: string; symbol: string; t: number }) {
  return frame.values.has(name) ? <TensorChips frame={frame} name={name} symbol={symbol} t={t} kind="value" /> : null;
}

function Gradient({ frame, value }: { frame: Frame; value: string }) {
  const equation: OpEquation | undefined = gradientNow(frame, value);
  return equation ? (
    <>
      <TensorChips frame={frame} name={equation.name} symbol={equation.symbol} t={equation.t} kind="grad" />
      {!isWhole(equation) && <small> {strings.numbers.soFar}</small>}
    </>
  ) : null;
}
