/**
 * Undo, reset, copy link and export, always in the same corner of a figure.
 */
import { useState } from 'preact/hooks';

export interface ToolbarProps {
  readonly awake: boolean;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
  readonly onReset: () => void;
  /** Returns what to tell the reader. */
  readonly onLink: () => Promise<string>;
  readonly exports: readonly { readonly label: string; readonly run: () => Promise<void> | void }[];
}

export function Toolbar({ awake, canUndo, onUndo, onReset, onLink, exports }: ToolbarProps) {
  const [said, say] = useState('');
  const attempt = (run: () => Promise<string | undefined>) => async () => {
    try {
      say((await run()) ?? '');
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div class="toolbar" role="toolbar" aria-label="Figure">
      <button type="button" disabled={!awake} aria-disabled={!canUndo} onClick={() => canUndo && onUndo()}>
        Undo
      </button>
      <button type="button" disabled={!awake} onClick={onReset}>
        Reset
      </button>
      <button type="button" disabled={!awake} onClick={attempt(onLink)}>
        Copy link
      </button>
      <details class="menu">
        <summary>Export</summary>
        <div>
          {exports.map(({ label, run }) => (
            <button
              key={label}
              type="button"
              disabled={!awake}
              onClick={attempt(async () => {
                await run();
                return `${label} saved.`;
              })}
            >
              {label}
            </button>
          ))}
        </div>
      </details>
      <output class="said" aria-live="polite">
        {said}
      </output>
    </div>
  );
}
