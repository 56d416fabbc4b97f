import { rankOf } from '../../../../terms/evidence.ts';
import type { HitMatch, VisibleMatch } from '../../../../terms/search-exchange.ts';
import type { RequestContext } from '../context/request-context.ts';
import { type Finding, ranked } from './finding-of.ts';

/** A finding as it leaves the agency, with the reference for one that is a hit. */
export type Match = VisibleMatch | HitMatch;

const nameOf = (match: Match): string => ('hit' in match ? match.hit.reference : match.dossier);

/** Hits by their references: in the order of the dossiers, those of two cases could be laid beside each other and joined. */
const likeliestFirst = (one: Match, other: Match): number =>
  rankOf(other) - rankOf(one) || (nameOf(one) < nameOf(other) ? -1 : 1);

const matchOf = (finding: Finding, referenceOf: (dossier: string) => HitMatch['hit']): Match =>
  finding.kind === 'DOSSIER'
    ? {
        dossier: finding.dossier._id,
        samePersonAs: [...(finding.dossier.samePersonAs ?? [])],
        score: finding.score.total,
        band: finding.score.band ?? null,
        isAssociation: finding.score.isAssociation,
        evidence: finding.score.evidence,
      }
    : {
        hit: referenceOf(finding.dossier),
        band: finding.band,
        isAssociation: false,
        evidence: finding.agreed.map((agreed) => ({ ...agreed, weight: null })),
      };

/**
 * The likeliest findings as they are told, and whether there are more. What is told is read, and noted as that; of what is
 * cut off nothing is told.
 */
export async function matchesOf(
  findings: readonly Finding[],
  most: number,
  { mandate, now, reads, spending, stores, viewer }: RequestContext,
): Promise<{ matches: Match[]; isCut: boolean }> {
  const first = ranked(findings).slice(0, most);
  const hits = first.flatMap((finding) => (finding.kind === 'HIT' ? [finding.dossier] : []));
  const reader = { agency: viewer.agency, case: mandate.case };
  const references = await stores.hits.referencesOf(hits, reader, now);
  const referenceOf = (dossier: string) => {
    const hit = references.get(dossier);
    if (!hit) throw new Error('a hit has no reference');
    return { reference: hit._id, until: hit.until.toISOString() };
  };
  for (const finding of first) {
    const dossier = finding.kind === 'DOSSIER' ? finding.dossier : { _id: finding.dossier };
    reads.note(dossier);
    spending.count(dossier._id);
  }
  const matches = first.map((finding) => matchOf(finding, referenceOf));
  return { matches: matches.sort(likeliestFirst), isCut: findings.length > most };
}
