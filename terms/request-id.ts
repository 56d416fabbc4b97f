import { type Agency, agencies, agencyNames, dossierIdForm } from './agencies.ts';

/** The form of a request's id: the prefix of the agency that asks, `Q-`, and characters as in those of dossiers. */
export const requestIdForm = dossierIdForm.replace(')-', ')Q-');
const requestIdPattern = new RegExp(requestIdForm);

/** The agency that asks, told by the request's id; undefined when it is no request's id at all. */
export function askerOf(id: unknown): Agency | undefined {
  if (typeof id !== 'string' || !requestIdPattern.test(id)) return undefined;
  return agencyNames.find((agency) => id.startsWith(`${agencies[agency].idPrefix}Q-`));
}
