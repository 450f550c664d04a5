/**
 * A program on buffers that are laid out once: what training runs on. The same equations in the same order as `run`,
 * through a set of kernels, in float32 or float64. Nothing is rewritten here.
 */
import { type Floats, type Kernels, reference, type Slot } from './kernels.ts';
import { isScan, type Name, type OpEquation, type Program, type ScanEquation } from './program.ts';
import { stepsOf } from './scan.ts';
import { type Shape, sameShape, showShape, sizeOf, type TensorLike, tensor } from './tensor.ts';

/** How a plan computes: with which kernels (unless told, the reference ones) and in which precision (float32). */
export interface PlanOptions {
  readonly kernels?: Kernels;
  readonly type?: 'float32' | 'float64';
}

/** A program that is ready to be run many times. */
export interface Plan {
  readonly program: Program;
  /** Bytes of all buffers. */
  readonly bytes: number;
  /** The buffer of an input or output: write inputs in place, read results after `run`. */
  readonly buffer: (name: Name) => Floats;
  /**
   * Copies a value into an input: of its shape, or a flat list of as many numbers, row-major. Throws RangeError when it
   * does not fit or the name is no input.
   */
  readonly set: (name: Name, value: TensorLike | ArrayLike<number>) => void;
  /** Computes every equation. */
  readonly run: () => void;
}

type Step = () => void;

/**
 * Lays a program out. Making a plan is slow, running it is not: make one for each shape and run it often.
 *
 * ```ts
 * import { mul, plan, trace } from 'unrolled';
 * const square = plan(trace({ x: { shape: [2], kind: 'data' } }, ({ x }) => ({ y: mul(x, x) })));
 * square.set('x', [3, 4]);
 * square.run();
 * square.buffer('y') // → [9, 16]
 * ```
 */
export function plan(program: Program, { kernels = reference, type = 'float32' }: PlanOptions = {}): Plan {
  let bytes = 0;
  const allocate = (shape: Shape): Slot => {
    const data = type === 'float32' ? new Float32Array(sizeOf(shape)) : new Float64Array(sizeOf(shape));
    bytes += data.byteLength;
    return { shape, data };
  };
  const slots = new Map<Name, Slot>(program.inputs.map(({ name, shape }) => [name, allocate(shape)]));
  const layout = new Layout(kernels, allocate);
  const steps = layout.equations(program, slots);
  const slot = (name: Name): Slot => {
    const found = slots.get(program.outputs[name] ?? name);
    if (!found) throw new RangeError(`the plan has no ${name}; it has ${[...slots.keys()].join(', ')}`);
    return found;
  };
  return {
    program,
    bytes,
    buffer: (name) => slot(name).data,
    set: (name, value) => {
      const input = program.inputs.find((each) => each.name === name);
      if (!input)
        throw new RangeError(
          `${name} is no input of the plan; it takes ${program.inputs.map((each) => each.name).join(', ')}`,
        );
      const { shape, data: own } = slot(name);
      const nested = isFlat(value) ? undefined : tensor(value as TensorLike);
      if (nested && !sameShape(nested.shape, shape))
        throw new RangeError(`${name}: expected ${showShape(shape)}, got ${showShape(nested.shape)}`);
      const data = nested?.data ?? (value as ArrayLike<number>);
      if (data.length !== own.length)
        throw new RangeError(
          `${name}: expected ${showShape(shape)}, that is ${own.length} numbers, got ${data.length}`,
        );
      own.set(data);
    },
    run: () => {
      for (const step of steps) step();
    },
  };
}

const isFlat = (value: TensorLike | ArrayLike<number>): value is ArrayLike<number> =>
  ArrayBuffer.isView(value) || (Array.isArray(value) && value.every((x) => typeof x === 'number'));

class Layout {
  private readonly kernels: Kernels;
  private readonly allocate: (shape: Shape) => Slot;

  constructor(kernels: Kernels, allocate: (shape: Shape) => Slot) {
    this.kernels = kernels;
    this.allocate = allocate;
  }

  /** A step for each equation; `slots` grows by their buffers. */
  equations(program: Program, slots: Map<Name, Slot>): Step[] {
    return program.equations.map((equation) =>
      isScan(equation) ? this.scan(equation, slots) : this.op(equation, slots),
    );
  }

  private op(equation: OpEquation, slots: Map<Name, Slot>): Step {
    const out = this.allocate(equation.shape);
    const operands = equation.inputs.map((input) => (typeof input === 'number' ? input : slots.get(input)!));
    const kernel = this.kernels.kernel(equation);
    slots.set(equation.name, out);
    return () => kernel(out, operands);
  }

  /** Time as a loop over one set of body buffers; rows go in and results come out by copying. */
  private scan(scan: ScanEquation, slots: Map<Name, Slot>): Step {
    const local = new Map<Name, Slot>();
    for (const { inner, outer } of scan.constants) local.set(inner, slots.get(outer)!);
    const shapeOf = (name: Name) => scan.body.inputs.find((input) => input.name === name)!.shape;
    const rows = scan.xs.map(({ inner, from }) => ({
      into: this.own(local, inner, shapeOf(inner)),
      from: slots.get(from)!.data,
    }));
    const state = scan.carry.map(({ inner, init }) => ({
      into: this.own(local, inner, shapeOf(inner)),
      init: slots.get(init)!.data,
    }));
    const body = this.equations(scan.body, local);
    const results = scan.ys.map(({ inner, stacked }) => {
      const from = local.get(inner)!;
      const into = this.allocate([scan.length, ...from.shape]);
      slots.set(stacked, into);
      return { from: from.data, into: into.data };
    });
    const next = scan.carry.map(({ next: name }) => local.get(name)!.data);
    const held = next.map((data) => data.slice());
    const finals = scan.carry.map(({ final }, k) => {
      const slot = this.allocate(state[k]!.into.shape);
      slots.set(final, slot);
      return slot.data;
    });
    const order = stepsOf(scan);
    return () => {
      state.forEach(({ into, init }) => {
        into.data.set(init);
      });
      for (const t of order) {
        for (const { into, from } of rows) copyRow(into.data, from, t - 1);
        for (const step of body) step();
        for (const { into, from } of results) into.set(from, (t - 1) * from.length);
        // Through a copy: one carry may become another's next value.
        next.forEach((data, k) => {
          held[k]!.set(data);
        });
        state.forEach(({ into }, k) => {
          into.data.set(held[k]!);
        });
      }
      finals.forEach((data, k) => {
        data.set(state[k]!.into.data);
      });
    };
  }

  private own(local: Map<Name, Slot>, name: Name, shape: Shape): Slot {
    const slot = this.allocate(shape);
    local.set(name, slot);
    return slot;
  }
}

function copyRow(into: Floats, from: Floats, row: number): void {
  const start = row * into.length;
  for (let i = 0; i < into.length; i++) into[i] = from[start + i]!;
}
