/** The reasons for which an agency withholds a field, as a receipt names them. */
export const redactionReasons = [
  'ROLE',
  'PURPOSE',
  'LEGAL_BASIS',
  'CASE',
  'REASON_NEEDED',
  'NOT_RELEASED',
  'RELEASE_EXPIRED',
  'RELEASE_RECALLED',
] as const;
export type RedactionReason = (typeof redactionReasons)[number];
