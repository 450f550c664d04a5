// Every number that the chapter's sentences and exercises state, right
// and wrong, so that a change of one does not go unseen.
import { byHand, count, forcing, linear, share, step, sums, truncated, untaught, updates, wider } from '../answers.ts';

console.log({ byHand, linear, step });
console.log({ sums, truncated, wider, forcing, untaught });
console.log(
  'shares',
  [5, 10, 20].map((K) => share(K).toFixed(4)),
  share(5, 'W_xh').toFixed(4),
);
console.log('terms', count(5, 5), count(6, 2), count(6, 2, 2), count(1000, 1000).all);
console.log('updates', updates(80, 32, 50), updates(100, 32, 10));
