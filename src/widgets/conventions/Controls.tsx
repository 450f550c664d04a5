/** What can be asked: which layer, whose numbers, how they are carried over; size, seed and inputs behind a disclosure. */
import { Box, Check, Choice, OwnNumbers, Slider } from '../_shared/fields.tsx';
import { Symbols } from './Agreement.tsx';
import { FORMS, LAYERS } from './forms.ts';
import type { Frame } from './model.ts';
import { CARRIES, type ConventionsState, isInput, LIMITS } from './state.ts';
import { strings } from './strings.ts';

interface ControlsProps {
  readonly frame: Frame;
  /** Whether the numbers are a file's, so that layer, form, size and seed are given. */
  readonly isOwn: boolean;
  readonly awake: boolean;
  readonly set: (change: Partial<ConventionsState>) => void;
}

export function Controls({ frame: { state, given, unit }, isOwn, awake, set }: ControlsProps) {
  const isGru = given.layer === 'gru';
  return (
    <div class="asked" data-print="hidden">
      <div class="first">
        <Choice
          label={strings.layer}
          all={LAYERS}
          names={strings.layers}
          value={state.layer}
          awake={awake}
          onChange={(layer) => set({ layer })}
        />
        {!isOwn && (
          <Choice
            label={strings.home}
            all={FORMS[given.layer].map(({ id }) => id)}
            names={strings.names}
            value={state.home}
            awake={awake}
            onChange={(home) => set({ home })}
          />
        )}
        <Choice
          label={strings.carry}
          all={CARRIES.filter((carry) => isGru || carry !== 'turned')}
          names={strings.carries}
          value={state.carry}
          awake={awake}
          onChange={(carry) => set({ carry })}
        />
        {isGru && (
          <div class="checks">
            {'b_hn' in given.weights && (
              <Check
                label={<Symbols text={strings.noSecondBias} />}
                value={!state.hasSecondBias}
                awake={awake}
                onChange={(isZero) => set({ hasSecondBias: !isZero })}
              />
            )}
            <Check
              label={<Symbols text={strings.diagonal} />}
              value={state.isDiagonal}
              awake={awake}
              onChange={(isDiagonal) => set({ isDiagonal })}
            />
          </div>
        )}
      </div>
      <details class="setup">
        <summary>{strings.more}</summary>
        <div class="more">
          {!isOwn && (
            <Slider
              symbol="n"
              label={strings.H}
              limit={LIMITS.H}
              value={state.H}
              awake={awake}
              onChange={(H) => set({ H })}
            />
          )}
          {!isOwn && (
            <Labelled
              label={strings.seed}
              limit={LIMITS.seed}
              value={state.seed}
              awake={awake}
              onChange={(seed) => set({ seed })}
            />
          )}
          <Labelled
            label={strings.unit}
            limit={{ least: 0, most: given.sizes.H - 1, step: 1 }}
            value={unit}
            awake={awake}
            onChange={(unit) => set({ unit })}
          />
          <OwnNumbers
            label={strings.x}
            text={state.x.join(' ')}
            awake={awake}
            read={(text) => {
              const x = text
                .trim()
                .replaceAll('−', '-')
                .split(/[\s;]+/)
                .map(Number);
              return isInput(x) ? () => set({ x }) : strings.xProblem(LIMITS.T.most);
            }}
          />
        </div>
      </details>
    </div>
  );
}

const Labelled = (props: Parameters<typeof Box>[0]) => (
  <span class="named">
    <span class="name">{props.label}</span>
    <Box {...props} />
  </span>
);
