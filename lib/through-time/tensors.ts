/** Sums of tensors outside of programs. */
import { type Shape, type Tensor, zeros } from '../tensor.ts';

export const added = (a: Tensor, b: Tensor): Tensor => ({ shape: a.shape, data: a.data.map((x, i) => x + b.data[i]!) });

export const scaled = (factor: number, { shape, data }: Tensor): Tensor => ({
  shape,
  data: data.map((x) => factor * x),
});

/** 1 at one position, 0 elsewhere. */
export function unit(shape: Shape, at: number): Tensor {
  const { data } = zeros(shape);
  data[at] = 1;
  return { shape, data };
}
