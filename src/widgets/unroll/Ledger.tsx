/**
 * The gradients of the shared weights filling up: a row per weight, a column per time step, the sum at the end.
 */
import { Sym } from '../_shared/Sym.tsx';
import { type Frame, gradientParts, standing } from './model.ts';
import { TensorChips } from './Numbers.tsx';

export function Ledger({
  frame,
  first,
  last,
}: {
  readonly frame: Frame;
  readonly first: number;
  readonly last: number;
}) {
  const parameters = frame.program.inputs.filter(({ kind }) => kind === 'parameter');
  const steps = Array.from({ length: last - first + 1 }, (_, k) => first + k);
  return (
    <table class="numbers ledger">
      <caption>Shared weights: every step adds its term, last step first.</caption>
      <thead>
        <tr>
          <th scope="col">Gradient</th>
          {steps.map((t) => (
            <th key={t} scope="col">
              term of t = {t}
            </th>
          ))}
          <th scope="col">sum so far</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map(({ name }) => {
          const parts = gradientParts(frame, name);
          const sum = parts.findLast(
            (part, k) => (part.role === 'sum' || k === 0) && standing(frame, part.name) !== 'later',
          );
          return (
            <tr key={name}>
              <th scope="row" data-sym={`dL/d${name}`}>
                <Sym name={`dL/d${name}`} />
              </th>
              {steps.map((t) => {
                const term = parts.find((part) => part.role === 'product' && part.t === t);
                return (
                  <td key={t}>
                    {term && standing(frame, term.name) !== 'later' && (
                      <TensorChips frame={frame} name={term.name} symbol={name} t={t} kind="grad" />
                    )}
                  </td>
                );
              })}
              <td class="total">{sum && <TensorChips frame={frame} name={sum.name} symbol={name} kind="grad" />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
