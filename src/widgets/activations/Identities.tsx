/** Equations between activation functions, both sides computed at the place that is looked at. */
import { long } from '../_shared/long.ts';
import { short } from '../_shared/notation.ts';
import type { Action } from './actions.ts';
import type { ScalarFrame } from './model.ts';
import { strings } from './strings.ts';

export interface IdentitiesProps {
  readonly frame: ScalarFrame;
  readonly awake: boolean;
  readonly send: (action: Action) => void;
}

export function Identities({ frame: { identities }, awake, send }: IdentitiesProps) {
  const { title, caption, columns, draw, drawBoth } = strings.identities;
  if (identities.length === 0) return null;
  return (
    <details class="terms" open>
      <summary>{title}</summary>
      <figure class="scroll" tabIndex={0} aria-label={title}>
        <table>
          <caption class="sr">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {identities.map(({ label, left, right, worst, sides }) => (
              <tr key={label} data-identity={label} data-left={left} data-right={right} data-worst={worst}>
                <th scope="row">{label}</th>
                <td>{long(left)}</td>
                <td>{long(right)}</td>
                <td>{short(worst)}</td>
                <td>
                  {sides && (
                    <button
                      type="button"
                      disabled={!awake}
                      aria-label={drawBoth(label)}
                      onClick={() => send({ type: 'set', change: { f: sides[0], g: sides[1], view: 'curves' } })}
                    >
                      {draw}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
    </details>
  );
}
