/** The stepper for cells with gates: its picture is one step, opened. An island of its own, so that others stay small. */
import { GateHold } from './GateHold.tsx';
import { Gates, openCell } from './Gates.tsx';
import { MemoryLine } from './MemoryLine.tsx';
import Unroll, { type OpenedCell, type UnrollProps } from './View.tsx';

const opened: OpenedCell = {
  Picture: Gates,
  heightOf: (frame) => openCell(frame).layout.height,
  Memory: MemoryLine,
  Hold: GateHold,
};

export default function GatedUnroll(props: UnrollProps) {
  return <Unroll {...props} opened={opened} />;
}
