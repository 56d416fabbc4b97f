import { migrations } from '../../subgraphs/agency/storage/migrations/migrations.ts';

const known = migrations.map(({ name }) => name);

/** True if records have had all migrations, and so have the form that the models declare. */
export const isOfThisVersion = (executed: readonly string[]): boolean =>
  known.every((name) => executed.includes(name));

/** The first migration that records have had and that this program does not know. */
export const unknownAmong = (executed: readonly string[]): string | undefined =>
  executed.find((name) => !known.includes(name));
