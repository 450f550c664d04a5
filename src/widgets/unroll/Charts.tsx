/**
 * The hidden states as lines and the gradients' norms as bars. Drawn at build for the first frame; in the page the
 * plotting library is loaded when the charts are first opened.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Frame } from './model.ts';

export function Charts({
  frame,
  awake,
  children,
}: {
  readonly frame: Frame;
  readonly awake: boolean;
  readonly children: ComponentChildren;
}) {
  const [open, setOpen] = useState(false);
  const [live, setLive] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!awake || !open) return;
    let current = true;
    import('./charts.ts').then(({ drawCharts }) => {
      if (!current || !host.current) return;
      host.current.replaceChildren(...drawCharts(frame, document, Math.min(560, host.current.clientWidth)));
      setLive(true);
    });
    return () => {
      current = false;
    };
  }, [awake, open, frame]);
  return (
    <details class="charts" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Charts: hidden states over time{frame.state.backward ? ', size of the gradients' : ''}</summary>
      <div ref={host} />
      <div hidden={live}>{children}</div>
    </details>
  );
}
