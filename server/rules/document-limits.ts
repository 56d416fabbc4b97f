/** Limits of a document, checked before any validation. */
export const documentLimits = {
  /** Lexical tokens; parsing stops there. */
  tokens: 3_000,
  /** Operations, of which one is run, and all are validated. */
  operations: 10,
  /** Characters of all literals together, of a name, or of a text in a variable: the longest is a document whose visibility is asked. */
  text: 32_768,
  /** Levels of fields, fragments not counted. */
  depth: 16,
  /** Fields and fragments, each as often as it is spread. */
  selections: 10_000,
  /** Pairs of fields of one name in the answer, and of fragments, that come together in one place: validation compares each pair. */
  pairs: 5_000,
} as const;
