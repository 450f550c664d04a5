/** What the reader takes the bug for, what speaks against it, and in the end the reason. */
import { BUG_IDS } from './bugs.ts';
import { against, lookalikes } from './evidence.ts';
import type { Frame } from './model.ts';
import { type Action, isSolved } from './state.ts';
import { strings } from './strings.ts';

interface GuessProps {
  readonly frame: Frame;
  readonly awake: boolean;
  readonly send: (action: Action) => void;
}

export function Guess({ frame: { state, bug }, awake, send }: GuessProps) {
  const solved = isSolved(state);
  const isFound = state.bug === 'mystery' && state.guess === bug;
  return (
    <div class="guess" data-solved={solved}>
      {state.bug === 'mystery' && (
        <fieldset class="guesses" data-print="hidden">
          <legend>{strings.question}</legend>
          {BUG_IDS.map((each) => (
            <button
              key={each}
              type="button"
              disabled={!awake}
              aria-pressed={state.guess === each}
              data-guess={each}
              onClick={() => send({ type: 'guess', guess: each })}
            >
              {strings.bugs[each]}
            </button>
          ))}
          {!solved && (
            <button type="button" class="plain" disabled={!awake} onClick={() => send({ type: 'show' })}>
              {strings.show}
            </button>
          )}
        </fieldset>
      )}
      <div class="verdict" aria-live="polite">
        {solved ? (
          <>
            <p>
              <b>{isFound ? strings.found(bug) : strings.shown(bug)}</b> {strings.why[bug]}
            </p>
            <p class="hint">{strings.lookalikes(lookalikes(state, bug))}</p>
          </>
        ) : (
          state.guess && <p>{strings.missed(state.guess, against(state, bug, state.guess))}</p>
        )}
      </div>
    </div>
  );
}
