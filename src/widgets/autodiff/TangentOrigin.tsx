/** Where a tangent comes from: the chain rule forward with its numbers, and a central difference of that value. */
import { differenceOf } from 'unrolled';
import { plain, short } from '../_shared/notation.ts';
import type { Frame } from './model.ts';
import { tangentTerms } from './narrate.ts';
import { seedOf } from './program.ts';
import { strings } from './strings.ts';

interface TangentOriginProps {
  readonly frame: Frame;
  /** The value whose tangent it is, and the place in it. */
  readonly of: string;
  readonly at: number;
  readonly onClose: () => void;
}

export function TangentOrigin({ frame, of, at, onClose }: TangentOriginProps) {
  const { symbols, numbers } = tangentTerms(frame, of);
  const value = frame.tangents!.get(of)!.data[at]!;
  const difference = differenceAlong(frame, of, at);
  return (
    <aside class="inspector" aria-label={strings.tangentOrigin} data-inspects={of}>
      <p>
        <b>
          ∂{plain(of)}/∂{plain(frame.inputs[frame.state.along]!)}
        </b>{' '}
        = <span data-full-value={String(value)}>{String(value).replace('-', '−')}</span>
      </p>
      {symbols && at === 0 && (
        <p class="equation">
          {symbols}
          <br />= {numbers}
          <br />= {short(value)}
        </p>
      )}
      <p data-central-difference={String(difference)}>
        {strings.checkedBy(frame.inputs[frame.state.along]!)} <b>{short(difference)}</b>.
      </p>
      <button type="button" onClick={onClose}>
        {strings.close}
      </button>
    </aside>
  );
}

/** The derivative of one number on the way by the input number that is moved. */
function differenceAlong({ programs: { forward }, given, state }: Frame, of: string, at: number): number {
  const [name, direction] = Object.entries(seedOf(state))[0]!;
  const place = typeof direction === 'number' ? 0 : (direction as number[]).indexOf(1);
  const shape = forward.equations.find((each) => 'name' in each && each.name === of);
  const isInput = shape === undefined;
  if (isInput) return of === name && (typeof direction === 'number' || place === at) ? 1 : 0;
  return differenceOf({ ...forward, outputs: { [of]: of } }, given, name, place, of).value;
}
