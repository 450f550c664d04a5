import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';

interface StillProps {
  /** Everything that the picture depends on. */
  readonly of: readonly unknown[];
  readonly draw: () => VNode;
}

/** Draws again only when one of the things in `of` is another: a node that is the same as last time is skipped. */
export const Still = ({ of, draw }: StillProps) => useMemo(draw, of);
