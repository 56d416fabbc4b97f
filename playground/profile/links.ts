import { type Agency, subgraphOf } from '../../terms/agencies.ts';
import type { Answer } from '../answer/answer.ts';
import type { Gap } from '../answer/gap.ts';
import { gapOfField } from './halves.ts';

/** The evidence on a pair that the officers saw. */
export interface LinkEvidence {
  band: string | null;
  kinds: { kind: string; outcome: string }[];
}

/** The own agency's record of a pair of dossiers, as the schema has it. */
export interface Link {
  agency: Agency;
  dossier: string | null;
  reference: string | null;
  state: string;
  needsReview: boolean;
  lapsesAt: string | null;
  decided: {
    decision: string;
    decidedAt: string | null;
    grounds: { reason: string; proposedBy: string; countersignedBy: string; evidence: LinkEvidence } | null;
    proposal: {
      decision: string;
      reason: string;
      proposedBy: string;
      proposedAt: string;
      evidence: LinkEvidence;
    } | null;
  };
  told: { decision: string; decidedAt: string | null };
}

/** The own agency’s decisions on a person and dossiers of others. */
export type Links =
  | { state: 'links'; links: Link[] }
  /** Links are kept in the own dossier, and none is here. */
  | { state: 'no-own-dossier' }
  | Gap;

/** The links of the own dossier out of the answer to the profile's query. */
export function linksOf(answer: Answer, own: Agency): Links {
  const suspect = answer.data?.suspect as Record<string, { id: string; links?: Link[] | null } | null> | null;
  const dossier = suspect?.[subgraphOf(own)];
  if (!dossier) return { state: 'no-own-dossier' };
  return dossier.links
    ? { state: 'links', links: dossier.links }
    : gapOfField(answer, own, dossier.id, 'links');
}

/** True if a link joins nobody yet, or the agencies contradict each other: somebody should look at it. */
export const isUnsettled = ({ state, needsReview }: Link): boolean =>
  needsReview || state === 'UNVERIFIED' || state === 'DISPUTED';
