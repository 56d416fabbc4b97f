import { dossierIdForm, isDossierId } from './agencies.ts';

const prefix = 'S-';

/** The form of a suspect's id: `S-` and the dossier id under which the person was asked for. */
export const suspectIdForm = dossierIdForm.replace('^', `^${prefix}`);

/** The id of a suspect, which is not that of the dossier by which they were found: no two objects share an id. */
export const suspectIdOf = (dossierId: string): string => `${prefix}${dossierId}`;

/** The dossier id in a suspect's id; undefined where it is the id of something else. */
export function dossierOfSuspect(id: unknown): string | undefined {
  if (typeof id !== 'string' || !id.startsWith(prefix)) return undefined;
  const dossier = id.slice(prefix.length);
  return isDossierId(dossier) ? dossier : undefined;
}

/** The dossier id by which a person is asked for: people type that of a dossier, programs send that of a suspect. */
export const dossierAskedFor = (id: unknown): string | undefined =>
  isDossierId(id) ? id : dossierOfSuspect(id);
