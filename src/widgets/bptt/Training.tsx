/** Backward and the optimiser's step as two buttons: the first changes no weight, the second all of them. */
import { useState } from 'preact/hooks';
import { decimal } from 'unrolled';
import { NumberBox } from '../_shared/NumberBox.tsx';
import { short } from '../_shared/notation.ts';
import { Sym } from '../_shared/Sym.tsx';
import { type Action, act } from './actions.ts';
import type { Frame } from './model.ts';
import { readNumber } from './read.ts';
import { LIMITS, weightsOf } from './state.ts';
import { strings } from './strings.ts';

export interface TrainingProps {
  readonly frame: Frame;
  readonly awake: boolean;
  readonly send: (action: Action) => void;
}

export function Training({ frame, awake, send }: TrainingProps) {
  const { state, loss, weight, parameter } = frame;
  const words = strings.training;
  const isDone = state.isBackwardDone;
  /** The state whose step would lead out of the limits. */
  const [tooFar, setTooFar] = useState<typeof state>();
  const step = () => {
    const action = { type: 'step' } as const;
    if (act(state, action) === state) setTooFar(state);
    else send(action);
  };
  return (
    <div class="training">
      <p class="heading">{words.title}</p>
      <div class="row buttons" data-print="hidden">
        <button
          type="button"
          disabled={!awake}
          aria-disabled={isDone}
          onClick={() => !isDone && send({ type: 'backward' })}
        >
          1 · {words.backward}
        </button>
        <button type="button" disabled={!awake} aria-disabled={!isDone} onClick={() => isDone && step()}>
          2 · {words.step}
        </button>
        <span class="labelled">
          <Sym name="η" />
          <NumberBox
            label={words.rate}
            value={state.rate}
            step={0.01}
            awake={awake}
            read={readNumber(LIMITS.rate)}
            onChange={(rate) => send({ type: 'set', change: { rate } })}
          />
        </span>
      </div>
      <dl>
        <div data-name="loss" data-value={String(loss)}>
          <dt>{words.loss}</dt>
          <dd>{decimal(loss, 6)}</dd>
        </div>
        <div data-name="weight" data-value={String(weight)}>
          <dt>
            {words.weight}, <Sym name={state.H > 1 ? state.weight : parameter} />
          </dt>
          <dd>{decimal(weight, 6)}</dd>
        </div>
      </dl>
      <p class="note" aria-live="polite" data-updates={state.updates}>
        {tooFar === state ? words.tooFar(LIMITS.number[1]) : said(frame)}{' '}
        <span class="count">({words.updates(state.updates)})</span>
      </p>
    </div>
  );
}

function said({ state, sums, weight, loss }: Frame): string {
  const words = strings.training;
  if (state.isBackwardDone)
    return words.ready(
      short(weight),
      String(state.rate),
      sums.kept < 0 ? `(${short(sums.kept)})` : short(sums.kept),
      short(weight - state.rate * sums.kept),
    );
  return state.before === undefined
    ? words.fresh
    : words.stepped(decimal(state.before, 4), decimal(loss, 4), weightsOf(state).length);
}
