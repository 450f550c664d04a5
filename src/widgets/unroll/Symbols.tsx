/**
 * Every symbol of the figure in a row: pointed at, focused or tapped, it lights up in all views and says what it is.
 * The way to the symbols for those who cannot point at a formula.
 */
import type { ReadonlySignal } from '@preact/signals';
import { family, plain } from '../_shared/notation.ts';
import { Sym } from '../_shared/Sym.tsx';
import type { Frame } from './model.ts';
import { strings } from './strings.ts';

export interface SymbolsProps {
  readonly frame: Frame;
  readonly awake: boolean;
  /** What is lit now. */
  readonly lit: ReadonlySignal<string | undefined>;
}

export function Symbols({ frame, awake, lit }: SymbolsProps) {
  const computed = namedIn(frame);
  const parameters = frame.program.inputs.filter(({ kind }) => kind === 'parameter').map(({ name }) => name);
  const gradients = frame.state.backward ? [...computed.toReversed(), ...parameters].map((of) => `dL/d${of}`) : [];
  return (
    <div class="symbols">
      <div class="all" role="toolbar" aria-label={strings.symbols.name}>
        {['x', ...computed, 'target', 'l', 'L', ...parameters, ...gradients].map((name) => (
          <button key={name} type="button" class={`s-${name}`} disabled={!awake} tabIndex={-1} data-sym={name}>
            <Sym name={name} />
            <span class="sr">: {meaningOf(name)}</span>
          </button>
        ))}
      </div>
      <Meaning frame={frame} lit={lit} />
    </div>
  );
}

/** What the equations of a time step define, in their order, without the loss. */
const namedIn = ({ equations, options }: Frame): readonly string[] => [
  ...new Set(
    equations
      .filter(({ role, named, step, symbol }) => role === 'value' && named && step === options.T && symbol !== 'l')
      .map(({ symbol }) => symbol),
  ),
];

function Meaning({ frame, lit }: Pick<SymbolsProps, 'frame' | 'lit'>) {
  const id = lit.value;
  const meaning = id && meaningOf(family(id));
  if (!meaning) return <p class="hint">{strings.symbols.hint}</p>;
  const value = id.replace(/^dL\/d/, '');
  const shape = (frame.values.get(value) ?? frame.values.get(`${value}_${frame.options.T}`))?.shape ?? [];
  return (
    <p class="hint">
      <Sym name={id} />
      {shape.length > 0 && ` [${shape.join(' × ')}]`}: {meaning}
    </p>
  );
}

/** What a symbol stands for, in words; undefined for what has none. */
function meaningOf(symbol: string): string | undefined {
  const { names, weights, bias, peephole, gradient } = strings.symbols;
  const nameOf = (letter = '') => (Object.hasOwn(names, letter) ? names[letter as keyof typeof names] : undefined);
  if (symbol.startsWith('dL/d')) return gradient(plain(symbol.slice(4)));
  const [, kind, from, to] = /^([Wbp])_(\w)(\w?)$/.exec(symbol) ?? [];
  const [first, second] = [nameOf(from), nameOf(to || from)];
  if (kind === undefined || !first || !second) return nameOf(symbol);
  return kind === 'W' ? weights(first, second) : (kind === 'b' ? bias : peephole)(second);
}
