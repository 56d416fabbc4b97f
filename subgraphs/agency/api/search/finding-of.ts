import type { EvidenceKind, InformationClass, MatchBand } from '../../../../terms/enums.ts';
import { rankOf } from '../../../../terms/evidence.ts';
import { fewestKindsAbroad, telling } from '../../../../terms/search-exchange.ts';
import type { Agreed, Agreement } from '../../matching/agreement.ts';
import type { Score } from '../../matching/score.ts';
import type { Permissions } from '../../permissions/permissions.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';

/** The finding on a compared record, as the viewer is told of it: the dossier, or no more than that there is one. */
export type Finding =
  | { kind: 'DOSSIER'; dossier: DossierPart; score: Score }
  | { kind: 'HIT'; dossier: string; band: MatchBand; agreed: Agreed[] };

/** Tells which classes of a record count. */
export type Counts = (of: InformationClass) => boolean;

/** The other side of a comparison with records. */
export interface Comparison {
  /** The agreement of a record with it, by the classes that count. */
  score(record: DossierPart, counts: Counts): Score;
  /** The kinds that agree, and the band that these alone make: for a hit. */
  agreement(record: DossierPart, counts: Counts): Agreement;
  /** True when those classes alone would have led to the record: the database looks for records by all their values. */
  finds(record: DossierPart, counts: Counts): boolean;
}

type Deciding = Pick<Permissions, 'decide' | 'isVisible' | 'verdicts'>;

/** Six and four digits are those of many cards, so that by themselves they say nothing. */
const isCardAlone = (kinds: readonly EvidenceKind[]): boolean => kinds.every((kind) => kind === 'CARD');

/** A given name and a father's are those of many: the keys that find records are coarse, and may find one by another surname. */
const areGivenAlone = (kinds: readonly EvidenceKind[]): boolean =>
  kinds.every((kind) => kind === 'GIVEN_NAME' || kind === 'PATRONYMIC');

function agreedIn({ evidence }: Score): EvidenceKind[] {
  const agreed = evidence.filter(({ outcome }) => outcome === 'AGREED' || outcome === 'CLOSE');
  const kinds = telling(agreed.map(({ kind }) => kind));
  return isCardAlone(kinds) || areGivenAlone(kinds) ? [] : kinds;
}

/**
 * The classes that count for a hit. Its names and dates are IDENTITY, as far as policy leaves it to records. What belongs to a person
 * counts only where the viewer may read it of this very dossier: else he could try numbers out until one makes a hit.
 */
const countsForHit =
  (record: DossierPart, { decide, verdicts }: Deciding): Counts =>
  (of) =>
    of === 'IDENTITY' ? verdicts.of[of] !== 'DENY' : decide(of, record) === 'ALLOW';

/**
 * Decides what a viewer is told of a record. What he may not read of it does not count, neither for finding it nor in its score. A
 * record of another agency that does not match by what he may read of it is at most a hit: with a band, and two kinds that agree,
 * the surname among them. Where a confirmed link already tells him of the dossier there is no hit: it would tell by its kinds what
 * the dossier itself withholds.
 *
 * A finding that is not wanted is none, which spares asking what would have led to the record: that takes longer than all else.
 * @param needsBand whether only those count that may be the same person; a search ranks all that he may see
 * @param isWanted false for a finding that is not told, since there are enough that are likelier
 */
export function findingOf(
  record: DossierPart,
  { score: scoreOf, agreement, finds }: Comparison,
  permissions: Deciding,
  { needsBand, isWanted = () => true }: { needsBand: boolean; isWanted?: (finding: Finding) => boolean },
): Finding | undefined {
  const { decide, isVisible, verdicts } = permissions;
  const isOwn = verdicts.side === 'own';
  const fewest = isOwn ? 1 : fewestKindsAbroad;
  const isVisibleHere = isVisible(record);
  const readable: Counts = (of) => decide(of, record) === 'ALLOW';
  let dossier: Finding | undefined;
  if (isVisibleHere) {
    const score = scoreOf(record, readable);
    const isFound = agreedIn(score).length >= fewest && score.total > 0 && (!needsBand || score.band);
    if (isFound) dossier = { kind: 'DOSSIER', dossier: record, score };
  }
  const isDossierWanted = dossier !== undefined && isWanted(dossier);
  if (isDossierWanted && finds(record, readable)) return dossier;
  const isLinked = isVisibleHere && record.samePersonAs !== undefined;
  if (isOwn || isLinked) return undefined;
  const counts = countsForHit(record, permissions);
  const { band, agreed } = agreement(record, counts);
  if (!band || agreed.length < fewestKindsAbroad) return undefined;
  const hit: Finding = { kind: 'HIT', dossier: record._id, band, agreed };
  if (!isWanted(hit)) return undefined;
  // What is told as a dossier is no hit beside it, whether or not it is wanted as one.
  if (dossier && !isDossierWanted && finds(record, readable)) return undefined;
  return finds(record, counts) ? hit : undefined;
}

const rank = (finding: Finding): number =>
  rankOf(finding.kind === 'DOSSIER' ? { score: finding.score.total } : finding);

const nameOf = (finding: Finding): string =>
  finding.kind === 'DOSSIER' ? finding.dossier._id : finding.dossier;

export const likeliestFirst = (one: Finding, other: Finding): number =>
  rank(other) - rank(one) || (nameOf(one) < nameOf(other) ? -1 : 1);

/** The likeliest first. */
export const ranked = (findings: readonly Finding[]): Finding[] => [...findings].sort(likeliestFirst);
