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
 * Where a match stands among others: by its score, which a hit does not tell. A hit stands where its band begins, so that its
 * place tells no more than the band.
 */
export const rankOf = (match: { score: number } | { band: MatchBand }): number =>
  'score' in match ? match.score : bands[match.band];

/** What one kind says of a pair. */
export interface Evidence {
  kind: EvidenceKind;
  outcome: EvidenceOutcome;
  /** What it adds, log2 of how many times likelier it is of one person than of two. */
  weight: number;
}
