/** Every word of this figure that a reader sees. */
import { short } from '../../_shared/notation.ts';
import { type Clip, isInside, type Point } from './model.ts';

const place = ({ w, b }: { readonly w: number; readonly b: number }): string => `w = ${short(w)}, b = ${short(b)}`;
const updates = (n: number): string => `${n} update${n === 1 ? '' : 's'}`;

export const strings = {
  w: 'weight at the start',
  b: 'bias at the start',
  T: 'time steps',
  eta: 'learning rate',
  theta: 'threshold',
  update: 'Update',
  back: 'One back',
  count: (n: number) => updates(n),
  showClipping: 'Clip the gradient (chapter 10)',
  clip: 'updates use',
  clips: { none: 'the gradient as it is', norm: 'clipped by norm', value: 'clipped by value' } satisfies Record<
    Clip,
    string
  >,
  surface: (T: number, path: readonly Point[]) =>
    `Loss after ${T} steps over w and b: the stronger the colour, the larger. ${updates(path.length - 1)}, now at ${place(path.at(-1)!)}.`,
  cut: (w: number) => `Loss along b at w = ${short(w)}: a cut through the surface`,
  cutCaption: 'A cut along b',
  surfaceCaption: 'The loss: the stronger the colour, the larger',
  arrows: 'The gradient, and what clipping makes of it',
  arrowsLong: (theta: number, norm: number) =>
    `The gradient is ${short(norm)} long. Clipped by norm it ends on a circle of radius ${short(theta)}, clipped by value inside a square.`,
  table: 'The descent',
  columns: { n: 'update', w: 'w', b: 'b', L: 'loss', norm: 'length of the gradient' },
  narration: (path: readonly Point[], eta: number): string => {
    const now = path.at(-1)!;
    const before = path.at(-2);
    if (!Number.isFinite(now.L) || !Number.isFinite(now.norm))
      return `After ${updates(path.length - 1)} a number is no longer finite: ${place(now)}.`;
    if (!isInside(now) && before && isInside(before))
      return `Thrown out: the gradient was ${short(before.norm)} long, and the update led to ${place(now)}, outside of the picture. The gradient there is ${short(now.norm)}: descent will not come back.`;
    if (!isInside(now)) return `At ${place(now)}, outside of the picture. The gradient is ${short(now.norm)} long.`;
    const next = { w: now.w - eta * now.used.w, b: now.b - eta * now.used.b };
    const where = isInside(next) ? place(next) : `${place(next)}, outside of the picture`;
    return `Loss ${short(now.L)} at ${place(now)}. The gradient is ${short(now.norm)} long; the next update will lead to ${where}.`;
  },
} as const;
