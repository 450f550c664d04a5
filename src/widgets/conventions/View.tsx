/** Draws one layer in all of its forms: what goes in, who agrees with whom and why, and each form by itself. */
import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { csv, download, svgBlob } from '../_shared/export.ts';
import { strings as shared } from '../_shared/strings.ts';
import { Toolbar } from '../_shared/Toolbar.tsx';
import { useFigure } from '../_shared/use-figure.ts';
import { Agreement, Why } from './Agreement.tsx';
import { Chart } from './Chart.tsx';
import { Controls } from './Controls.tsx';
import { canSave } from './carry.ts';
import { type ExampleName, examples } from './examples.ts';
import { FileField, type Opened } from './FileField.tsx';
import { type Frame, frameOf, lineOf } from './model.ts';
import { type Formulas, Rows } from './Rows.tsx';
import { type Action, act, type ConventionsState } from './state.ts';
import { strings } from './strings.ts';
import { fromUrl, toUrl } from './url.ts';

const model = { act, toUrl, fromUrl, isMove: ({ type }: Action) => type === 'look' };

export interface ConventionsProps {
  readonly example: ExampleName;
  /** Its field in the address. */
  readonly id: string;
  /** Where the sample files lie. */
  readonly samples: string;
  readonly formulas: Formulas;
}

export default function Conventions({ example, id, samples, formulas }: ConventionsProps) {
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure({ ...model, key: id }, examples[example] as ConventionsState);
  const opened = useSignal<Opened>();
  const awake = figure.awake.value;
  const state = figure.state.value;
  const layer = opened.value?.layers[opened.value.at];
  // A file's GRU has nothing to say while the LSTM is looked at, and the other way round.
  const own = layer?.layer === state.layer ? layer : undefined;
  const frame = useMemo(() => frameOf(state, own), [state, own]);
  const open = (next: Opened | undefined) => {
    opened.value = next;
    const found = next?.layers[next.at];
    if (found) figure.send({ type: 'set', change: { layer: found.layer } });
  };
  return (
    <div class="widget conventions fields not-content" data-widget="conventions" data-awake={awake} ref={root}>
      {figure.problem.value && <p role="alert">{shared[figure.problem.value]}</p>}
      <Controls
        frame={frame}
        isOwn={own !== undefined}
        awake={awake}
        set={(change) => figure.send({ type: 'set', change })}
      />
      <div class="panes">
        <Chart frame={frame} />
        <Agreement frame={frame} awake={awake} onLook={(pair) => figure.send({ type: 'look', pair })} />
      </div>
      <Why frame={frame} />
      <p class="groups">
        {strings.groups(frame)} {strings.boxes}
      </p>
      <Rows frame={frame} formulas={formulas} />
      <FileField opened={opened.value} awake={awake} samples={samples} onChange={open} />
      <Toolbar
        awake={awake}
        canUndo={figure.canUndo}
        onUndo={figure.undo}
        onReset={() => {
          open(undefined);
          figure.reset();
        }}
        onLink={async () => {
          await figure.link();
          return own ? strings.file.notInLink : shared.copied;
        }}
        exports={[
          {
            label: shared.saveSvg,
            run: () => download('conventions.svg', svgBlob(root.current!.querySelector('svg.states')!)),
          },
          {
            label: shared.saveCsv,
            run: () => download('conventions.csv', new Blob([csv(table(frame))], { type: 'text/csv' })),
          },
          ...savesOf(frame),
        ]}
      />
    </div>
  );
}

/** Offers the numbers to every library whose cell can compute the same with them. */
const savesOf = ({ given }: Frame) =>
  canSave(given).map((form) => ({
    label: strings.save[form.id as keyof typeof strings.save],
    run: async () => {
      const { fileFor } = await import('./save.ts');
      download(`${given.layer}-${form.id}.safetensors`, new Blob([fileFor(given, form)]));
    },
  }));

/** States of the drawn unit in every form, for a spreadsheet. */
const table = ({ rows, state, unit }: Frame): (string | number)[][] => [
  ['t', 'x', ...rows.map(({ form }) => strings.names[form.id])],
  ...[0, ...state.x].map((x, t) => [t, t ? x : '', ...rows.map((row) => lineOf(row, unit)[t]!)]),
];
