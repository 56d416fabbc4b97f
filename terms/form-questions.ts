import type { FormQuestion, RequestField } from './enums.ts';

/**
 * The part of a request that each question of the closed list is about. The questions are a starting list, not confirmed by a source; their
 * words in three languages stand with the titles of the other lists.
 */
export const fieldOfFormQuestion = {
  IDENTIFIER_UNREADABLE: 'SUBJECT',
  OFFENCE_MISSING: 'OFFENCE',
  PERIOD_UNCLEAR: 'NECESSITY',
  CLASS_TOO_WIDE: 'CLASSES',
  BASIS_MISSING: 'LEGAL_BASIS',
  OTHER_DOCUMENT_WANTED: 'SUBJECT',
} as const satisfies Record<FormQuestion, RequestField>;
