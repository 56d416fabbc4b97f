/** Things that several persons may use: they associate persons and do not identify one. */
export const sharedKinds = ['PHONE', 'EMAIL', 'MESSENGER', 'ACCOUNT', 'CARD', 'WALLET', 'IMEI'] as const;
export type SharedKind = (typeof sharedKinds)[number];

/** What can tell that two records are of one person, each a thing of its own. */
export const evidenceKinds = [
  'NATIONAL_ID',
  'PASSPORT',
  'BIRTH_DATE',
  'SURNAME',
  'GIVEN_NAME',
  'PATRONYMIC',
  'BIRTH_PLACE',
  'SEX',
  ...sharedKinds,
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const outcomes = ['AGREED', 'CLOSE', 'MISSING', 'CONTRADICTED'] as const;
/** CLOSE is a typing slip, a year alone, or day and month swapped. MISSING is on either side, and says nothing. */
export type Outcome = (typeof outcomes)[number];

/** How sure a sum of evidence makes. */
export const bandNames = ['POSSIBLE', 'STRONG'] as const;
export type Band = (typeof bandNames)[number];

/** The sum from which a band begins, in bits. */
export const bands: Readonly<Record<Band, number>> = { POSSIBLE: 19, STRONG: 27 };

/**
 * Where a match stands among others: by its score, which a hit does not tell. A hit stands where its band begins, so that its
 * place tells no more than the band.
 */
export const rankOf = (match: { score: number } | { band: Band }): number =>
  'score' in match ? match.score : bands[match.band];

/** What one kind says of a pair. */
export interface Evidence {
  kind: EvidenceKind;
  outcome: Outcome;
  /** What it adds, log2 of how many times likelier it is of one person than of two. */
  weight: number;
}
