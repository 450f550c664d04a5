// Every answer of the chapter's exercises, right and wrong ones, so
// that a change of one does not go unseen.
import { decay, edge, eight, growth, latched, least, nearest, quarter, wall } from '../answers.ts';

console.log({ decay, growth, quarter, least });
console.log({ eight, edge, latched, nearest });
console.log({ wall });
