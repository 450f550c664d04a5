/**
 * A long sequence in chunks, the final state of each carried into the next as a constant: stateful training. Within a
 * chunk the gradient is exact; across chunks nothing flows back. With parameters that stay as they are, the gradients add
 * up to those of `truncatedGradients` with window = stride = the chunk's length.
 */
import { backward } from '../backward.ts';
import type { Name, Program } from '../program.ts';
import { type Given, InputError, output, run } from '../run.ts';
import { type Tensor, tensor } from '../tensor.ts';
import { parameterNames, recurrenceOf } from './recurrence.ts';

/** What one chunk of a long sequence gave. */
export interface Chunk {
  /** Which chunk, from 0. */
  readonly index: number;
  /** The loss of this chunk. */
  readonly loss: number;
  /** ∂(loss)/∂W by parameter, the state before the chunk taken as a constant. */
  readonly gradients: Readonly<Record<Name, Tensor>>;
  /** The state after its last step, by the name under which it enters the next chunk: `h_0`. */
  readonly final: Readonly<Record<Name, Tensor>>;
}

/**
 * Runs through the chunks of a sequence, one at a time. `next(parameters)` goes on with other parameters: an update
 * between chunks.
 *
 * @param program a network of as many steps as a chunk shall have, with its scan
 * @param given sequences of any multiple of that length; the initial state is that of the first chunk
 * @param state `carried`, or `reset`: every chunk starts from the initial state that was given
 * @throws InputError when a sequence is not a whole number of chunks
 */
export function* chunks(
  program: Program,
  given: Given,
  state: 'carried' | 'reset' = 'carried',
): Generator<Chunk, void, Given | undefined> {
  const { scan, states } = recurrenceOf(program);
  const both = backward(program, { wrt: parameterNames(program) });
  const sequences = [...new Set(scan.xs.map(({ from }) => from))];
  const count = chunkCount(sequences, given, scan.length);
  let now: Given = given;
  for (let index = 0; index < count; index++) {
    const parts = sequences.map((name) => [name, rowsOf(tensor(given[name]!), index * scan.length, scan.length)]);
    const values = run(both, { ...now, ...Object.fromEntries(parts) });
    const final = Object.fromEntries(states.map(({ initial }, k) => [initial, values.get(scan.carry[k]!.final)!]));
    const gradients = parameterNames(program).map((name) => [name, output(both, values, `dL/d${name}`)]);
    const loss = output(both, values, 'L').data[0]!;
    const update = yield { index, loss, gradients: Object.fromEntries(gradients), final };
    now = { ...now, ...update, ...(state === 'carried' && final) };
  }
}

function chunkCount(sequences: readonly Name[], given: Given, length: number): number {
  const counts = sequences.map((name) => {
    if (given[name] === undefined) throw new InputError(name, `missing input ${name}`);
    const steps = tensor(given[name]).shape[0] ?? 0;
    if (steps === 0 || steps % length > 0)
      throw new InputError(name, `${name} has ${steps} steps, which are no whole chunks of ${length}`);
    return steps / length;
  });
  const odd = sequences.find((_, k) => counts[k] !== counts[0]);
  if (odd) throw new InputError(odd, `${sequences[0]} has ${counts[0]} chunks, ${odd} another number`);
  return counts[0] ?? 0;
}

function rowsOf({ shape: [, ...rest], data }: Tensor, start: number, count: number): Tensor {
  const size = rest.reduce((n, extent) => n * extent, 1);
  return { shape: [count, ...rest], data: data.slice(start * size, (start + count) * size) };
}
