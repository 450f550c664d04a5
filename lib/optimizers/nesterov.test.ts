import { expect, it } from 'vitest';
import { nesterov } from '../index.ts';
import { downhill, walk } from './testing.ts';

it("Nesterov's look-ahead form is the same walk: w_t = θ_t + μ v_t", () => {
  const [eta, mu] = [0.05, 0.9];
  const slope = (w: number) => downhill(w).data[0]!;
  let [theta, v] = [1.5, 0];
  const expected = Array.from({ length: 20 }, () => {
    v = mu * v - eta * slope(theta + mu * v);
    theta += v;
    return theta + mu * v;
  });
  walk(nesterov, 1.5, downhill, 20, () => ({ η: eta, μ: mu })).forEach(([w], k) => {
    expect(w).toBeCloseTo(expected[k]!, 10);
  });
});
