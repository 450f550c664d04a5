/**
 * Why two forms agree or differ, point by point: which z keeps, on which side of the product r acts, in which order the
 * arrays were read. The points are judged from the forms alone; that they agree with the numbers is tested.
 */
import type { Given } from './carry.ts';
import { conventionOf, type Form } from './forms.ts';
import type { Carry } from './state.ts';

/** `same` from the start, `mended` by what was done to the numbers, or `different`. */
export type Standing = 'same' | 'mended' | 'different';

export type Fact =
  | { readonly about: 'keeps'; readonly standing: Standing; readonly at: readonly [number, number] }
  | {
      readonly about: 'reset';
      readonly standing: Standing;
      readonly at: readonly [string, string];
      /** What stands between them where they reset on different sides. */
      readonly because: 'product' | 'bias' | 'nothing';
    }
  | {
      readonly about: 'order';
      readonly standing: Standing;
      readonly at: readonly [readonly string[], readonly string[]];
    };

export function factsOf(a: Form, b: Form, given: Given, carry: Carry): readonly Fact[] {
  const [own, other] = [conventionOf(a), conventionOf(b)];
  const order: Fact = { about: 'order', standing: orderOf(a, b, carry), at: [a.gates, b.gates] };
  if (!own || !other) return [order];
  const keeps = own.keepsAt === other.keepsAt ? 'same' : carry === 'turned' ? 'mended' : 'different';
  return [
    { about: 'keeps', standing: keeps, at: [own.keepsAt, other.keepsAt] },
    { about: 'reset', at: [own.reset, other.reset], ...resetOf(own.reset === other.reset, given) },
    order,
  ];
}

const orderOf = (a: Form, b: Form, carry: Carry): Standing =>
  a.gates.join() === b.gates.join() ? 'same' : carry === 'blocks' ? 'different' : 'mended';

/** r ⊙ (W h) = W (r ⊙ h) where W is diagonal; a b_hn that is not 0 has a place on one side only. */
function resetOf(
  isSame: boolean,
  { weights: { W_hn, b_hn } }: Given,
): Pick<Fact & { about: 'reset' }, 'standing' | 'because'> {
  if (isSame) return { standing: 'same', because: 'nothing' };
  const H = W_hn!.shape[0]!;
  const isDiagonal = W_hn!.data.every((w, k) => w === 0 || k % (H + 1) === 0);
  if (!isDiagonal) return { standing: 'different', because: 'product' };
  return b_hn?.data.some((b) => b !== 0)
    ? { standing: 'different', because: 'bias' }
    : { standing: 'mended', because: 'nothing' };
}
