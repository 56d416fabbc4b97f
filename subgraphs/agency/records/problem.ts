/** Stable: callers branch on them. A code is never renamed; a new rule gets a new one. */
export const problemCodes = [
  // The input's structure.
  'MALFORMED',
  'MISSING',
  'UNKNOWN_FIELD',
  'UNKNOWN_VALUE',
  'INCONSISTENT',
  'TOO_LONG',
  'TOO_MANY',
  'OUT_OF_RANGE',
  // Text.
  'CONTROL_CHARACTER',
  'BIDIRECTIONAL_CHARACTER',
  'INVISIBLE_CHARACTER',
  'CARD_NUMBER',
  'WRONG_SCRIPT',
  // Dates and retention.
  'IMPOSSIBLE_DATE',
  'DATE_IN_FUTURE',
  'BEFORE_BIRTH',
  'RETENTION_PAST',
  'RETENTION_TOO_LONG',
  // Grounds.
  'NO_OFFENCE',
  'ARTICLE_UNKNOWN',
  'ARTICLE_NOT_IN_FORCE',
  'TOO_YOUNG',
  'GROUND_UNKNOWN',
  'GROUND_OF_ANOTHER_MEASURE',
  // Numbers and addresses.
  'MALFORMED_NUMBER',
  'PHONE_INVALID',
  'EMAIL_INVALID',
  'ADDRESS_INVALID',
  'DOMAIN_INVALID',
  'IP_INVALID',
  'HASH_INVALID',
  // The records as they stand.
  'DOSSIER_CLOSED',
  'DOSSIER_FULL',
  // Releases.
  'OWN_AGENCY',
  'NEVER_RELEASED',
  'RELEASE_PAST',
  'RELEASE_TOO_LONG',
  'ORIGINATOR_ONLY',
  'NEEDS_COUNTERSIGNATURE',
  'NOT_PROPOSED',
  'RELEASE_ENDED',
  'SAME_OFFICER',
  // Links.
  'ALREADY_PROPOSED',
  'ALREADY_DECIDED',
  'ALREADY_LINKED',
  'DECIDED_DIFFERENT',
  'EVIDENCE_INVALID',
  'NOT_DECIDED',
  'GROUP_UNKNOWN',
  'KEY_REUSED',
  // There are more problems than are listed.
  'MORE_PROBLEMS',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** A problem at one place of an input. */
export interface Problem {
  /** Such as `names.0.surname`; empty for the input as a whole. */
  path: string;
  code: ProblemCode;
  /**
   * A sentence that says what is wrong and what to do. It never repeats the input: that may be a card number in the
   * wrong field.
   */
  message: string;
}

/**
 * The result of checking one value: the value as it is to be recorded, or the problems. Paths are relative to the
 * value.
 */
export type CheckResult<Value> = { value: Value } | { problems: Problem[] };

/** @param path relative to the value that is checked; empty for the value itself */
export const refuse = (code: Problem['code'], message: string, path = ''): { problems: Problem[] } => ({
  problems: [{ path, code, message }],
});

const joined = (path: string, rest: string): string =>
  path === '' || rest === '' ? path + rest : `${path}.${rest}`;

/** Problems of a part as problems of the whole. */
export const under = (path: string, problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => ({ ...problem, path: joined(path, problem.path) }));

/** An answer is never much larger than what was asked. */
const mostProblems = 200;

const byPath = new Intl.Collator('en', { numeric: true });

/** The problems in the form of an answer: each once, in the order of their paths, and no more than can be read. */
export function listProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [`${problem.path} ${problem.code}`, problem]));
  const sorted = [...unique.values()].sort((one, other) => byPath.compare(one.path, other.path));
  if (sorted.length <= mostProblems) return sorted;
  const message = `Only the first ${mostProblems} of ${sorted.length} problems are listed; correct these first.`;
  return [...sorted.slice(0, mostProblems), { path: '', code: 'MORE_PROBLEMS', message }];
}
