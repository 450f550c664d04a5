/** The toolbar of a small figure: undo, reset, link, its picture and its numbers. */
import { strings } from './strings.ts';
import { Toolbar } from './Toolbar.tsx';
import type { Figure } from './use-figure.ts';

export interface FigureToolbarProps {
  /** What `useFigure` gave. */
  readonly figure: Pick<Figure<object, unknown>, 'awake' | 'canUndo' | 'undo' | 'reset' | 'link'>;
  /** Names of the files, without ending. */
  readonly pictureName: string;
  readonly numbersName: string;
  readonly picture: () => SVGSVGElement;
  readonly numbers: () => readonly (readonly (string | number)[])[];
}

/** Loaded when something is taken home. */
const files = () => import('./export.ts');

export const FigureToolbar = ({ figure, pictureName, numbersName, picture, numbers }: FigureToolbarProps) => (
  <Toolbar
    awake={figure.awake.value}
    canUndo={figure.canUndo}
    onUndo={figure.undo}
    onReset={figure.reset}
    onLink={async () => {
      await figure.link();
      return strings.copied;
    }}
    exports={[
      {
        label: strings.saveSvg,
        run: async () => {
          const { download, svgBlob } = await files();
          download(`${pictureName}.svg`, svgBlob(picture()));
        },
      },
      {
        label: strings.savePng,
        run: async () => {
          const { download, pngBlob } = await files();
          download(`${pictureName}.png`, await pngBlob(picture()));
        },
      },
      {
        label: strings.saveCsv,
        run: async () => {
          const { csv, download } = await files();
          download(`${numbersName}.csv`, new Blob([csv(numbers())], { type: 'text/csv' }));
        },
      },
    ]}
  />
);
