/** The vocabulary that chapters are written with. */
export { default as CellSource } from './CellSource.astro';
export { default as Cite } from './Cite.astro';
export { default as Claim } from './Claim.astro';
export { default as Equation } from './Equation.astro';
export { default as Exercise } from './Exercise.astro';
export { default as Figure } from './Figure.astro';
export { default as Glossary } from './Glossary.astro';
export { default as Inline } from './Inline.astro';
export { default as Predict } from './Predict.astro';
export { default as Ref } from './Ref.astro';
export { default as References } from './References.astro';
export { default as Term } from './Term.astro';
