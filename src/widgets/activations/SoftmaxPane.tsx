/** Softmax as what it is, a function of a vector: logits in, probabilities out, and a derivative of each by each. */
import { useState } from 'preact/hooks';
import { Box } from '../_shared/fields.tsx';
import { long } from '../_shared/long.ts';
import { short } from '../_shared/notation.ts';
import { fillOf, numberAttributes } from '../_shared/number.ts';
import type { Action } from './actions.ts';
import type { VectorFrame } from './model.ts';
import { LIMITS } from './state.ts';
import { strings } from './strings.ts';

export interface SoftmaxProps {
  readonly frame: VectorFrame;
  readonly awake: boolean;
  readonly send: (action: Action) => void;
}

const [WIDTH, BAR, ROW] = [420, 300, 40];

export function SoftmaxPane(props: SoftmaxProps) {
  const { frame } = props;
  const { probabilities, pair } = frame.softmax;
  const { vector } = strings;
  return (
    <>
      <div class="panes">
        <Logits {...props} />
        <figure aria-label={vector.probability}>
          <figcaption>{vector.probability}</figcaption>
          <svg
            class="plot bars"
            viewBox={`0 0 ${WIDTH} ${ROW * probabilities.length}`}
            role="img"
            aria-label={vector.picture(frame)}
          >
            {probabilities.map((p, i) => (
              <g key={`p${i + 1}`}>
                <text x={0} y={ROW * i + 26}>
                  p{i + 1}
                </text>
                <rect class="whole" x={34} y={ROW * i + 6} width={BAR} height={28} />
                <rect class="bar" x={34} y={ROW * i + 6} width={BAR * p} height={28} />
                <text
                  x={34 + BAR + 8}
                  y={ROW * i + 26}
                  {...numberAttributes({ name: `p_${i + 1}`, symbol: 'p', kind: 'value', index: [i], value: p })}
                >
                  {long(p, 4)}
                </text>
              </g>
            ))}
          </svg>
          <p class="note">
            {vector.pair}:{' '}
            {pair.map((value, k) => (
              <span
                key={['ratio', 'logistic'][k]}
                {...numberAttributes({ name: ['ratio', 'logistic'][k]!, symbol: 'p', kind: 'value', index: [], value })}
              >
                {k > 0 && ' = '}
                {long(value)}
              </span>
            ))}
          </p>
        </figure>
      </div>
      <p class="narration" aria-live="polite">
        {vector.narration(frame)}
      </p>
      <Jacobian {...props} />
    </>
  );
}

function Logits({ frame: { state }, awake, send }: SoftmaxProps) {
  const { vector } = strings;
  const { least, most, step } = LIMITS.logit;
  return (
    <fieldset class="logits" data-print="hidden">
      <legend>{vector.logits}</legend>
      {state.logits.map((logit, i) => (
        <div class="slider" key={`z${i + 1}`}>
          <span class="name">{vector.logit(i)}</span>
          <input
            type="range"
            {...{ min: least, max: most, step, value: logit, disabled: !awake }}
            aria-label={`${vector.logit(i)}: slider`}
            onInput={(event) => send({ type: 'logit', at: i, value: Number(event.currentTarget.value) })}
          />
          <Box
            {...{ label: vector.logit(i), value: logit, limit: LIMITS.logit, awake }}
            onChange={(value) => send({ type: 'logit', at: i, value })}
          />
        </div>
      ))}
      <div class="row">
        {[1, -1].map((by) => (
          <button key={by} type="button" disabled={!awake} onClick={() => send({ type: 'shift', by })}>
            {vector.shift(by)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Jacobian({ frame: { state, softmax }, awake }: SoftmaxProps) {
  const [chosen, choose] = useState<readonly [number, number]>();
  const { probabilities, jacobian } = softmax;
  const { vector } = strings;
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const isChosen = (i: number, j: number) => chosen?.[0] === i && chosen[1] === j;
  return (
    <div class="jacobian">
      <figure class="scroll" tabIndex={0} aria-label={vector.jacobian}>
        <table>
          <caption>{vector.jacobian}</caption>
          <thead>
            <tr>
              <td />
              {state.logits.map((_, j) => (
                <th key={`z${j + 1}`} scope="col">
                  z{j + 1}
                </th>
              ))}
              <th scope="col">{vector.sum}</th>
            </tr>
          </thead>
          <tbody>
            {jacobian.map((row, i) => (
              <tr key={`p${i + 1}`}>
                <th scope="row">p{i + 1}</th>
                {row.map((value, j) => (
                  <td key={`z${j + 1}`} style={{ background: fillOf('local', value, 0.25) }}>
                    <button
                      type="button"
                      class="chip"
                      disabled={!awake}
                      aria-label={vector.cell(i, j, value)}
                      aria-expanded={isChosen(i, j)}
                      onClick={() => choose(isChosen(i, j) ? undefined : [i, j])}
                      {...numberAttributes({
                        ...{ name: `dp_${i + 1}/dz_${j + 1}`, symbol: 'p', kind: 'local', index: [i, j], value },
                      })}
                    >
                      {value > 0 && '+'}
                      {short(value)}
                    </button>
                  </td>
                ))}
                <td class="total">{short(Math.abs(total(row)) < 1e-15 ? 0 : total(row))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
      {chosen && (
        <p class="origin" role="status">
          {vector.where(chosen[0], chosen[1], probabilities, jacobian[chosen[0]]![chosen[1]]!)}
        </p>
      )}
      <p class="note">{vector.caption}</p>
    </div>
  );
}
