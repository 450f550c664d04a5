/**
 * Provenance: where a number came from, as its equation with the numbers put in; for a gradient, the central
 * difference beside it.
 */

import { useMemo } from 'preact/hooks';
import { decimal, differenceOf, elementName, explain, type Given, type Program, type Values } from 'unrolled';
import { plain } from './notation.ts';

export interface Picked {
  /** Name of the tensor, and the flat position in it. */
  readonly name: string;
  readonly at: number;
}

export interface InspectorProps {
  readonly program: Program;
  readonly given: Given;
  readonly values: Values;
  readonly picked: Picked;
  /** Said instead of the number while it is not there. */
  readonly notYet?: string | undefined;
  readonly onClose: () => void;
}

const LABEL = 'Where this number comes from';

export function Inspector({ program, given, values, picked, notYet, onClose }: InspectorProps) {
  const { name, at } = picked;
  const tensor = values.get(name);
  const check = useMemo(() => differenceFor(program, given, name, at), [program, given, name, at]);
  if (!tensor || at >= tensor.data.length) return null;
  const value = tensor.data[at]!;
  const input = program.inputs.find((each) => each.name === name);
  const explained = explain(program, values, name, at, undefined, 6);
  const index =
    explained?.name ??
    elementName(
      name,
      tensor.shape.length === 1
        ? [at]
        : tensor.shape.length === 2
          ? [Math.floor(at / tensor.shape[1]!), at % tensor.shape[1]!]
          : [],
    );
  if (notYet !== undefined)
    return (
      <aside class="inspector" aria-label={LABEL} data-inspects={name}>
        <p>
          <b>{plain(index)}</b>: {notYet}
        </p>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </aside>
    );
  return (
    <aside class="inspector" aria-label={LABEL} data-inspects={name}>
      <p>
        <b>{plain(index)}</b> = <span data-full-value={String(value)}>{String(value).replace('-', '−')}</span>
      </p>
      {input && (
        <p>
          Given:{' '}
          {
            { parameter: 'a weight, the same at every step', state: 'the initial state', data: 'part of your data' }[
              input.kind
            ]
          }
          .
        </p>
      )}
      {explained && (
        <p class="equation">
          {plain(explained.name)} = {plain(explained.symbolic)}
          <br />= {explained.numeric}
          <br />= {explained.result}
        </p>
      )}
      {check && (
        <p data-central-difference={String(check.value)}>
          Checked by a central difference, running the network again with {plain(check.by)} a little larger and a little
          smaller: <b>{decimal(check.value, 6)}</b>, off by{' '}
          {Math.abs(value - check.value)
            .toExponential(0)
            .replace('-', '−')}
          .
        </p>
      )}
      {!Number.isFinite(value) && (
        <p role="alert">
          ⚠ This is not a finite number: somewhere before it a value grew beyond 1.8·10³⁰⁸, or two infinities met.
        </p>
      )}
      <button type="button" onClick={onClose}>
        Close
      </button>
    </aside>
  );
}

/** The numeric derivative that a finished gradient must equal; contributions and local derivatives have none of their own. */
function differenceFor(program: Program, given: Given, name: string, at: number) {
  const value = Object.entries(program.gradients ?? {}).find(([, gradient]) => gradient === name)?.[0];
  if (value === undefined) return undefined;
  const forward = {
    ...program,
    equations: program.equations.filter((each) => 'role' in each && each.role === 'value'),
    outputs: { L: program.outputs.L! },
  };
  return { by: value, value: differenceOf(forward, given, value, at).value };
}
