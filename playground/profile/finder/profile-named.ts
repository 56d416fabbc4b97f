import { ownerOfGroup } from '../../../terms/node-id.ts';
import { releaseNamed } from '../../../terms/release-id.ts';
import { dossierAskedFor } from '../../../terms/suspect-id.ts';

/** The fault of a text that names no profile; the texts of the page have a sentence for each. */
export type IdProblem = 'profile.malformed' | 'profile.ofGroup' | 'profile.ofHit';

/** A hit names a dossier that one may not see: `BYH-…`, and `H` and 20 characters in earlier versions. */
const hit = /^([A-Z]{2,}H-|H[0-9A-Z]{20}$)/;

/**
 * Reads what an officer has typed or pasted as the name of a profile: the id of a dossier, of a suspect, or of a release, which
 * names its dossier.
 */
export function profileNamed(text: string): { dossier: string } | { problem: IdProblem } {
  const id = text.trim().toUpperCase();
  const dossier = dossierAskedFor(id) ?? releaseNamed(id)?.dossier;
  if (dossier !== undefined) return { dossier };
  if (ownerOfGroup(id)) return { problem: 'profile.ofGroup' };
  return { problem: hit.test(id) ? 'profile.ofHit' : 'profile.malformed' };
}
