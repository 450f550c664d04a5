/**
 * What a plan needs of a set of kernels, and the reference set: plain loops, made to be read and to be compared with.
 * Fast sets implement the same interface.
 */
import type { Op } from './op.ts';
import { ops } from './ops.ts';
import type { OpEquation } from './program.ts';
import type { Shape } from './tensor.ts';

/** The arrays a plan computes on. */
export type Floats = Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A buffer with its shape. */
export interface Slot {
  readonly shape: Shape;
  readonly data: Floats;
}

/** Computes one equation into its buffer. Literal operands are numbers. */
export type Kernel = (out: Slot, operands: readonly (Slot | number)[]) => void;

/** A set of kernels: one way to compute every op. */
export interface Kernels {
  readonly name: string;
  /** The kernel of an equation, chosen once when the plan is made. */
  readonly kernel: (equation: OpEquation) => Kernel;
}

/** The reference kernels: the plain loops of each op's row in the table. */
export const reference: Kernels = {
  name: 'reference',
  kernel: (equation) => {
    const op = ops[equation.op]!;
    if (op.name === 'matmul') return matmulKernel(equation);
    if (op.pointwise) return pointwiseKernel(op.pointwise, equation.inputs.length);
    return valueKernel(op, equation);
  },
};

/** A pointwise function over all elements; literals spread. */
function pointwiseKernel(f: (...x: number[]) => number, count: number): Kernel {
  const at = (operand: Slot | number, i: number): number => (typeof operand === 'number' ? operand : operand.data[i]!);
  if (count === 1) {
    return ({ data }, [a]) => {
      for (let i = 0; i < data.length; i++) data[i] = f(at(a!, i));
    };
  }
  if (count === 2) {
    return ({ data }, [a, b]) => {
      for (let i = 0; i < data.length; i++) data[i] = f(at(a!, i), at(b!, i));
    };
  }
  return ({ data }, operands) => {
    for (let i = 0; i < data.length; i++) data[i] = f(...operands.map((operand) => at(operand, i)));
  };
}

function matmulKernel({ attributes }: OpEquation): Kernel {
  const [ta, tb] = attributes?.transposed ?? [false, false];
  return (out, operands) => {
    const [A, B] = operands as readonly [Slot, Slot];
    const [rows, columns] = out.shape as readonly [number, number];
    const inner = ta ? A.shape[0]! : A.shape[1]!;
    const [ai, ak] = ta ? [1, A.shape[1]!] : [A.shape[1]!, 1];
    const [bk, bj] = tb ? [1, B.shape[1]!] : [B.shape[1]!, 1];
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        let sum = 0;
        for (let k = 0; k < inner; k++) sum += A.data[i * ai + k * ak]! * B.data[k * bk + j * bj]!;
        out.data[i * columns + j] = sum;
      }
    }
  };
}

/** Any other op: its own definition of the value, on float64 copies. */
function valueKernel(op: Op, { shape, attributes = {} }: OpEquation): Kernel {
  return (out, operands) => {
    const read = operands.map((operand) =>
      typeof operand === 'number'
        ? { shape: [], data: Float64Array.of(operand) }
        : {
            shape: operand.shape,
            data: operand.data instanceof Float64Array ? operand.data : Float64Array.from(operand.data),
          },
    );
    out.data.set(op.value(read, shape, attributes));
  };
}
