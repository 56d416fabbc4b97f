import type { Agency } from '../../terms/agencies.ts';
import type { Gap } from '../answer/gap.ts';
import type { EvidenceFragment, LinkFragment } from '../generated/operations.ts';
import type { Answer } from '../wire/answer.ts';
import { dossierIn } from './gathered.ts';
import { gapOfField } from './halves.ts';
import { type HalfFragment, partDocument } from './own-documents.ts';

/** The evidence on a pair that the officers saw. */
export type LinkEvidence = EvidenceFragment;

/** The own agency's record of a pair of dossiers. */
export type Link = LinkFragment;

/** The own agency’s decisions on a person and dossiers of others. */
export type Links =
  | { state: 'links'; links: Link[] }
  /** Links are kept in the own dossier, and none is here. */
  | { state: 'no-own-dossier' }
  | Gap;

/** The links of the own dossier out of the answers to the queries for the own half. */
export function linksOf(answer: Answer, own: Agency): Links {
  const dossier = dossierIn(answer, own) as HalfFragment | undefined;
  const isAsking = answer.asking?.includes(own) ?? false;
  if (!dossier) return isAsking ? { state: 'asking', agency: own } : { state: 'no-own-dossier' };
  if (dossier.links) return { state: 'links', links: dossier.links };
  if (dossier.links === undefined && isAsking) return { state: 'asking', agency: own };
  return gapOfField(partDocument('links', own), answer, own, 'links');
}

/** True if a link joins nobody yet, or the agencies contradict each other: somebody should look at it. */
export const isUnsettled = ({ state, needsReview }: Link): boolean =>
  needsReview || state === 'UNVERIFIED' || state === 'DISPUTED';
