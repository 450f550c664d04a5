/** What the build gives a figure: where the values of its example stand. */
import { measured } from './boxes.ts';
import { type ExampleName, examples } from './examples.ts';
import { type Layout, layoutOf } from './layout.ts';
import { frameOf } from './model.ts';
import type { AutodiffState } from './state.ts';

export function builtLayout(example: ExampleName): Layout {
  const { programs, graph } = frameOf(examples[example] as AutodiffState);
  return layoutOf(...measured(programs.forward, graph));
}
