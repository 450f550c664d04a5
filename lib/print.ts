/**
 * Programs written down as text, for snapshots and for people. TeX is in `tex.ts`.
 */
import { formOf, type Written, write } from './op.ts';
import { ops } from './ops.ts';
import { isScan, type Name, type OpEquation, type Program } from './program.ts';
import { type Shape, showShape } from './tensor.ts';

/** The whole program, an equation a line with its shape behind it; the body of a scan is indented. */
export function print(program: Program): string {
  return [...program.inputs.map(({ name, kind, shape }) => line(`${kind} ${name}`, shape)), ...body(program)].join(
    '\n',
  );
}

function body(program: Program): string[] {
  const binds = bindings(program);
  return program.equations.flatMap((equation) => {
    if (!isScan(equation)) return [line(equationText(equation, binds), equation.shape)];
    const { name, length, reverse, carry, xs, ys, constants } = equation;
    return [
      `${name}, t = ${reverse ? `${length} … 1` : `1 … ${length}`}`,
      ...carry.map(
        ({ inner, init, next, final }) => `  carry ${inner}: first ${init}, then ${next}; at the end ${final}`,
      ),
      ...xs.map(({ inner, from }) => `  read ${inner} from ${from}`),
      ...(constants.length ? [`  share ${constants.map(({ inner }) => inner).join(', ')}`] : []),
      ...body(equation.body).map((text) => `    ${text}`),
      ...ys.map(({ inner, stacked }) => `  keep ${inner} as ${stacked}`),
    ];
  });
}

const line = (text: string, shape: Shape): string => (shape.length ? `${text} : ${showShape(shape)}` : text);

/** How tightly each unnamed value's name binds, which is its expression (in a backward body, an input may be one). */
export const bindings = ({ inputs, equations }: Program): ReadonlyMap<Name, number> =>
  new Map([
    ...inputs.flatMap(({ name }) => (name.includes(' ') ? [[name, 1] as const] : [])),
    ...equations.flatMap((each) =>
      isScan(each) || each.named ? [] : [[each.name, formOf(ops[each.op]!, each.attributes).binds] as const],
    ),
  ]);

/** `h_2 = tanh(a_2)`, or the bare expression of an unnamed value. */
export function equationText(equation: OpEquation, binds: ReadonlyMap<Name, number>): string {
  const right = rightSide(equation, binds);
  return equation.named ? `${equation.name} = ${right}` : right;
}

function rightSide({ op, inputs, attributes }: OpEquation, binds: ReadonlyMap<Name, number>): string {
  if (op === 'fill') return String(attributes!.value);
  const operands = inputs.map((input): Written => ({ text: String(input), binds: binds.get(String(input)) ?? 4 }));
  return write(formOf(ops[op]!, attributes), 'text', operands).text;
}
