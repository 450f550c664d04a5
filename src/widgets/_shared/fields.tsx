/** Kinds of controls: a choice, a switch, a number with or without a slider, and numbers of one's own. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { isWithin, type Limit } from './limit.ts';
import { NumberBox } from './NumberBox.tsx';
import { parseNumber } from './parse-number.ts';
import { Sym } from './Sym.tsx';
import { strings } from './strings.ts';
import './fields.css';

interface ChoiceProps<A extends string> {
  readonly label: string;
  readonly symbol?: string;
  readonly all: readonly A[];
  readonly names: Readonly<Record<A, string>>;
  readonly value: A;
  readonly awake: boolean;
  readonly onChange: (value: A) => void;
}

export function Choice<A extends string>({ label, symbol, all, names, value, awake, onChange }: ChoiceProps<A>) {
  return (
    <label class="named">
      <span class="name">
        {symbol && <Sym name={symbol} />} {label}
      </span>
      <select value={value} disabled={!awake} onChange={(event) => onChange(event.currentTarget.value as A)}>
        {all.map((each) => (
          <option key={each} value={each} selected={each === value}>
            {names[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

interface CheckProps {
  readonly label: ComponentChildren;
  readonly value: boolean;
  readonly awake: boolean;
  readonly onChange: (value: boolean) => void;
}

export const Check = ({ label, value, awake, onChange }: CheckProps) => (
  <label class="check">
    <input
      type="checkbox"
      checked={value}
      disabled={!awake}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    <span>{label}</span>
  </label>
);

interface BoxProps {
  readonly label: string;
  readonly limit: Limit;
  readonly value: number;
  readonly awake: boolean;
  readonly onChange: (value: number) => void;
}

export function Box({ label, limit, value, awake, onChange }: BoxProps) {
  const read = (text: string): number | string => {
    const x = parseNumber(text);
    return x !== undefined && isWithin(x, limit) ? x : strings.range(limit.least, limit.most, limit.step === 1);
  };
  return <NumberBox label={label} value={value} step={limit.step} read={read} onChange={onChange} awake={awake} />;
}

interface SliderProps {
  readonly awake: boolean;
  readonly symbol: string;
  readonly label: string;
  readonly short?: string;
  readonly limit: Limit;
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
  readonly children?: ComponentChildren;
}

export function Slider({ symbol, label, short = label, limit, value, awake, onChange, children }: SliderProps) {
  return (
    <div class="slider">
      <span class="name">
        <Sym name={symbol} /> {short}
      </span>
      <input
        type="range"
        min={limit.least}
        max={limit.most}
        step={limit.step}
        value={value ?? 1}
        disabled={!awake || value === undefined}
        aria-label={strings.slider(label)}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
      {value !== undefined && <Box label={label} limit={limit} value={value} awake={awake} onChange={onChange} />}
      {children}
    </div>
  );
}

interface OwnNumbersProps {
  readonly label: string;
  readonly text: string;
  readonly rows?: number;
  readonly awake: boolean;
  /** What to do with what was typed, or what is wrong with it. */
  readonly read: (text: string) => (() => void) | string;
}

export function OwnNumbers({ label, text, rows = 1, awake, read }: OwnNumbersProps) {
  const [problem, setProblem] = useState<string>();
  return (
    <label class="named own">
      <span class="name">{label}</span>
      <textarea
        rows={rows}
        value={text}
        disabled={!awake}
        spellcheck={false}
        aria-invalid={problem !== undefined}
        onChange={(event) => {
          const result = read(event.currentTarget.value);
          setProblem(typeof result === 'string' ? result : undefined);
          if (typeof result !== 'string') result();
        }}
      />
      {problem && (
        <span class="problem" role="alert">
          {problem}
        </span>
      )}
    </label>
  );
}
