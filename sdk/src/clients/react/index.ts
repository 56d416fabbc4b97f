export { ConcordProvider, useConcord } from './concord-provider.ts';
export { Field } from './field.ts';
export { type Acting, useConcordAction } from './use-concord-action.ts';
export { type Asked, useConcordQuery } from './use-concord-query.ts';
