/** The toolbar of a small figure: undo, reset, link, its picture and its numbers. */
import { csv, download, pngBlob, svgBlob } from './export.ts';
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
      { label: strings.saveSvg, run: () => download(`${pictureName}.svg`, svgBlob(picture())) },
      { label: strings.savePng, run: async () => download(`${pictureName}.png`, await pngBlob(picture())) },
      {
        label: strings.saveCsv,
        run: () => download(`${numbersName}.csv`, new Blob([csv(numbers())], { type: 'text/csv' })),
      },
    ]}
  />
);
