// Half of the units are dropped on the way from step to step. What
// is left of a memory after 20 steps? 1000 units that only pass on.
import { dropoutMask, random } from 'unrolled';

const [T, H, rate] = [20, 1000, 0.5];
for (const kind of ['per-step', 'variational'] as const) {
  const { shape, data } = dropoutMask(kind, rate, T, H, random(1));
  const mask = (t: number, unit: number) => data[shape.length === 1 ? unit : t * H + unit]!;
  const alive = (steps: number) =>
    Array.from({ length: H }, (_, unit) => unit).filter((unit) =>
      Array.from({ length: steps }, (_, t) => t).every((t) => mask(t, unit) > 0),
    ).length;
  console.log(`${kind}: alive after 1, 5, 10, 20 steps: ${[1, 5, 10, 20].map(alive).join(', ')} of ${H}`);
}
console.log('chance that a unit survives 20 fresh masks:', (0.5 ** 20).toExponential(1));
