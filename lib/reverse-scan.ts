/**
 * The backward pass of a scan: a scan from T to 1. Its carry is the gradient of the state that arrives
 * from the future (what code calls `dh_next`), and the running sum of each shared parameter's gradient.
 * What the backward body reads of the forward one is collected by the forward scan.
 */
import { Chain } from './chain.ts';
import type { Input, Name, ScanEquation } from './program.ts';
import type { Shape } from './tensor.ts';

type Constants = ScanEquation['constants'];
type Stacked = ScanEquation['ys'];

/** Appends the backward pass of a scan to the chain that meets it. */
export function reverseScan(chain: Chain, scan: ScanEquation): void {
  const arriving = scan.ys.filter(({ stacked }) => chain.gradients.has(stacked));
  const reached = arriving.length > 0 || scan.carry.some(({ final }) => chain.gradients.has(final));
  if (!reached) return;

  const shared = scan.constants.filter(({ outer }) => chain.needed.has(outer));
  const rows = scan.xs.filter(({ from }) => chain.needed.has(from));
  const wrt = new Set([...shared, ...scan.carry, ...rows].map(({ inner }) => inner));
  const body = new Chain(scan.body, chain.objective, wrt, incoming(chain, scan, shared, arriving), chain.rules);
  const entered = enterGradients(chain, scan, body, shared, arriving);
  body.walk();

  const residuals = collectResiduals(chain, scan, body);
  chain.replaced.set(scan, { ...scan, ys: [...scan.ys, ...residuals.added] });
  const carry = carryOf(chain, scan, body, shared, entered.carried);
  const ys = rows.map(({ inner, from }) => ({
    inner: body.gradients.get(inner) ?? body.zero(inner),
    stacked: share(chain, from),
  }));
  chain.push({
    op: 'scan',
    name: `backward of ${scan.name}`,
    length: scan.length,
    reverse: !scan.reverse,
    body: { inputs: [...entered.inputs, ...residuals.inputs], equations: body.equations, outputs: {} },
    constants: residuals.constants,
    carry,
    xs: [...entered.upstream, ...residuals.xs],
    ys,
  });
  scan.carry.forEach(({ init }, k) => {
    if (chain.needed.has(init)) chain.enter(init, carry[k]!.final);
  });
  shared.forEach(({ outer }, k) => {
    chain.enter(outer, carry[scan.carry.length + k]!.final);
  });
  for (const [k, { from }] of rows.entries()) chain.enter(from, ys[k]!.stacked);
}

/** How many gradients come into the body from outside, by value: from the future, and from what reads the stacked values. */
function incoming(chain: Chain, scan: ScanEquation, shared: Constants, arriving: Stacked): ReadonlyMap<Name, number> {
  const count = new Map<Name, number>();
  const expect = (name: Name) => count.set(name, (count.get(name) ?? 0) + 1);
  // One more than will come from inside: the body's share of a state or parameter is never all of it.
  for (const { inner } of scan.carry) expect(inner);
  for (const { inner } of shared) for (let k = 0; k < 2; k++) expect(inner);
  if (chain.rules.future === 'carry') for (const { next } of scan.carry) expect(next);
  for (const { inner } of arriving) expect(inner);
  return count;
}

/** Makes those gradients inputs of the body: of the states and the shared values (carried), and of each step's results. */
function enterGradients(chain: Chain, scan: ScanEquation, body: Chain, shared: Constants, arriving: Stacked) {
  const inputs: Input[] = [];
  const enter = (name: Name, value: Name, kind: Input['kind'], isReceived = true): Name => {
    inputs.push({ name, symbol: name, shape: body.shapeOf(value), kind });
    if (isReceived) body.enter(value, name);
    return name;
  };
  const fromFuture = (value: Name, isReceived?: boolean): Name =>
    enter(`${chain.gradientName(value)}←future`, value, 'state', isReceived);
  const carried = [
    ...scan.carry.map(({ next }) => fromFuture(next, chain.rules.future === 'carry')),
    ...shared.map(({ inner }) => fromFuture(inner)),
  ];
  const upstream = arriving.map(({ inner, stacked }) => {
    const gradient = chain.gradientName(inner);
    const name = body.isSole(inner) ? gradient : `${gradient}←${stacked}`;
    return { inner: enter(name, inner, 'data'), from: chain.gradients.get(stacked)! };
  });
  return { inputs, carried, upstream };
}

/** What the reverse scan carries: the gradients of the states, from those of the final ones; and sums for shared values, from 0. */
function carryOf(chain: Chain, scan: ScanEquation, body: Chain, shared: Constants, carried: readonly Name[]) {
  const zero = (value: Name): Name => chain.zero(value, chain.fresh(`zero ${chain.gradientName(value)}`));
  const states = scan.carry.map(({ inner, init, final }) => ({
    value: inner,
    first: chain.gradients.get(final) ?? zero(final),
    target: init,
  }));
  const sums = shared.map(({ inner, outer }) => ({ value: inner, first: zero(outer), target: outer }));
  return [...states, ...sums].map(({ value, first, target }, k) => ({
    inner: carried[k]!,
    init: first,
    // A state that the step does not read, or reads through `detach` alone, hands nothing to the past.
    next: body.gradients.get(value) ?? body.zero(value),
    final: share(chain, target),
  }));
}

/** The name of what the scan adds to a value's gradient: the gradient itself when nothing else does. */
const share = (chain: Chain, value: Name): Name =>
  chain.isSole(value)
    ? chain.gradientName(value)
    : chain.claim(`${chain.gradientName(value)}←scan`, chain.shapeOf(value));

/** `a[t]` over all steps → `a[1…T]`; `h[t-1]` → `h[0…T-1]`. */
const overAllSteps = (name: Name): Name =>
  name.replace(/\[t([+-]\d+)?\]/g, (_, offset?: string) => `[${1 + Number(offset ?? 0)}…T${offset ?? ''}]`);

/** What the backward body reads of the forward one, and where it gets it. */
function collectResiduals(chain: Chain, scan: ScanEquation, body: Chain) {
  const own = new Set(body.equations.map(({ name }) => name));
  const read = new Set(
    body.equations.flatMap((e) => ('inputs' in e ? e.inputs.filter((n): n is Name => typeof n === 'string') : [])),
  );
  const kinds = new Map(scan.body.inputs.map((input) => [input.name, input.kind]));
  const inputs: Input[] = [];
  const constants: { inner: Name; outer: Name }[] = [];
  const xs: { inner: Name; from: Name }[] = [];
  const added: { inner: Name; stacked: Name }[] = [];
  const known = new Set([...scan.body.inputs, ...scan.body.equations].map(({ name }) => name));
  for (const name of read) {
    if (own.has(name) || !known.has(name)) continue;
    const shape: Shape = body.shapeOf(name);
    inputs.push({ name, symbol: name, shape, kind: kinds.get(name) ?? 'data' });
    const constant = scan.constants.find(({ inner }) => inner === name);
    const source =
      scan.xs.find(({ inner }) => inner === name)?.from ?? scan.ys.find(({ inner }) => inner === name)?.stacked;
    if (constant) constants.push(constant);
    else if (source) xs.push({ inner: name, from: source });
    else {
      const stacked = chain.claim(overAllSteps(name), [scan.length, ...shape]);
      added.push({ inner: name, stacked });
      xs.push({ inner: name, from: stacked });
    }
  }
  return { inputs, constants, xs, added };
}
