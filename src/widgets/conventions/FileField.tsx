/** Opens a reader's weight file, says at the field what is wrong with it, and lets one of its layers be chosen. */
import { useState } from 'preact/hooks';
import type { Found } from './open.ts';
import { strings } from './strings.ts';

/** What a file holds, and which of it is shown. */
export interface Opened {
  readonly file: string;
  readonly layers: readonly Found[];
  readonly at: number;
}

interface FileFieldProps {
  readonly opened: Opened | undefined;
  readonly awake: boolean;
  /** Where the samples lie. */
  readonly samples: string;
  readonly onChange: (opened: Opened | undefined) => void;
}

interface Problem {
  readonly message: string;
  readonly python?: string;
}

export function FileField({ opened, awake, samples, onChange }: FileFieldProps) {
  const [problem, setProblem] = useState<Problem>();
  const read = async (file: File) => {
    const { open, FileError, ForeignFormatError } = await import('./open.ts');
    try {
      onChange({ file: file.name, layers: open(new Uint8Array(await file.arrayBuffer())), at: 0 });
      setProblem(undefined);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      setProblem({ message: error.message, ...(error instanceof ForeignFormatError && { python: error.python }) });
    }
  };
  const layer = opened?.layers[opened.at];
  return (
    <div class="open-file">
      <label class="named">
        <span class="name">{strings.file.label}</span>
        <input
          type="file"
          accept=".safetensors"
          disabled={!awake}
          aria-invalid={problem !== undefined}
          aria-describedby="conventions-file-problem"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) read(file);
          }}
        />
      </label>
      <p class="note">
        {strings.file.stays} {strings.file.try}{' '}
        {Object.entries(strings.file.samples).map(([name, words], k) => (
          <span key={name}>
            {k > 0 && ', '}
            <a href={`${samples}${name}.safetensors`} download>
              {words}
            </a>
          </span>
        ))}
        .
      </p>
      <div id="conventions-file-problem" role="alert">
        {problem && <p class="problem">{problem.message}</p>}
        {problem?.python && (
          <figure class="python">
            <figcaption>{strings.file.python}</figcaption>
            <pre tabIndex={0}>{problem.python}</pre>
          </figure>
        )}
      </div>
      {opened && layer && (
        <div class="row" data-file={opened.file}>
          <label>
            {strings.file.choose}
            <select
              value={opened.at}
              onChange={(event) => onChange({ ...opened, at: Number(event.currentTarget.value) })}
            >
              {opened.layers.map(({ name, home }, k) => (
                <option key={`${name} ${home.id}`} value={k} selected={k === opened.at}>
                  {name}: {strings.names[home.id]}
                </option>
              ))}
            </select>
          </label>
          <button type="button" onClick={() => onChange(undefined)}>
            {strings.file.close}
          </button>
          <p class="note">
            {strings.file.opened(opened.file, layer.sizes.X, layer.sizes.H)}{' '}
            {layer.notes.map((note) => `${note}.`).join(' ')}
          </p>
        </div>
      )}
    </div>
  );
}
