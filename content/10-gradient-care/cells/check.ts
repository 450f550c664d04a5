// A backward pass, checked: each gradient beside a central
// difference. First by the right rules, then with = in place of +=.
import {
  backward,
  checkGradients,
  initializers,
  network,
  output,
  parametersOf,
  RULES,
  type Rules,
  random,
  rnn,
  run,
  type Tensor,
} from 'unrolled';

const sizes = { X: 1, H: 2, Y: 1 };
const program = network(rnn, { ...sizes, T: 3, loss: 'mse' });
const names = Object.keys(parametersOf(rnn, sizes));
const given = Object.fromEntries(
  program.inputs.map(({ name, shape }): [string, Tensor] => [
    name,
    { shape, data: initializers.normal(1)(shape, random(7), name) },
  ]),
);

function check(rules: Rules): void {
  const both = backward(program, { rules });
  const values = run(both, given);
  const claimed = Object.fromEntries(names.map((name) => [name, output(both, values, `dL/d${name}`)]));
  for (const { name, at, claimed: says, difference, error } of checkGradients(program, given, claimed))
    if (at === 0)
      console.log(
        `  ${name}[0]: backward ${says.toFixed(6)}, difference ${difference.toFixed(6)}, ${error < 1e-6 ? 'the same' : `error ${error.toPrecision(2)}`}`,
      );
}
console.log('the rules of calculus');
check(RULES);
console.log('= in place of +=');
check({ ...RULES, terms: 'replace' });
