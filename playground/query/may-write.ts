import type { Viewer } from '../../terms/viewer.ts';
import type { Gateway } from '../wire/officer.ts';

/** True if an officer may write queries in the page: with any role where the gateway answers all documents, else with some alone. */
export const mayWriteQueries = (
  { roles }: Pick<Viewer, 'roles'>,
  { writers }: Pick<Gateway, 'writers'>,
): boolean => writers === null || roles.some((role) => writers.includes(role));
