import { z } from 'zod';
import { type Agency, agencyNames, isDossierId } from '../../../identity/agencies.ts';
import { bandNames, evidenceKinds, outcomes } from '../../../schema/evidence.ts';
import { type Problem, refuse } from '../checks/problem.ts';
import { readReason } from '../checks/read-text.ts';
import { referenceForm } from './messages.ts';
import type { LinkEvidence } from './record.ts';
import { type ForeignDossier, foreignNamed } from './steps.ts';

const evidenceInput = z.object({
  band: z.enum(bandNames).nullish(),
  kinds: z.array(z.object({ kind: z.enum(evidenceKinds), outcome: z.enum(outcomes) })).max(100),
});

/** What the officer saw, each kind once. */
export function readEvidence(raw: unknown): LinkEvidence {
  const { band, kinds } = evidenceInput.parse(raw ?? { kinds: [] });
  const unique = new Map(kinds.map((each) => [each.kind, each]));
  return { ...(band && { band }), kinds: [...unique.values()] };
}

/** What an officer says of a pair: whose other dossier it is, and why. Nothing is looked up, here or there. */
export function readForeign(
  named: string,
  own: Agency,
): { foreign: ForeignDossier } | { problems: Problem[] } {
  if (!isDossierId(named) && !referenceForm.test(named))
    return refuse('MALFORMED', 'must be a dossier of another agency, or the reference of a hit', 'foreign');
  const others = agencyNames.filter((agency) => agency !== own);
  const foreign = foreignNamed(named, own, others);
  return foreign
    ? { foreign }
    : refuse('OWN_AGENCY', 'A link is of two agencies’ dossiers: name one of the other’s.', 'foreign');
}

export const readLinkReason = readReason;
