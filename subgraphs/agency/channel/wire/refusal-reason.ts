/** Reasons for which a message is refused, as its receipt gives them. */
export const refusalReasons = [
  'NOT_JSON',
  'MALFORMED',
  'TOO_LARGE',
  /** Signed with a key that is not pinned: a stranger's, or one that was retired. */
  'UNKNOWN_KEY',
  'BAD_SIGNATURE',
  /** It names another sender than the one whose key has signed it. */
  'WRONG_AGENCY',
  'WRONG_RECIPIENT',
  /** A number further on than the next. */
  'OUT_OF_ORDER',
  /** Its number, or its id, is that of another message which was accepted before. */
  'NOT_THE_SAME',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];
