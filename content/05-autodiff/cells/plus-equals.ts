// What += is for. L = x·x at x = 3: the product uses x twice.
const x = 3;
const uses = [x, x]; // the local derivative of a·b by a is b, and by b it is a

let set = 0;
for (const local of uses) set = 1 * local;
let added = 0;
for (const local of uses) added += 1 * local;
console.log(`with = : ${set}`);
console.log(`with +=: ${added}, as 2x says`);

// The other side of it: what is never set back goes on adding up.
for (const local of uses) added += 1 * local;
console.log(`a second pass without setting back to 0: ${added}`);
