/** The walk as rows: the last steps done, the newest below, each with its equation and its result. */
import { decimal, equationText } from 'unrolled';
import { plain } from '../_shared/notation.ts';
import { bindsOf, type Frame } from './model.ts';
import { vector } from './narrate.ts';

const SHOWN = 6;

export function Tape({ frame }: { readonly frame: Frame }) {
  const { equations, state, program, scalars } = frame;
  const binds = bindsOf(program);
  const from = Math.max(0, state.at - SHOWN);
  const rows = equations.slice(from, state.at).map((equation, k) => ({
    key: String(from + k + 1),
    name: equation.name,
    step: equation.step,
    text: plain(equationText(equation, binds)),
    value: vector(frame, equation.name).replace(/^\(([^,;]*)\)$/, '$1'),
    fresh: frame.fresh.has(equation.name),
  }));
  const products = state.sub > 0 ? scalars.filter(({ done }) => done).slice(-SHOWN) : [];
  return (
    <table class="tape">
      <caption>Steps done</caption>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">t</th>
          <th scope="col">Equation</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, step, text, value, fresh }) => (
          <tr key={key} data-fresh={fresh} data-name={name}>
            <td>{key}</td>
            <td>{step ?? '–'}</td>
            <td>{text}</td>
            <td>{value}</td>
          </tr>
        ))}
        {products.map(({ equation, value }, k) => (
          <tr key={equation.name} class="scalar" data-fresh={k === products.length - 1} data-name={equation.name}>
            <td>
              {state.at + 1}.{k + 1}
            </td>
            <td>{equation.step ?? '–'}</td>
            <td>{plain(equation.name)}</td>
            <td>{decimal(value, 4)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
