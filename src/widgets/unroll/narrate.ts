/**
 * Each step as a sentence. What it prints recomputes to what it prints: the numbers come from the engine's
 * `explain`, which gives operands as many digits as that takes.
 */
import {
  decimal,
  elementValue,
  equationText,
  evaluate,
  explain,
  exprText,
  type Name,
  type OpEquation,
  tensor,
} from 'unrolled';
import { plain } from '../_shared/notation.ts';
import { bindsOf, type Frame, gradientParts, halfOf, statesOf, symbolsOf, T } from './model.ts';

export function narrate(frame: Frame): string {
  const { now, state, scalars } = frame;
  if (!now) return `Start: the weights, h₀ and the inputs are given, nothing is computed yet.`;
  if (state.depth === 'scalar' && scalars.length > 0) return scalarSentence(frame);
  if (state.depth === 'step') return stepSentence(frame);
  return `${place(now)}${equationSentence(frame, now)}${remark(frame, now)}`;
}

const place = ({ step, role }: OpEquation): string => {
  if (step === undefined) return role === 'value' ? 'Loss: ' : 'Backward begins: ';
  return role === 'value' ? `t = ${step}: ` : `Back at t = ${step}: `;
};

/** Numbers put in that are longer than this are shown part by part instead: the parts are steps of their own. */
const LONG = 110;

/** `h₂ = tanh(a₂) = tanh(0.3808) = 0.3634`; vectors show their formula and their values. */
export function equationSentence(frame: Frame, equation: OpEquation, deep = false): string {
  const { program, values } = frame;
  const inline = deep ? (e: OpEquation) => e.step === equation.step && e.role === 'value' : undefined;
  const isNumber = values.get(equation.name)!.data.length === 1;
  const whole = explain(program, values, equation.name, 0, inline)!;
  const { numeric, result } =
    whole.numeric.length <= LONG ? whole : explain(program, values, equation.name, 0, () => false)!;
  const formula = deep && isNumber ? plain(equation.name) : plain(equationText(equation, bindsOf(program)));
  const numbers = isNumber && numeric !== result && equation.op !== 'fill' ? [numeric] : [];
  return [formula, ...numbers, isNumber ? result : vector(frame, equation.name)].join(' = ');
}

export function vector(frame: Frame, name: Name, digits = 4): string {
  const { shape, data } = frame.values.get(name)!;
  const row = (from: number, width: number) =>
    Array.from(data.subarray(from, from + width), (x) => decimal(x, digits)).join(', ');
  if (shape.length < 2) return `(${row(0, data.length)})`;
  const width = shape[1]!;
  return `(${Array.from({ length: shape[0]! }, (_, r) => row(r * width, width)).join('; ')})`;
}

/** What the step means, where the equation alone does not say it. */
function remark(frame: Frame, now: OpEquation): string {
  const { wrt, role, symbol, step, name } = now;
  if (role === 'seed') return '. The loss changes one for one with itself.';
  if (role === 'local' && !now.named) return '. A part of the local derivative that comes next.';
  if (role === 'local') return '. This is the local derivative: how much the result moves per unit of its input.';
  const isState = statesOf(frame).includes(symbol);
  if (role === 'sum' && isState && name.endsWith('+'))
    return `. ${plain(wrt!)} has more than one reader: what they say about it adds up.`;
  if (role === 'sum' && isState)
    return symbol === 'h'
      ? '. Two gradients meet: the one from the future (dh_next) and the one from this step’s output.'
      : `. Two gradients meet: the one from the future (d${symbol}_next) and the one through this step’s h.`;
  const isParameter = frame.program.inputs.some((input) => input.name === wrt && input.kind === 'parameter');
  if (isParameter && role === 'sum')
    return `. Step ${step}’s term joins the sum: every step uses the same ${plain(wrt!)}.`;
  if (isParameter) return `. Step ${step}’s own term of the shared weight’s gradient.`;
  if (role === 'product' && symbol === 'h' && name.includes('←y'))
    return '. One of two ways in: through this step’s output.';
  if (role === 'product' && isState && (now.t ?? 0) > 0 && now.t !== step && readersOf(frame, wrt!) > 1)
    return `. A part of d${symbol}_next for step ${now.t}: one of the ways in which step ${step} reads ${plain(wrt!)}.`;
  if (role === 'product' && isState && (now.t ?? 0) > 0 && now.t !== step)
    return `. This is d${symbol}_next for step ${now.t}: what the future says about ${symbol}${now.t === undefined ? '' : ` at t = ${now.t}`}.`;
  if (role === 'product') return ': upstream gradient times local derivative.';
  return '.';
}

/** How many equations of the next step read a state. */
const readersOf = (frame: Frame, state: Name): number =>
  gradientParts(frame, state).filter(({ role, step, t }) => role === 'product' && step !== t).length;

/** A whole time step in one sentence: its named values. */
function stepSentence(frame: Frame): string {
  const done = frame.equations.filter(({ name }) => frame.fresh.has(name));
  const half = halfOf(frame);
  const wanted =
    half === 'forward'
      ? done.filter(({ symbol, named }) => named && [...statesOf(frame), 'y', 'l'].includes(symbol))
      : half === 'loss'
        ? done
        : done.filter(
            ({ name, role, symbol }) =>
              role !== 'local' &&
              !name.includes('←') &&
              [...symbolsOf(frame), 'L'].includes(symbol) &&
              name.includes('/d'),
          );
  const parts = wanted.map((equation) =>
    equationSentence(frame, equation, half === 'forward' && equation.symbol === 'h'),
  );
  const start = place(done[0] ?? frame.now!);
  return `${start}${parts.join('; ')}.${half === 'backward' ? ` ${T(frame)} steps share the weights, so each adds a term to their gradients.` : ''}`;
}

function scalarSentence(frame: Frame): string {
  const { scalars, values, now } = frame;
  const current = scalars.findLast(({ done }) => done)!;
  const { inputs, op, name } = current.equation;
  const own = new Map(scalars.map(({ equation, value }) => [equation.name, value]));
  const read = (element: Name) => own.get(element) ?? elementValue(values, element);
  const result = decimal(current.value, 4);
  const places = placesFor(current.equation, read, result);
  const args = inputs.map((input) => (typeof input === 'number' ? input : { ref: input, index: [] }));
  const expr = op === 'identity' ? args[0]! : { op, args };
  const symbols = op === 'fill' ? [] : [plain(exprText(expr))];
  const numbers = exprText(expr, (part) =>
    typeof part === 'number' ? decimal(part, 0) : decimal(read(part.ref), places),
  );
  const all = [plain(name), ...symbols, ...(op === 'fill' ? [] : [numbers]), result];
  const text = all.filter((part, k) => part !== all[k - 1]).join(' = ');
  return `${place(now!)}${text} (${scalars.indexOf(current) + 1} of ${scalars.length} for ${plain(now!.name)}).`;
}

/** How many decimals operands need so that what is printed of them gives the result that is printed. */
function placesFor(equation: OpEquation, read: (element: Name) => number, result: string): number {
  const printed = (x: number, places: number) =>
    Number.isFinite(x) ? Number(decimal(x, places).replaceAll('−', '-')) : x;
  const gives = (places: number) =>
    decimal(evaluate(equation, (name) => tensor(printed(read(name), places))).data[0]!, 4);
  let places = 4;
  while (places < 17 && gives(places) !== result) places++;
  return places;
}
