/** One function applied again and again: every value on the way, and the derivative of each by the first. No DOM. */
import { fill, jets, mul, type Traceable, trace, type Var } from 'unrolled';
import { type Corner, NEAR } from './corners.ts';
import { derivativesAlong } from './derivatives.ts';

export interface Layer {
  readonly k: number;
  /** h_k = f(w h_{k−1}), with h_0 = x. */
  readonly value: number;
  /** The factor of this layer, w f′(w h_{k−1}). */
  readonly factor: number;
  /** ∂h_k/∂x: the product of all factors so far. */
  readonly gradient: number;
  /** Whether the layer's input is where f′ has two values: then the factor is one of them, by convention. */
  readonly isOnCorner: boolean;
}

export interface Repeated {
  readonly f: Traceable;
  readonly corners: readonly Corner[];
}

export function chainOf({ f, corners }: Repeated, x: number, weight: number, layers: number): readonly Layer[] {
  const names = Array.from({ length: layers }, (_, k) => `h_${k + 1}`);
  const program = trace({ x: { shape: [], kind: 'data' } }, ({ x: input }) => {
    let h: Var = input!;
    return Object.fromEntries(
      names.map((name) => {
        const y = f(mul(weight, h));
        h = typeof y === 'number' ? fill(input!, y, []) : y;
        return [name, h];
      }),
    );
  });
  const all = jets(program, { x }, { seed: { x: 1 } });
  const series = names.map((name) => all.get(program.outputs[name]!)!.map(({ data }) => data[0]!));
  const inputs = [x, ...series.map(([value]) => value!)].slice(0, layers).map((h) => weight * h);
  const slopes = derivativesAlong(f, inputs, 1);
  const isCorner = (at: number) => corners.some((each) => (each.order ?? 0) < 2 && Math.abs(each.at - at) < NEAR);
  return series.map(([value, gradient], k) => ({
    k: k + 1,
    value: value!,
    factor: weight * slopes[k]!,
    gradient: gradient!,
    isOnCorner: isCorner(inputs[k]!),
  }));
}
