/** The backward equations of one step in the right engine and in this one, side by side. */
import { plain } from '../_shared/notation.ts';
import { type Pair, pairsAt } from './evidence.ts';
import type { Frame } from './model.ts';
import { readable, strings } from './strings.ts';

/** The step that is looked at; for a parameter, the last but one, where something comes from the future. */
const stepOf = ({ state, block }: Frame): number => Math.max(1, block.t ?? state.T - 1);

export function Equations({ frame }: { readonly frame: Frame }) {
  const t = stepOf(frame);
  const pairs = pairsAt(frame.state, frame.bug, t);
  const [other, same] = [pairs.filter(({ isSame }) => !isSame), pairs.filter(({ isSame }) => isSame)];
  return (
    <section class="equations" aria-label={strings.equations(t)}>
      <p class="head">{strings.equations(t)}</p>
      {other.length === 0 ? <p>{strings.noDifference}</p> : <Pairs pairs={other} />}
      <details>
        <summary>{strings.rest(same.length)}</summary>
        <Pairs pairs={same} />
      </details>
    </section>
  );
}

const Pairs = ({ pairs }: { readonly pairs: readonly Pair[] }) => (
  <ul class="pairs">
    {pairs.map(({ name, right, wrong, isSame }) => (
      <li key={name} data-equation={name} data-same={isSame}>
        {isSame ? (
          <span class="equation">{written(right)}</span>
        ) : (
          <>
            <span class="equation right">
              <small>{strings.rightEngine}</small> {written(right)}
            </span>
            <span class="equation wrong">
              <small>{strings.thisEngine}</small> {written(wrong)}
            </span>
          </>
        )}
      </li>
    ))}
  </ul>
);

/** Layers behind the letters: `W_hh^1` as W_hh¹. */
const written = (equation: string | undefined): string =>
  equation === undefined ? strings.absent : plain(equation.replace(/[A-Za-z_]+\^\d(_\d+)?/g, readable));
