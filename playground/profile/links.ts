import { type Agency, subgraphOf } from '../../terms/agencies.ts';
import type { Gap } from '../answer/gap.ts';
import type { EvidenceFragment, LinkFragment } from '../generated/operations.ts';
import type { Answer } from '../wire/answer.ts';
import { dataOf } from '../wire/operation-of.ts';
import { gapOfField } from './halves.ts';
import { halfDocument } from './own-documents.ts';

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

/** The links of the own dossier out of the answer to the query for the own half. */
export function linksOf(answer: Answer, own: Agency): Links {
  const document = halfDocument(own, own);
  const dossier = dataOf(document, answer)?.suspect?.[subgraphOf(own)];
  if (!dossier && answer.asking?.includes(own)) return { state: 'asking', agency: own };
  if (!dossier) return { state: 'no-own-dossier' };
  return dossier.links
    ? { state: 'links', links: dossier.links }
    : gapOfField(document, answer, own, 'links');
}

/** True if a link joins nobody yet, or the agencies contradict each other: somebody should look at it. */
export const isUnsettled = ({ state, needsReview }: Link): boolean =>
  needsReview || state === 'UNVERIFIED' || state === 'DISPUTED';
