/** How long the open cell would remember with its gates as they are. */
import { decimal } from 'unrolled';
import { openStep } from './Gates.tsx';
import { memoryAt } from './memory.ts';
import type { Frame } from './model.ts';
import { strings } from './strings.ts';

export function MemoryLine({ frame }: { readonly frame: Frame }) {
  const t = openStep(frame);
  const memory = memoryAt(frame, t);
  if (!memory) return null;
  const { state, kept, halfLife } = memory;
  return (
    <table class="numbers memory">
      <caption>{strings.gates.caption(state, t)}</caption>
      <thead>
        <tr>
          <th scope="col">{strings.gates.unit}</th>
          {kept.map((_, unit) => (
            <th key={`unit ${String(unit)}`} scope="col">
              {unit}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{strings.gates.kept}</th>
          {kept.map((value, unit) => (
            <td key={`kept ${String(unit)}`} data-symbol="kept" data-t={t} data-index={unit} data-value={value}>
              {decimal(value, 3)}
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">{strings.gates.halfLife}</th>
          {halfLife.map((steps, unit) => (
            <td key={`half ${String(unit)}`} data-symbol="half-life" data-t={t} data-index={unit} data-value={steps}>
              {Number.isFinite(steps) ? strings.gates.steps(decimal(steps, 2)) : strings.gates.all}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
