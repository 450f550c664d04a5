/** Undo, reset, link and export of the stepper, and a file for states that are too long for a link. */
import type { RefObject } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { unravel } from 'unrolled';
import { strings as shared } from '../_shared/strings.ts';
import { Toolbar } from '../_shared/Toolbar.tsx';
import { addressWith, LINK_LIMIT } from '../_shared/url-state.ts';
import { FigureId } from './Edge.tsx';
import { type Family, familyOf } from './families.ts';
import type { Frame } from './model.ts';
import { START, type UnrollState } from './state.ts';
import { strings } from './strings.ts';
import { fromUrl, toUrl } from './url.ts';

export interface FigureToolsProps {
  readonly id: string;
  readonly frame: Frame;
  readonly initial: UnrollState;
  readonly awake: boolean;
  readonly root: RefObject<HTMLDivElement>;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
  readonly onReset: () => void;
  readonly onOpen: (state: UnrollState) => void;
}

/** Loaded when something is taken home. */
const files = () => import('../_shared/export.ts');

/** Every number of the run, an element a row. */
export function rowsOf({ program, values, equations }: Frame): (string | number)[][] {
  const sources = [
    ...program.inputs.map((input) => ({ ...input, kind: 'value', step: input.t })),
    ...equations.map((each) => ({
      ...each,
      kind: each.role === 'value' ? 'value' : each.role === 'local' ? 'local' : 'grad',
    })),
  ];
  const rows = sources.flatMap(({ name, symbol, t, kind, step }) => {
    const { shape, data } = values.get(name)!;
    return Array.from(data, (value, at) => [
      step ?? '',
      name,
      symbol,
      t ?? '',
      unravel(at, shape).join(' '),
      kind,
      value,
    ]);
  });
  return [['step', 'name', 'symbol', 't', 'index', 'kind', 'value'], ...rows];
}

export function FigureTools({ id, frame, initial, awake, root, canUndo, onUndo, onReset, onOpen }: FigureToolsProps) {
  const picture = () => root.current!.querySelector<SVGSVGElement>('.picture svg')!;
  // A file is opened in any figure, so it does not count on where this one starts.
  const saveState = async () =>
    (await files()).download(`${id}.unrolled.txt`, new Blob([toUrl(frame.state, START)], { type: 'text/plain' }));
  const link = async () => {
    const url = addressWith(id, toUrl(frame.state, initial));
    url.hash = id;
    if (url.href.length > LINK_LIMIT) {
      await saveState();
      return strings.tools.tooLong;
    }
    try {
      await navigator.clipboard.writeText(url.href);
      return shared.copied;
    } catch {
      return strings.tools.copyYourself(url.href);
    }
  };
  return (
    <div class="tools">
      <Toolbar
        awake={awake}
        canUndo={canUndo}
        onUndo={onUndo}
        onReset={onReset}
        onLink={link}
        exports={[
          {
            label: shared.saveSvg,
            run: async () => {
              const { download, svgBlob } = await files();
              download(`${id}.svg`, svgBlob(picture()));
            },
          },
          {
            label: shared.savePng,
            run: async () => {
              const { download, pngBlob } = await files();
              download(`${id}.png`, await pngBlob(picture()));
            },
          },
          {
            label: shared.saveCsv,
            run: async () => {
              const { csv, download } = await files();
              download(`${id}.csv`, new Blob([csv(rowsOf(frame))], { type: 'text/csv' }));
            },
          },
          { label: 'State (file)', run: saveState },
        ]}
      />
      <OpenFile awake={awake} onOpen={onOpen} family={familyOf(frame.state.cell)} />
    </div>
  );
}

function OpenFile({ awake, onOpen, family }: Pick<FigureToolsProps, 'awake' | 'onOpen'> & { family: Family }) {
  const [problem, setProblem] = useState<string>();
  const errorId = `${useContext(FigureId)}-file-error`;
  const open = async (file: File | undefined) => {
    if (!file) return;
    const read = file.size > 100_000 ? { ok: false as const } : fromUrl((await file.text()).trim(), START, family);
    setProblem(read.ok ? undefined : strings.tools.badFile);
    if (read.ok) onOpen(read.state);
  };
  return (
    <div class="open-file">
      <label>
        Open a state file
        <input
          type="file"
          accept=".txt,text/plain"
          disabled={!awake}
          aria-invalid={problem !== undefined}
          aria-describedby={problem && errorId}
          onChange={(event) => open(event.currentTarget.files?.[0])}
        />
      </label>
      {problem && (
        <p class="field-error" role="alert" id={errorId}>
          {problem}
        </p>
      )}
    </div>
  );
}
