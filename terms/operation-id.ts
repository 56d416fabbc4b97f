import { type Agency, agencies, agencyNames, dossierIdForm } from './agencies.ts';

/** The form of a joint operation's id: the prefix of the agency that proposed it first, `O-`, and characters as in those of dossiers. */
export const operationIdForm = new RegExp(dossierIdForm.replace(')-', ')O-'));

/** The agency that proposed an operation first, told by its id; undefined when it is no operation's id at all. */
export function proposerOf(id: unknown): Agency | undefined {
  if (typeof id !== 'string' || !operationIdForm.test(id)) return undefined;
  return agencyNames.find((agency) => id.startsWith(`${agencies[agency].idPrefix}O-`));
}
