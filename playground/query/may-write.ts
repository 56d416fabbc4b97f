import type { Gateway, Officer } from '../wire/officer.ts';

/**
 * True if an officer may write queries in the page: with any role where the gateway answers all documents, else with some alone, and
 * without the claim that leaves them known ones.
 */
export const mayWriteQueries = (
  {
    viewer,
    knownDocumentsOnly,
  }: Pick<Officer, 'knownDocumentsOnly'> & { viewer: Pick<Officer['viewer'], 'roles'> },
  { writers }: Pick<Gateway, 'writers'>,
): boolean =>
  writers === null || (!knownDocumentsOnly && viewer.roles.some((role) => writers.includes(role)));
