import type { EvidenceKind, EvidenceOutcome, MatchBand } from './enums.ts';

/** Things that several persons may use: they associate persons and do not identify one. */
export const sharedKinds = [
  'PHONE',
  'EMAIL',
  'MESSENGER',
  'ACCOUNT',
  'CARD',
  'WALLET',
  'IMEI',
] as const satisfies readonly EvidenceKind[];
export type SharedKind = (typeof sharedKinds)[number];

/** The sum from which a band begins, in bits. */
export const bands: Readonly<Record<MatchBand, number>> = { POSSIBLE: 19, STRONG: 27 };

/**
 * Rank of a match among others: its score, which a hit does not tell. A hit ranks at the beginning of its band, so that
 * its place says no more than the band.
 */
export const rankOf = (match: { score: number } | { band: MatchBand }): number =>
  'score' in match ? match.score : bands[match.band];

/** The finding of one kind on a pair. */
export interface Evidence {
  kind: EvidenceKind;
  outcome: EvidenceOutcome;
  /** Its part of the score: log2 of how many times likelier the finding is for one person than for two. */
  weight: number;
}
