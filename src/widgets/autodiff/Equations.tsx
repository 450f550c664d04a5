/** All equations in the order in which they are computed, each with its number as soon as it is there. */
import { useEffect, useRef } from 'preact/hooks';
import { bindings, equationText, type OpEquation } from 'unrolled';
import { Chip, Chips } from '../_shared/Chip.tsx';
import { Still } from '../_shared/Still.tsx';
import { Sym } from '../_shared/Sym.tsx';
import { tidy } from './boxes.ts';
import { type Frame, isLarge, standingOf } from './model.ts';
import { strings } from './strings.ts';

export function Equations({ frame }: { readonly frame: Frame }) {
  const { programs, state } = frame;
  const program = state.mode === 'reverse' ? programs.whole : programs.forward;
  const equations = program.equations as readonly OpEquation[];
  const halves = [
    [strings.forwardHalf, equations.filter(({ role }) => role === 'value')],
    [strings.backwardHalf, equations.filter(({ role }) => role !== 'value')],
  ] as const;
  const binds = bindings(program);
  const root = useRef<HTMLDetailsElement>(null);
  const { at } = frame;
  useEffect(() => {
    const now = root.current!.querySelector<HTMLElement>('li[data-state="now"]');
    if (now) reveal(now.closest<HTMLElement>('.list')!, now);
  }, [at]);
  return (
    <details class="equations" open={!isLarge(frame)} ref={root}>
      <summary>{strings.equations}</summary>
      {halves.map(([title, list]) =>
        list.length === 0 ? null : (
          <div key={title} class="half numbers">
            <p class="title">{title}</p>
            <figure class="list" tabIndex={0} aria-label={title}>
              <ol>
                {list.map((equation) => (
                  <Row
                    key={equation.name}
                    frame={frame}
                    equation={equation}
                    text={tidy(equationText(equation, binds))}
                  />
                ))}
              </ol>
            </figure>
          </div>
        ),
      )}
    </details>
  );
}

interface RowProps {
  readonly frame: Frame;
  readonly equation: OpEquation;
  readonly text: string;
}

function Row({ frame, equation, text }: RowProps) {
  const standing = standingOf(frame, equation.name);
  const { data } = frame.values.get(equation.name)!;
  const kind = equation.role === 'value' ? 'value' : equation.role === 'local' ? 'local' : 'grad';
  return (
    <Still
      of={[equation, standing, data]}
      draw={() => (
        <li data-state={standing} data-sym={equation.name} data-equation={equation.name}>
          <span class="text">
            <Sym name={text} />
          </span>
          <Numbers
            {...{ name: equation.name, symbol: equation.symbol, kind, standing }}
            values={data}
            isScalar={equation.shape.length === 0}
          />
        </li>
      )}
    />
  );
}

interface NumbersProps {
  readonly name: string;
  readonly symbol: string;
  readonly kind: 'value' | 'grad' | 'local';
  readonly standing: 'later' | 'now' | 'done';
  readonly values: ArrayLike<number>;
  readonly isScalar: boolean;
}

/** The number or numbers of a value as buttons. */
export const Numbers = ({ name, symbol, kind, standing, values, isScalar }: NumbersProps) => (
  <Chips columns={Math.min(values.length, 3)}>
    {Array.from(values, (value, k) => (
      <Chip key={k} {...{ name, symbol, kind, standing, value }} index={isScalar ? [] : [k]} range={0} tabIndex={-1} />
    ))}
  </Chips>
);

/** Scrolls a list, and nothing else, so far that one of its rows is seen. */
function reveal(list: HTMLElement, row: HTMLElement): void {
  const from = row.offsetTop - list.offsetTop;
  if (from < list.scrollTop) list.scrollTop = from;
  else if (from + row.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = from + row.offsetHeight - list.clientHeight;
}
