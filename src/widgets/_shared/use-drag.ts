/** Dragging a place along the axis of a picture, whose width in its own units is known. */
import { useRef } from 'preact/hooks';
import { type Range, scale } from './axes.ts';

export interface DragProps<Of extends string> {
  readonly span: number;
  /** Width of the picture, and where its axis begins and ends. */
  readonly width: number;
  readonly axis: Range;
  readonly place: (of: Of) => number;
  /** `isGoingOn` from the second change on: all of a drag is one thing to take back. */
  readonly onMove: (of: Of, place: number, isGoingOn: boolean) => void;
}

export function useDrag<Of extends string>({ span, width, axis, place, onMove }: DragProps<Of>) {
  const dragged = useRef<{ of: Of; moved: boolean }>();
  /** The place under the pointer, rounded to what can be meant. */
  const placeAt = (event: PointerEvent, svg: Element): number => {
    const box = svg.getBoundingClientRect();
    const at = scale(axis, [-span, span])(((event.clientX - box.left) / box.width) * width);
    const step = span >= 2 ? 0.05 : 0.01;
    return Number((Math.round(Math.min(span, Math.max(-span, at)) / step) * step).toFixed(2));
  };
  return {
    grab: (of: Of) => (event: PointerEvent) => {
      dragged.current = { of, moved: false };
      (event.currentTarget as SVGElement).ownerSVGElement!.setPointerCapture(event.pointerId);
    },
    /** For the picture itself. */
    handlers: {
      onPointerMove: (event: PointerEvent) => {
        const now = dragged.current;
        if (!now || event.buttons === 0) return;
        const next = placeAt(event, event.currentTarget as Element);
        if (next === place(now.of)) return;
        onMove(now.of, next, now.moved);
        now.moved = true;
      },
      onPointerUp: () => {
        dragged.current = undefined;
      },
    },
  };
}
