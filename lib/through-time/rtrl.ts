/**
 * Real-time recurrent learning (Williams & Zipser 1989): the gradient without going back. Beside the state, its
 * derivative by every weight is carried forward, S_t = ∂s_t/∂s_{t−1} · S_{t−1} + ∂⁺s_t/∂W, as tangents of the step.
 *
 * After each step the gradient so far is there, whatever T will be. The price: a tangent of the step for each of the P
 * weights, so with H units and P ~ H² weights about H⁴ products a step and H³ numbers of memory, where backpropagation
 * has H² a step and H·T of memory. For small cells, and as a check of backward that shares nothing with it but the step.
 */
import { tangents } from '../jet.ts';
import type { Name, Program } from '../program.ts';
import { type Given, run } from '../run.ts';
import { sizeOf, type Tensor, zeros } from '../tensor.ts';
import { lossWeights, parameterNames, recurrenceOf, stepInputs } from './recurrence.ts';
import { unit } from './tensors.ts';

/** What real-time recurrent learning knows after step t, without having stored the steps before. */
export interface RtrlStep {
  /** The step, from 1. */
  readonly t: number;
  /** ∂(L as far as step t)/∂W by parameter. */
  readonly gradients: Readonly<Record<Name, Tensor>>;
  /** ∂s_t/∂W by parameter: [S, P], a row for each element of all states one behind the other. */
  readonly sensitivities: Readonly<Record<Name, Tensor>>;
}

/**
 * Runs through the steps of a network. The last one has the gradient of L.
 *
 * @param program a network with its scan
 */
export function* rtrl(program: Program, given: Given, wrt = parameterNames(program)): Generator<RtrlStep, void> {
  const recurrence = recurrenceOf(program);
  const { scan, states } = recurrence;
  const values = run(program, given);
  const weights = lossWeights(program, given);
  const loss = scan.ys.find(({ stacked }) => stacked === program.outputs.l)!.inner;
  const S = states.reduce((n, { shape }) => n + sizeOf(shape), 0);
  const shapeOf = (name: Name) => program.inputs.find((input) => input.name === name)!.shape;
  const innerOf = (name: Name) => scan.constants.find(({ outer }) => outer === name)?.inner;
  let carried = new Map(wrt.map((name) => [name, zeros([S, sizeOf(shapeOf(name))])]));
  const gradients = new Map(wrt.map((name) => [name, zeros(shapeOf(name))]));
  for (let t = 1; t <= scan.length; t++) {
    const now = stepInputs(recurrence, values, t);
    const next = new Map(wrt.map((name) => [name, zeros([S, sizeOf(shapeOf(name))])]));
    for (const name of wrt) {
      const inner = innerOf(name);
      const P = sizeOf(shapeOf(name));
      for (let p = 0; p < P; p++) {
        const moving = column(carried.get(name)!, p, states);
        const seed = { ...moving, ...(inner !== undefined && { [inner]: unit(shapeOf(name), p) }) };
        const tangent = tangents(scan.body, now, seed);
        setColumn(
          next.get(name)!,
          p,
          states.flatMap(({ after }) => Array.from(tangent.get(after)!.data)),
        );
        gradients.get(name)!.data[p]! += weights[t - 1]! * tangent.get(loss)!.data[0]!;
      }
    }
    carried = next;
    const soFar = Array.from(gradients, ([name, { shape, data }]) => [name, { shape, data: data.slice() }]);
    yield { t, gradients: Object.fromEntries(soFar), sensitivities: Object.fromEntries(carried) };
  }
}

/** Column p of [S, P], taken apart into the states. */
function column({ shape: [, P], data }: Tensor, p: number, states: ReturnType<typeof recurrenceOf>['states']) {
  let row = 0;
  return Object.fromEntries(
    states.map(({ before, shape }) => {
      const part = Float64Array.from({ length: sizeOf(shape) }, () => data[row++ * P! + p]!);
      return [before, { shape, data: part }];
    }),
  );
}

function setColumn({ shape: [, P], data }: Tensor, p: number, values: readonly number[]): void {
  values.forEach((value, row) => {
    data[row * P! + p] = value;
  });
}
