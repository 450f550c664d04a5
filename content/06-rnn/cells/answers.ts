// Every answer of the chapter's exercises, right and wrong, so
// that a change of one does not go unseen.
import { alone, count, kept, rule, secondStep, shapes, vector } from '../answers.ts';

console.log({ secondStep, alone, vector, kept });
console.log({ count, rule });
console.log(shapes(3, 5), shapes(64, 1, 10));
