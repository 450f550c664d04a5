/**
 * Programs written down as TeX: the formulas of the chapters. Unnamed values are put in where they are used.
 * With `link`, every symbol is wrapped in `\sym{name}{…}`, which the page turns into a linked symbol.
 */
import type { Cell, Sizes } from './cells/cell.ts';
import { type NetworkOptions, network } from './network.ts';
import { formOf, type Written, write } from './op.ts';
import { ops } from './ops.ts';
import { isScan, type Name, type OpEquation, type Program } from './program.ts';

/** How TeX is written. */
export interface TexOptions {
  readonly link?: boolean;
  /** Named values to put in where they are used, as unnamed ones are. */
  readonly inline?: (equation: OpEquation) => boolean;
}

/** Symbols whose TeX is not just their letters and subscript. */
const SPECIAL: Readonly<Record<string, string>> = { l: '\\ell', target: 'y^{\\ast}' };

/** `W_hh` → `W_{hh}`; `h` at t → `h_{t}`. */
export function symbolTex(symbol: string, time?: string): string {
  const [base = '', layer] = symbol.split('^');
  const [letter = '', subscript] = base.split('_');
  const below = [subscript, time].filter((part) => part !== undefined && part !== '').join(',');
  return `${SPECIAL[letter] ?? letter}${below ? `_{${below}}` : ''}${layer ? `^{(${layer})}` : ''}`;
}

/** A value's TeX, from its name: a symbol, or a derivative by one. */
export function nameTex(program: Program, name: Name, options: TexOptions = {}): string {
  return new Tex(program, options).name(name).text;
}

/** `h_{t} = \tanh(a_{t})`. */
export function equationTex(program: Program, name: Name, options: TexOptions = {}): string {
  const tex = new Tex(program, options);
  return `${tex.name(name).text} = ${tex.rightSide(name).text}`;
}

/** One formula of a cell's step. */
export interface StepFormula {
  readonly symbol: string;
  readonly name: Name;
  readonly tex: string;
}

const SOME: Sizes = { X: 2, H: 2, Y: 2 };

/**
 * The named equations of one step of a cell with its readout, in relative time: what a chapter calls "the cell".
 *
 * ```ts
 * import { rnn, stepTex } from 'unrolled';
 * stepTex(rnn).find(({ symbol }) => symbol === 'h').tex // → h_{t} = \tanh(a_{t})
 * ```
 */
export function stepTex(cell: Cell, options: TexOptions & Partial<NetworkOptions> = {}): readonly StepFormula[] {
  const { link, inline, ...sizes } = options;
  const program = network(cell, { ...SOME, T: 2, loss: 'mse', ...sizes });
  const scan = program.equations.find(isScan)!;
  return formulas(scan.body, { ...(link && { link }), ...(inline && { inline }) });
}

/** Every named equation of a program as TeX. */
export const formulas = (program: Program, options: TexOptions = {}): StepFormula[] =>
  program.equations.flatMap((equation) =>
    isScan(equation) || !equation.named
      ? []
      : [{ symbol: equation.symbol, name: equation.name, tex: equationTex(program, equation.name, options) }],
  );

class Tex {
  private readonly equations: ReadonlyMap<Name, OpEquation>;
  private readonly program: Program;
  private readonly options: TexOptions;

  constructor(program: Program, options: TexOptions) {
    this.program = program;
    this.options = options;
    this.equations = new Map(program.equations.flatMap((each) => (isScan(each) ? [] : [[each.name, each]])));
  }

  name(name: Name): Written {
    const equation = this.equations.get(name);
    if (equation && (!equation.named || this.options.inline?.(equation))) return this.rightSide(name);
    if (equation?.role === 'local') return this.linked(name, this.fraction(equation.of!, equation.wrt!));
    const gradient = /^d(\w+)\/d/.exec(name);
    if (gradient) return this.linked(name, this.gradient(gradient[1]!, name, equation));
    return this.linked(name, symbolTex(...this.symbolAndTime(name)));
  }

  rightSide(name: Name): Written {
    const { op, inputs, attributes } = this.equations.get(name)!;
    if (op === 'fill') return { text: String(attributes!.value), binds: 4 };
    const operands = inputs.map((input) =>
      typeof input === 'number' ? { text: String(input), binds: input < 0 ? 0 : 4 } : this.name(input),
    );
    return write(formOf(ops[op]!, attributes), 'tex', operands);
  }

  private linked(name: Name, tex: string): Written {
    return { text: this.options.link && !/[\s,]/.test(name) ? `\\sym{${name}}{${tex}}` : tex, binds: 4 };
  }

  /** ∂L/∂h, and where the contribution comes from when it is not all of it. */
  private gradient(objective: string, name: Name, equation?: OpEquation): string {
    const [value, source] = name.slice(objective.length + 3).split('←');
    const whole = this.fraction(objective, equation?.wrt ?? value!.replace(/^\((.*)\)$/, '$1'));
    if (source === undefined) return whole;
    if (source === 'future') return `${whole}\\bigg|_{\\text{future}}`;
    const from = this.plainName(source.replace(/[+′]/g, ''));
    return `${whole}\\bigg|_{${from}${source.endsWith('+') ? ',\\dots' : ''}}`;
  }

  private fraction(above: Name, below: Name): string {
    const part = (name: Name): string => {
      const text = this.plainName(name);
      return this.equations.get(name)?.named === false ? `(${text})` : text;
    };
    return `\\frac{\\partial ${part(above)}}{\\partial ${part(below)}}`;
  }

  /** A value's TeX without links, for places where there is no room for them. */
  private plainName(name: Name): string {
    if (this.equations.get(name)?.named === false) return new Tex(this.program, {}).rightSide(name).text;
    return symbolTex(...this.symbolAndTime(name));
  }

  /** `h[t-1]` → h, t-1; `h_2` → h, 2; `W_hh` → W_hh. */
  private symbolAndTime(name: Name): [string, string?] {
    const bracket = /^(.*)\[(t[^\]]*)\]$/.exec(name);
    if (bracket) return [bracket[1]!, bracket[2]!];
    const numbered = /^(.*)_(\d+)$/.exec(name);
    return numbered ? [numbered[1]!, numbered[2]!] : [name];
  }
}
