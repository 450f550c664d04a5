import { decimal } from 'unrolled';
import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';
import { derive, scalarCount } from './model.ts';
import { narrate, vector } from './narrate.ts';
import { START, type UnrollState } from './state.ts';

const say = (change: Partial<UnrollState>) => narrate(derive({ ...START, ...change }));

/** The value of `tanh(0.5000·(−0.7616) + 0)`, from what is printed and nothing else; undefined when it is no arithmetic. */
function evaluate(text: string): number | undefined {
  const tokens = text.match(/\d+(?:\.\d+)?(?:e[+−]?\d+)?|∞|NaN|[\p{L}]+|[()·⊙/²+−,]/gu) ?? [];
  if (tokens.join('') !== text.replaceAll(' ', '')) return undefined;
  const functions: Record<string, (...x: number[]) => number> = {
    tanh: Math.tanh,
    σ: (x) => 1 / (1 + Math.exp(-x)),
    ReLU: (x) => (x <= 0 ? 0 : x),
    step: (x) => (x > 0 ? 1 : 0 * x),
    exp: Math.exp,
    log: Math.log,
    max: Math.max,
  };
  const next = (...wanted: string[]) => (wanted.includes(tokens[0]!) ? tokens.shift() : undefined);
  const sum = (): number => {
    let value = product();
    for (let sign = next('+', '−'); sign; sign = next('+', '−')) value += sign === '+' ? product() : -product();
    return value;
  };
  const product = (): number => {
    let value = power();
    for (let sign = next('·', '⊙', '/'); sign; sign = next('·', '⊙', '/'))
      value = sign === '/' ? value / power() : value * power();
    return value;
  };
  const power = (): number => {
    const value = next('−') ? -atom() : atom();
    return next('²') ? value * value : value;
  };
  const atom = (): number => {
    const token = tokens.shift()!;
    if (token === '∞') return Number.POSITIVE_INFINITY;
    if (token === '(') {
      const value = sum();
      tokens.shift();
      return value;
    }
    const f = functions[token];
    if (!f) return /^\d|NaN/.test(token) ? Number(token.replace('−', '-')) : Number.NEGATIVE_INFINITY;
    const args: number[] = [];
    tokens.shift();
    do args.push(sum());
    while (next(','));
    tokens.shift();
    return f(...args);
  };
  try {
    const value = sum();
    return tokens.length === 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The equations of a sentence whose right-hand side is printed in numbers: `what it says`, `what it says it gives`. */
function arithmetic(sentence: string): (readonly [string, string])[] {
  const equations = sentence
    .replace(/^(?:t = \d+|Back at t = \d+|Loss|Backward begins): /, '')
    .replace(/ \(\d+ of \d+ for .*\)\.$/, '')
    .replace(/(\. (?:[A-Z]|\d+ steps).*|: upstream gradient.*|\.)$/, '')
    .split('; ');
  return equations.flatMap((equation) => {
    const sides = equation.split(' = ');
    const [numbers, result] = sides.slice(-2);
    return sides.length > 2 &&
      !/^\(/.test(result!) &&
      !/[a-zA-Zℓ]_?[₀-₉a-z]|[₀-₉∂]/.test(numbers!.replace(/tanh|σ|ReLU|step|exp|log|max|NaN|\de/g, ''))
      ? [[numbers!, result!] as const]
      : [];
  });
}

/** Every stop of a state's walk. */
function* walk(state: UnrollState) {
  const { stops, equations } = derive(state);
  for (const at of stops) {
    if (state.depth !== 'scalar' || at === equations.length) yield { ...state, at, sub: 0 };
    else for (let sub = 0; sub < scalarCount(derive({ ...state, at }), at); sub++) yield { ...state, at, sub };
  }
}

describe('a sentence', () => {
  it('of a step by hand says what it computes from what, in numbers', () => {
    const state = { ...examples['by-hand'].state, depth: 'step' as const };
    expect(say({ ...state, at: 18 })).toBe(
      't = 2: h₂ = tanh(0.5000·0.7616 + 1.0000·0.0000 + 0) = 0.3634; y₂ = W_hy·h₂ + b_y = 1.0000·0.3634 + 0 = 0.3634; ' +
        'ℓ₂ = mean((y₂ − y*₂)²) = (0.3634 − 0)² = 0.1321.',
    );
  });

  it('tells where the walk is: at the start, at a step, at the loss, on the way back', () => {
    const state = { ...examples['by-hand-backward'].state, depth: 'step' as const };
    const { stops } = derive({ ...START, ...state });
    expect(stops.map((at) => /^[^:]*:/.exec(say({ ...state, at }))?.[0])).toEqual([
      ...['Start:', 't = 1:', 't = 2:', 'Loss:', 'Backward begins:', 'Back at t = 2:', 'Back at t = 1:'],
    ]);
  });

  it('says what the equation alone does not: two gradients meet, dh_next, the shared weight’s terms', () => {
    const { equations } = derive({ ...START, backward: true });
    const of = (name: string) => say({ backward: true, at: equations.findIndex((each) => each.name === name) + 1 });
    expect(of('dL/dh_2')).toContain('Two gradients meet: the one from the future (dh_next)');
    expect(of('dL/dh_2←a_3')).toContain('This is dh_next for step 2');
    expect(of('dL/dW_hh←a_2')).toContain('Step 2’s own term of the shared weight’s gradient.');
    expect(of('dL/dW_hh←a_2+')).toContain('Step 2’s term joins the sum: every step uses the same W_hh.');
    expect(of('dh_2/da_2')).toContain('This is the local derivative');
    expect(of('dL/dL')).toContain('The loss changes one for one with itself.');
  });

  it('calls a part of a local derivative a part', () => {
    const { equations } = derive({ ...START, backward: true });
    const at = equations.findIndex(({ name }) => name === 'h_2²') + 1;
    expect(say({ backward: true, at })).toBe(
      'Back at t = 2: h₂² = (0.3781, 0.0986). A part of the local derivative that comes next.',
    );
  });

  it('writes vectors in round brackets, the rows of matrices between semicolons', () => {
    const frame = derive({ ...START, edits: { 'W_hh[0,0]': -1, 'W_hh[0,1]': 2, 'W_hh[1,0]': 0, 'W_hh[1,1]': 1e-9 } });
    expect(vector(frame, 'W_hh')).toBe('(−1.0000, 2.0000; 0.0000, 1.000e−9)');
    expect(vector(frame, 'h_0', 1)).toBe('(0.0, 0.0)');
  });
});

describe('what is printed', () => {
  const odd = { x: [0.3, -1.7, 123.456], target: [0.25, -0.1, 1e-5] };
  const walks: [string, Partial<UnrollState>][] = [
    ['by hand', { ...examples['by-hand-backward'].state }],
    ['one drawn unit', { H: 1, backward: true }],
    ['ReLU and odd numbers', { cell: 'rnn-relu', H: 1, backward: true, sequence: { kind: 'numbers', ...odd } }],
    ['the logistic function', { cell: 'rnn-logistic', H: 1, backward: true, lossAt: 'last' }],
    ['the identity and large weights', { cell: 'rnn-identity', H: 1, backward: true, edits: { 'W_hh[0,0]': 1234.5 } }],
    ['a text of two characters', { H: 1, backward: true, sequence: { kind: 'text', text: 'abab' } }],
    ['two units', { backward: true }],
  ];

  it.each(walks)('recomputes to what is printed at every stop: %s', (_, change) => {
    let checked = 0;
    for (const depth of ['step', 'equation', 'scalar'] as const)
      for (const state of walk({ ...START, ...change, depth })) {
        const sentence = narrate(derive(state));
        for (const [numbers, result] of arithmetic(sentence)) {
          const value = evaluate(numbers);
          expect(value, `${depth}: ${sentence} — cannot read “${numbers}”`).toBeDefined();
          expect(decimal(value!, 4), `${depth}: ${sentence}`).toBe(result);
          checked++;
        }
      }
    expect(checked).toBeGreaterThan(50);
  });
});
