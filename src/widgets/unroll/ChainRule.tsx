/**
 * The backward step that was just done, taken apart: the gradient that arrived, the local derivative, their
 * product; or the gradients that meet, and their sum.
 */
import { isScan, type OpEquation } from 'unrolled';
import { plain } from '../_shared/notation.ts';
import { Sym } from '../_shared/Sym.tsx';
import { type Frame, statesOf } from './model.ts';
import { TensorChips } from './Numbers.tsx';

export function ChainRule({ frame }: { readonly frame: Frame }) {
  const { now } = frame;
  if (!now || now.role === 'value')
    return <p class="hint">Step on: the backward half begins after the loss. Each of its steps is taken apart here.</p>;
  const equation = frame.state.depth === 'step' ? summary(frame) : now;
  return (
    <div class="chain-rule" data-role={equation.role}>
      <Terms frame={frame} equation={equation} />
    </div>
  );
}

/** At depth "time step" the panel shows the step's meeting point, or its last product. */
const summary = (frame: Frame): OpEquation => {
  const done = frame.equations.filter(({ name }) => frame.fresh.has(name));
  return (
    done.find(({ role, symbol, name }) => role === 'sum' && symbol === 'h' && !name.endsWith('+')) ??
    done.find(({ name }) => /^dL\/da_/.test(name)) ??
    done.at(-1)!
  );
};

function Terms({ frame, equation }: { frame: Frame; equation: OpEquation }) {
  const { role, inputs, upstream, name, wrt } = equation;
  const names = inputs.filter((input): input is string => typeof input === 'string');
  if (role === 'seed' || names.length === 0)
    return <Term result frame={frame} name={name} kind="grad" says="The walk back starts here" />;
  if (role === 'local')
    return (
      <Term
        result
        frame={frame}
        name={name}
        kind="local"
        says={
          equation.named
            ? `Local derivative: how ${plain(equation.of!)} moves with ${plain(wrt!)}`
            : 'A part of the local derivative that comes next'
        }
      />
    );
  if (role === 'sum') {
    const isState = statesOf(frame).includes(equation.symbol);
    return (
      <>
        {names.map((part, k) => (
          <>
            {k > 0 && <Sign sign="+" />}
            <Term key={part} frame={frame} name={part} kind="grad" says={saysOf(part, isState)} />
          </>
        ))}
        <Sign sign="=" />
        <Term
          result
          frame={frame}
          name={name}
          kind="grad"
          says={isState && !name.endsWith('+') ? 'Two gradients meet' : 'The sum so far'}
        />
      </>
    );
  }
  const local = names.find((each) => each !== upstream);
  const isMatrix = equation.op === 'matvecT' || equation.op === 'matvec' || equation.op === 'outer';
  const terms = [
    <Term key="upstream" frame={frame} name={upstream!} kind="upstream" says="Upstream gradient" />,
    local ? (
      <Term
        key="local"
        frame={frame}
        name={local}
        kind={kindOf(frame, local)}
        says={
          isMatrix
            ? `Local derivative: ${equation.op === 'outer' ? 'the input' : 'the matrix, transposed'}`
            : 'Local derivative'
        }
      />
    ) : (
      <div key="one" class="term">
        <b>1</b>
        <small>Local derivative: a plain sum passes the gradient on</small>
      </div>
    ),
  ];
  return (
    <>
      {terms[0]}
      <Sign sign={{ outer: '⊗', mul: '⊙', matvecT: '·', identity: '·' }[equation.op] ?? '·'} />
      {terms[1]}
      <Sign sign="=" />
      <Term result frame={frame} name={name} kind="grad" says={nextOf(frame, equation)} />
    </>
  );
}

function saysOf(name: string, isState: boolean): string {
  if (!isState) return name.endsWith('+') || !name.includes('←') ? 'The sum so far' : 'This step’s term';
  return name.includes('←y')
    ? 'From this step’s output'
    : name.includes('←a')
      ? 'From the future: dh_next'
      : name.endsWith('+')
        ? 'The sum so far'
        : `Through ${plain(name.replace(/^.*←/, ''))}`;
}

const nextOf = (frame: Frame, { name, symbol, t, step }: OpEquation): string => {
  const isParameter = frame.program.inputs.some((input) => input.symbol === symbol && input.kind === 'parameter');
  if (isParameter) return `Step ${step}’s term of ∂L/∂${plain(symbol)}`;
  if (statesOf(frame).includes(symbol) && t !== step && (t ?? 0) >= 0)
    return t === 0 ? 'Gradient of the initial state' : `d${symbol}_next for step ${t}`;
  return name.includes('←') ? 'One contribution' : 'The gradient';
};

const kindOf = (frame: Frame, name: string) => {
  const equation = frame.program.equations.find((each): each is OpEquation => !isScan(each) && each.name === name);
  return equation?.role === 'local' ? 'local' : 'value';
};

const Sign = ({ sign }: { readonly sign: string }) => <span class="sign">{sign}</span>;

function Term({
  frame,
  name,
  kind,
  says,
  result = false,
}: {
  frame: Frame;
  name: string;
  kind: 'grad' | 'local' | 'upstream' | 'value';
  says: string;
  /** What the step computes, which is not there before it is done. */
  result?: boolean;
}) {
  const source = frame.program.inputs.find((each) => each.name === name) ?? frame.equations[frame.order.get(name)!];
  return (
    <div class="term">
      <b data-sym={name}>
        <Sym name={name} />
      </b>
      <TensorChips
        frame={frame}
        name={name}
        symbol={source?.symbol ?? name}
        t={source?.t}
        kind={kind}
        always={!result}
      />
      <small>{says}</small>
    </div>
  );
}
