/** What can be asked: what this chapter needs stands open, the rest behind two disclosures. */

import { Box, Check, Choice, OwnNumbers, Slider } from '../_shared/fields.tsx';
import { Sym } from '../_shared/Sym.tsx';
import {
  ACTIVATIONS,
  BIASES,
  INPUTS,
  isOwnInput,
  isOwnMatrix,
  LIMITS,
  MEASURES,
  SCHEMES,
  type VanishingState,
} from './state.ts';
import { strings } from './strings.ts';

interface ControlsProps {
  readonly state: VanishingState;
  readonly awake: boolean;
  readonly set: (change: Partial<VanishingState>) => void;
}

export function Controls(props: ControlsProps) {
  const { state, awake, set } = props;
  return (
    <div class="asked" data-print="hidden">
      <div class="first">
        <Choice
          label={strings.activation}
          symbol="φ"
          all={ACTIVATIONS}
          names={strings.activations}
          value={state.activation}
          awake={awake}
          onChange={(activation) => set({ activation })}
        />
        <Slider
          {...props}
          symbol="ρ"
          label={strings.radius}
          short={strings.radiusShort}
          limit={LIMITS.radius}
          value={state.radius}
          onChange={(radius) => set({ radius })}
        >
          <Check
            label={strings.asDrawn}
            value={state.radius === undefined}
            awake={awake}
            onChange={(isDrawn) => set({ radius: isDrawn ? undefined : 1 })}
          />
        </Slider>
        <Slider
          {...props}
          symbol="h_0"
          label={strings.h_0}
          limit={LIMITS.h_0}
          value={state.h_0}
          onChange={(h_0) => set({ h_0 })}
        />
        <Choice
          label={strings.input}
          symbol="x_t"
          all={INPUTS}
          names={strings.inputs}
          value={state.input}
          awake={awake}
          onChange={(input) => set({ input, x: input === 'own' ? [1, 0, 0, 0] : [] })}
        />
      </div>
      {state.input === 'own' && (
        <OwnNumbers
          label={strings.ownInput}
          text={state.x.join(' ')}
          awake={awake}
          read={(text) => {
            const x = numbers(text);
            return isOwnInput(x) ? () => set({ x }) : strings.inputProblem;
          }}
        />
      )}
      <details>
        <summary>{strings.more}</summary>
        <div class="second">
          {(['T', 'H', 'seed'] as const).map((key) => (
            <span key={key} class="named">
              <span class="name">
                {key !== 'seed' && <Sym name={key === 'H' ? 'n' : key} />} {strings[key]}
              </span>
              <Box
                label={strings[key]}
                limit={LIMITS[key]}
                value={state[key]}
                awake={awake}
                onChange={(value) => set({ [key]: value })}
              />
            </span>
          ))}
          <Choice
            label={strings.scheme}
            symbol="W_hh"
            all={SCHEMES}
            names={strings.schemes}
            value={state.scheme}
            awake={awake}
            onChange={(scheme) =>
              set(scheme === 'own' ? { scheme, W: start(state.H), radius: undefined } : { scheme, W: [] })
            }
          />
          <Choice
            label={strings.measure}
            all={MEASURES}
            names={strings.measures}
            value={state.measure}
            awake={awake}
            onChange={(measure) => set({ measure })}
          />
          {state.measure === 'loss' && <p class="note">{strings.lossNote}</p>}
          {state.scheme === 'own' ? (
            <OwnNumbers
              label={strings.ownMatrix}
              text={state.W.map((row) => row.join(' ')).join('\n')}
              rows={state.W.length + 1}
              awake={awake}
              read={(text) => {
                const W = text
                  .split(/[\n;]/)
                  .map(numbers)
                  .filter(({ length }) => length > 0);
                return isOwnMatrix(W) ? () => set({ W }) : strings.matrixProblem;
              }}
            />
          ) : (
            <p class="note">{strings.schemeNote}</p>
          )}
        </div>
      </details>
      <details open={state.hasGated || state.layers > 1 || state.hasLayerNorm || !state.isTied}>
        <summary>{strings.later}</summary>
        <div class="second">
          <Check
            label={strings.untied}
            value={!state.isTied}
            awake={awake}
            onChange={(isUntied) => set({ isTied: !isUntied })}
          />
          <Check
            label={strings.layerNorm}
            value={state.hasLayerNorm}
            awake={awake}
            onChange={(hasLayerNorm) => set({ hasLayerNorm })}
          />
          <span class="named">
            <span class="name">{strings.layers}</span>
            <Box
              label={strings.layers}
              limit={LIMITS.layers}
              value={state.layers}
              awake={awake}
              onChange={(layers) => set(layers > 1 ? { layers, hasGated: false } : { layers })}
            />
          </span>
          <Check
            label={strings.gated}
            value={state.hasGated}
            awake={awake}
            onChange={(hasGated) => set(hasGated ? { hasGated, layers: 1 } : { hasGated })}
          />
          {state.hasGated && (
            <Choice
              label={strings.bias}
              all={BIASES}
              names={strings.biases}
              value={state.bias}
              awake={awake}
              onChange={(bias) => set({ bias })}
            />
          )}
        </div>
      </details>
    </div>
  );
}

/** An own matrix to begin with: half of the identity. */
const start = (H: number): number[][] =>
  Array.from({ length: H }, (_, i) => Array.from({ length: H }, (_each, j) => (i === j ? 0.5 : 0)));

const numbers = (text: string): number[] =>
  text
    .replaceAll('−', '-')
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map(Number);
