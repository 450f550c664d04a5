// The backward pass is a program too. Here it is, written out.
import { backward, expressions, print, wengertList } from 'unrolled';

const { variables, ...listing } = expressions.parseListing('x·y + sin(x)');
const forward = wengertList(expressions.programOfListing({ variables, ...listing }));
console.log(print(backward(forward, { wrt: variables })));
