import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(([, name, light, dark]) => [
    name!,
    { light: light!, dark: dark! },
  ]),
);

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Relative luminance, as WCAG defines it. */
const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (a: string, b: string) => {
  const [dim, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
};

const THEMES = ['light', 'dark'] as const;
const TEXT = ['ink', 'ink-muted', 'accent', 'x', 'h', 'c', 'forget', 'input', 'output', 'candidate'];
const MAP_ENDS = ['value-negative', 'value-positive', 'gradient-negative', 'gradient-positive'];
const BOUNDARIES = ['outline', 'focus-ring', ...MAP_ENDS];

describe.each(THEMES)('in the %s theme', (theme) => {
  const colour = (name: string) => tokens.get(name)![theme];

  it.each(TEXT)('--%s reads at 4.5 : 1 on the page and on panels', (name) => {
    expect(contrast(colour(name), colour('page'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour(name), colour('panel'))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MAP_ENDS)('ink reads at 4.5 : 1 on --%s', (name) => {
    expect(contrast(colour('ink'), colour(name))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(BOUNDARIES)('--%s stands out from the page at 3 : 1', (name) => {
    expect(contrast(colour(name), colour('page'))).toBeGreaterThanOrEqual(3);
  });
});
