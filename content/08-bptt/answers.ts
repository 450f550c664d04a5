/**
 * The numbers of the chapter and the answers of its exercises, right and wrong ones, as the engine computes them.
 */
import {
  backward,
  equationTex,
  isScan,
  network,
  type OpEquation,
  rnn,
  rnnIdentity,
  run,
  throughTime,
  unroll,
} from 'unrolled';
import { act } from '../../src/widgets/bptt/actions.ts';
import { examples } from '../../src/widgets/bptt/examples.ts';
import { frameOf as forcingFrame } from '../../src/widgets/bptt/forcing/model.ts';
import { frameOf } from '../../src/widgets/bptt/model.ts';

/** A number with a fixed count of digits and a real minus sign, for a sentence. */
export const digits = (x: number, places = 4): string => x.toFixed(places).replace('-', '−');

/** The engine's own backward step, as formulas. */
export const backwardStep: string = (() => {
  const { equations } = backward(network(rnn, { X: 2, H: 2, Y: 2, T: 2, loss: 'mse' }));
  const [forward, reverse] = equations.filter(isScan);
  const merged = { ...reverse!.body, equations: [...forward!.body.equations, ...reverse!.body.equations] };
  const inline = ({ wrt }: OpEquation) => wrt?.includes(' ') ?? false;
  const lines = ['dL/dh[t]', 'dL/da[t]', 'dL/dW_hh←a[t]+', 'dL/dh[t-1]←a[t]'].map((name) =>
    equationTex(merged, name, { link: true, inline }).replace(' = ', ' &= '),
  );
  return `\\begin{aligned}${lines.join('\\\\[1ex]')}\\end{aligned}`;
})();

/** The two steps by hand: reading 1, 0 with w_h = 0.5, w_x = 1, y = h and targets 0. */
export const byHand = (() => {
  const program = backward(unroll(network(rnn, { X: 1, H: 1, Y: 1, T: 2, loss: 'mse' })));
  const weights = { W_hh: [[0.5]], W_xh: [[1]], b_h: [0], W_hy: [[1]], b_y: [0], h_0: [0] };
  const values = run(program, { ...weights, x: [[1], [0]], target: [[0], [0]] });
  const read = (name: string): number => values.get(name)!.data[0]!;
  return {
    h_1: read('h_1'),
    h_2: read('h_2'),
    dh_2: read('dL/dh_2'),
    da_2: read('dL/da_2'),
    future: read('dL/dh_1←a_2'),
    own: 2 * read('h_1'),
    dh_1: read('dL/dh_1'),
    da_1: read('dL/da_1'),
    dw_h: read('dL/dW_hh'),
    dw_x: read('dL/dW_xh'),
    /** What goes wrong: the future left out, and tanh left out. */
    noFuture: 2 * read('h_1') * (1 - read('h_1') ** 2),
    noTanh: read('dL/dh_1'),
  };
})();

/** The linear unit h_t = w h_{t−1} + x with w = 0.5, x = 1, h_0 = 0: ∂h_3/∂w, and what it is taken for. */
export const linear = (() => {
  const program = network(rnnIdentity, { X: 1, H: 1, Y: 1, T: 3, loss: 'mse', lossAt: 'last' });
  const ones = [[1], [1], [1]];
  const weights = { W_hh: [[0.5]], W_xh: [[1]], b_h: [0], W_hy: [[1]], b_y: [0], h_0: [0] };
  const steps = [...throughTime.rtrl(program, { ...weights, x: ones, target: ones.map(() => [0]) }, ['W_hh'])];
  const sensitivity = (t: number): number => steps[t - 1]!.sensitivities.W_hh!.data[0]!;
  const h = [0, 1, 1.5, 1.75];
  return {
    right: sensitivity(3),
    lastUse: h[2]!,
    state: h[3]!,
    unweighted: h[2]! + h[1]! + h[0]!,
    before: sensitivity(2),
  };
})();

/** The linear unit with w = 0.9 over 20 steps, loss at the last: what a window of K keeps of the gradient. */
export function share(window: number, name = 'W_hh'): number {
  const T = 20;
  const program = network(rnnIdentity, { X: 1, H: 1, Y: 1, T, loss: 'mse', lossAt: 'last' });
  const ones = Array.from({ length: T }, () => [1]);
  const weights = { W_hh: [[0.9]], W_xh: [[1]], b_h: [0], W_hy: [[1]], b_y: [0], h_0: [0] };
  const terms = throughTime.lagTerms(program, { ...weights, x: ones, target: ones.map(() => [0]) }, name);
  return throughTime.truncate(terms, { window }).gradient.data[0]! / throughTime.totalOf(terms).data[0]!;
}

/** How many terms there are over T steps, and how many a window loses. */
export function count(T: number, window: number, stride = 1): { all: number; lost: number } {
  const pairs = Array.from({ length: T }, (_, t) => t + 1).flatMap((t) =>
    Array.from({ length: t }, (_, k) => ({ t, k: k + 1 })),
  );
  const lost = pairs.filter(({ t, k }) => k <= throughTime.updateAt(t, T, stride) - window);
  return { all: pairs.length, lost: lost.length };
}

/** The figure about terms, and the same with a window of two steps. */
export const { sums } = frameOf(examples.terms);
export const { sums: truncated } = frameOf(examples.window);
export const { sums: wider } = frameOf({ ...examples.window, window: 3 });

/** One step of gradient descent of that network: the weight, and the loss before and after. */
export const step = (() => {
  const lossAfter = (window: number) => frameOf(act({ ...examples.terms, window }, { type: 'step' })).loss;
  const { rate } = examples.terms;
  return {
    right: 0.9 - rate * sums.full,
    uphill: 0.9 + rate * sums.full,
    whole: 0.9 - sums.full,
    before: frameOf(examples.terms).loss,
    full: lossAfter(5),
    truncated: lossAfter(2),
  };
})();

/** Teacher forcing: the largest error with the teacher, and alone. */
export const forcing = forcingFrame({ percent: 2, forced: 8 }).largest;
export const untaught = forcingFrame({ percent: 2, forced: 1 }).largest;

/** Updates in training: examples, batch size, epochs. */
export const updates = (N: number, B: number, epochs: number): number => Math.ceil(N / B) * epochs;
