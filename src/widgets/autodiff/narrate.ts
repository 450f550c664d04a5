/** The walk in sentences: what the step that is now has computed, with its numbers. */
import { explain, type Name } from 'unrolled';
import { plain, short } from '../_shared/notation.ts';
import { tidy } from './boxes.ts';
import type { Edge } from './graph.ts';
import { type Frame, gradientOf, localOf } from './model.ts';
import type { Turn } from './turns.ts';

const first = (frame: Frame, name: Name): number => frame.values.get(name)!.data[0]!;
const isVector = (frame: Frame, name: Name): boolean => frame.values.get(name)!.shape.length > 0;

export function narrate(frame: Frame): string {
  const { now, state, at, turns } = frame;
  if (!now) return start(frame);
  const sentence = { value: ofValue, seed: ofSeed, product: ofProduct, sum: ofSum }[now.kind](frame, now);
  const isEnd = at === turns.length;
  if (!isEnd) return sentence;
  return `${sentence} ${state.mode === 'reverse' ? reverseEnd(frame) : forwardEnd(frame)}`;
}

function start({ state, programs, inputs }: Frame): string {
  const count = programs.forward.equations.length;
  if (state.mode === 'reverse')
    return `The inputs are given. ${count} ${count === 1 ? 'step' : 'steps'} forward compute L; then it goes back, edge by edge.`;
  const by = plain(inputs[state.along]!);
  return `The inputs are given, and ${by} moves: its tangent is 1, that of every other input is 0. Every value is computed together with its tangent.`;
}

function ofValue(frame: Frame, { equation }: Turn): string {
  const { name } = equation;
  const { symbolic, numeric } = explain(frame.programs.whole, frame.values, name, 0, () => false, 4)!;
  const head = isVector(frame, name) ? `${plain(name)}, number by number; the first: ` : `${plain(name)} = `;
  const value = `${head}${plain(tidy(symbolic))} = ${numeric} = ${short(first(frame, name))}.`;
  return frame.tangents ? `${value} ${tangentSentence(frame, name)}` : value;
}

const tangentSentence = (frame: Frame, name: Name): string => {
  const { symbols, numbers, value } = tangentTerms(frame, name);
  return `Its tangent: ${symbols} = ${numbers} = ${short(value)}.`;
};

/** The chain rule forward: every operand’s tangent times its local derivative. */
export function tangentTerms(frame: Frame, name: Name) {
  const into = frame.graph.edges.filter(({ to }) => to === name);
  const number = (edge: Edge): number => {
    const local = localOf(frame, edge);
    return typeof local === 'number' ? local : (local?.data[0] ?? 1);
  };
  const tangent = (of: Name) => frame.tangents!.get(of)!.data[0]!;
  return {
    symbols: into.map((edge) => `∂${plain(name)}/∂${plain(edge.from)} · tangent of ${plain(edge.from)}`).join(' + '),
    numbers: into.map((edge) => `${short(number(edge))}·${bracketed(tangent(edge.from))}`).join(' + '),
    value: tangent(name),
  };
}

const bracketed = (x: number): string => (x < 0 ? `(${short(x)})` : short(x));

const ofSeed = (): string => 'Now backward. It begins at L with ∂L/∂L = 1: L moves exactly as much as itself.';

function ofProduct(frame: Frame, turn: Turn): string {
  if (turn.kind !== 'product') return '';
  const { edge, equation } = turn;
  const [from, to] = [plain(edge.from), plain(edge.to)];
  const local = localOf(frame, edge);
  const arrives = first(frame, equation.upstream!);
  const result = short(first(frame, equation.name));
  if (local === undefined)
    return `From ${to} back to ${from}: the rule of ${equation.op === 'sum' ? 'spreading one number over many is to add up what comes back' : plain(edge.to)}. ${result} arrives.`;
  const number = typeof local === 'number' ? local : local.data[0]!;
  const what =
    typeof edge.local === 'string' && edge.local !== `d${edge.to}/d${edge.from}` ? ` = ${plain(edge.local)}` : '';
  const many = isVector(frame, equation.name) ? ' in the first place' : '';
  return `From ${to} back to ${from}: the gradient of ${to}, ${short(arrives)}, times the local derivative ∂${to}/∂${from}${what} = ${short(number)}, is ${result}${many}.`;
}

function ofSum(frame: Frame, { equation }: Turn): string {
  const of = plain(equation.wrt!);
  const [a, b] = equation.inputs.map((input) => (typeof input === 'number' ? input : first(frame, input)));
  if (a === undefined || b === undefined) return `L does not depend on ${of}: its gradient is 0.`;
  const isWhole = equation.name === gradientOf(frame, equation.wrt!);
  const uses = frame.graph.nodes.find(({ name }) => name === equation.wrt)!.fanOut;
  return `${of} is used in ${uses} places, so its contributions are added: ${short(a)} + ${bracketed(b)} = ${short(a + b)}.${isWhole ? '' : ' One more is to come.'}`;
}

function reverseEnd(frame: Frame): string {
  const gradients = frame.programs.forward.inputs.slice(0, 4).map(({ name }) => {
    const of = gradientOf(frame, name);
    return `${plain(of)} = ${Array.from(frame.values.get(of)!.data.slice(0, 4), short).join(', ')}`;
  });
  return `Done, in one sweep: ${gradients.join('; ')}.`;
}

const forwardEnd = ({ state, inputs, tangents }: Frame): string =>
  `Done: ∂L/∂${plain(inputs[state.along]!)} = ${short(tangents!.get('L')!.data[0]!)}. For another input, all of it once more.`;
