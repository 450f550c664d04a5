/** Every value of the graph in one row: how it is computed, its number, its derivative, and what a central difference says. */
import { CHECK_TOLERANCE } from 'unrolled';
import { plain, short } from '../_shared/notation.ts';
import { Sym } from '../_shared/Sym.tsx';
import { textOf } from './boxes.ts';
import { Numbers } from './Equations.tsx';
import type { Node } from './graph.ts';
import { type Frame, gradientOf, isLarge, standingOf } from './model.ts';
import { strings, tangentName } from './strings.ts';

const { columns } = strings;

export function Table({ frame }: { readonly frame: Frame }) {
  const { graph, state, inputs, checks } = frame;
  const derivative = state.mode === 'reverse' ? columns.gradient : columns.tangent(inputs[state.along]!);
  return (
    <details class="values" open={!isLarge(frame)}>
      <summary>{strings.table}</summary>
      <figure class="scroll" tabIndex={0} aria-label={strings.tableCaption}>
        <table class="numbers">
          <caption class="sr">{strings.tableCaption}</caption>
          <thead>
            <tr>
              {[
                columns.name,
                columns.equation,
                columns.value,
                derivative,
                ...(checks ? [columns.difference, columns.verdict] : []),
              ].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {graph.nodes.map((node) => (
              <Row key={node.name} frame={frame} node={node} />
            ))}
          </tbody>
        </table>
      </figure>
    </details>
  );
}

function Row({ frame, node }: { readonly frame: Frame; readonly node: Node }) {
  const { values, tangents, programs, checks } = frame;
  const { name, shape, equation } = node;
  const standing = standingOf(frame, name);
  const gradient = gradientOf(frame, name);
  const shared = { symbol: equation?.symbol ?? name, isScalar: shape.length === 0 };
  return (
    <tr data-row={name} data-state={standing} data-sym={name}>
      <th scope="row">
        <Sym name={name} />
      </th>
      <td class="text">
        {equation ? <Sym name={textOf(programs.forward, node).replace(/^.*? = /, '')} /> : strings.given}
      </td>
      <td>
        <Numbers {...shared} name={name} kind="value" standing={standing} values={values.get(name)!.data} />
      </td>
      <td>
        {tangents ? (
          <Numbers
            {...shared}
            name={tangentName(name)}
            kind="local"
            standing={standing}
            values={tangents.get(name)!.data}
          />
        ) : (
          <Numbers
            {...shared}
            name={gradient}
            kind="grad"
            standing={standingOf(frame, gradient)}
            values={values.get(gradient)!.data}
          />
        )}
      </td>
      {checks && <Check frame={frame} name={name} />}
    </tr>
  );
}

function Check({ frame: { checks }, name }: { readonly frame: Frame; readonly name: string }) {
  const numbers = checks!.get(name)!;
  const isRight = numbers.every(({ error }) => error <= CHECK_TOLERANCE);
  return (
    <>
      <td class="difference" data-check={name} aria-label={`${strings.columns.difference}, ${plain(name)}`}>
        {numbers.map(({ difference }) => short(difference)).join(', ')}
      </td>
      <td class="verdict" data-right={isRight}>
        {strings.verdict(isRight)}
      </td>
    </>
  );
}
