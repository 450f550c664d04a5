/** Draws the autodiff figure: formulas, graph, walk, equations, table and counts. What is true is in `model.ts`. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { FigureToolbar } from '../_shared/FigureToolbar.tsx';
import type { Picked } from '../_shared/Inspector.tsx';
import { light } from '../_shared/linking.ts';
import { plain } from '../_shared/notation.ts';
import { Provenance } from '../_shared/Provenance.tsx';
import { rove } from '../_shared/roving.ts';
import { strings as shared } from '../_shared/strings.ts';
import { Transport } from '../_shared/Transport.tsx';
import { useEvents } from '../_shared/use-events.ts';
import { useFigure } from '../_shared/use-figure.ts';
import { act, isMove } from './actions.ts';
import { layoutKey, measured } from './boxes.ts';
import { Controls } from './Controls.tsx';
import { CostTable } from './CostTable.tsx';
import { Equations } from './Equations.tsx';
import { type ExampleName, examples } from './examples.ts';
import type { Layout } from './layout.ts';
import { type Frame, frameOf, gradientOf, standingOf } from './model.ts';
import { narrate } from './narrate.ts';
import { Picture } from './Picture.tsx';
import type { AutodiffState } from './state.ts';
import { strings, tangentName } from './strings.ts';
import { Table } from './Table.tsx';
import { TangentOrigin } from './TangentOrigin.tsx';
import { fromUrl, toUrl } from './url.ts';
import './autodiff.css';

export interface AutodiffProps {
  /** Id of the figure on its page; also its key in the address. */
  readonly id?: string;
  readonly example?: ExampleName;
  /** Where the values of the example stand, laid out at build. */
  readonly built: Layout;
}

export function Autodiff({ id = 'autodiff', example = 'product', built }: AutodiffProps) {
  const root = useRef<HTMLDivElement>(null);
  const model = useMemo(() => ({ key: id, act, isMove, toUrl, fromUrl }), [id]);
  const figure = useFigure(model, examples[example] as AutodiffState);
  const [picked, pick] = useState<Picked>();
  const awake = figure.awake.value;
  const state = figure.state.value;
  const frame = useMemo(() => frameOf(state), [state]);
  const layout = useLayout(frame, example, built);
  const lit = useEvents(root, undefined, (to) => figure.send({ type: 'go', to }), pick, { kin: false });
  useEffect(() => {
    light(root.current!, lit.peek(), undefined, false);
    rove(root.current!);
  });
  const close = () => pick(undefined);
  return (
    <div class="widget autodiff not-content" data-widget="autodiff" data-awake={awake} ref={root}>
      {figure.problem.value && <p role="alert">{shared[figure.problem.value]}</p>}
      <Controls frame={frame} awake={awake} send={figure.send} />
      {layout ? <Picture frame={frame} layout={layout} awake={awake} /> : <p class="laying">{strings.laying}</p>}
      <p class="narration" aria-live="polite">
        {narrate(frame)}
      </p>
      <Transport
        at={frame.at}
        end={frame.turns.length}
        label={strings.step(frame)}
        awake={awake}
        onMove={(to) => figure.send({ type: 'go', to })}
        onJump={(to) => figure.send({ type: 'go', to })}
      />
      {picked && <Origin frame={frame} picked={picked} onClose={close} />}
      <div class="panes">
        <Equations frame={frame} />
        <div class="side">
          <Table frame={frame} />
          <CostTable frame={frame} />
        </div>
      </div>
      <FigureToolbar
        figure={figure}
        pictureName="graph"
        numbersName="values"
        picture={() => root.current!.querySelector('svg.graph')!}
        numbers={() => numbersOf(frame)}
      />
    </div>
  );
}

/** The layout of a frame: the built one while it fits, another as soon as it is computed. */
function useLayout({ programs, graph }: Frame, example: ExampleName, built: Layout): Layout | undefined {
  const boxes = useMemo(() => measured(programs.forward, graph), [programs, graph]);
  const key = useMemo(() => layoutKey(boxes), [boxes]);
  const start = useMemo(() => keyOf(examples[example] as AutodiffState), [example]);
  const [computed, set] = useState<{ readonly key: string; readonly layout: Layout }>();
  useEffect(() => {
    if (key === start || key === computed?.key) return;
    let isWanted = true;
    import('./layout.ts').then(({ layoutOf }) => isWanted && set({ key, layout: layoutOf(...boxes) }));
    return () => {
      isWanted = false;
    };
  }, [key, start, boxes, computed]);
  if (key === start) return built;
  return key === computed?.key ? computed.layout : undefined;
}

function keyOf(state: AutodiffState): string {
  const { programs, graph } = frameOf(state);
  return layoutKey(measured(programs.forward, graph));
}

interface OriginProps {
  readonly frame: Frame;
  readonly picked: Picked;
  readonly onClose: () => void;
}

function Origin({ frame, picked, onClose }: OriginProps) {
  const tangent = frame.graph.nodes.find(({ name }) => tangentName(name) === picked.name);
  if (tangent && frame.tangents)
    return <TangentOrigin frame={frame} of={tangent.name} at={picked.at} onClose={onClose} />;
  const { programs, given, values } = frame;
  return (
    <Provenance
      {...{ given, values, picked, onClose }}
      program={programs.whole}
      notYet={standingOf(frame, picked.name) === 'later' ? strings.picked(plain(picked.name)) : undefined}
    />
  );
}

const numbersOf = (frame: Frame): (string | number)[][] => [
  [strings.columns.name, 'index', strings.columns.value, frame.tangents ? 'tangent' : 'gradient'],
  ...frame.graph.nodes.flatMap(({ name }) => {
    const side = frame.tangents?.get(name) ?? frame.values.get(gradientOf(frame, name))!;
    return Array.from(frame.values.get(name)!.data, (value, k) => [name, k, value, side.data[k]!]);
  }),
];
