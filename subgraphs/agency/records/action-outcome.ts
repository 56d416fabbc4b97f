import type { RefusalCode } from '../../../terms/enums.ts';
import type { Problem } from './problem.ts';

/** The parts of every refusal: nothing was written. */
interface Refused {
  code: RefusalCode;
  /** Says what to do. */
  message: string;
}

/** The outcome of an action, under the names of the SDL's result types; only the first has written anything. */
export type ActionOutcome<Written> =
  | Written
  | (Refused & { __typename: 'InvalidInput'; problems: Problem[] })
  | (Refused & { __typename: 'StaleVersion'; currentVersion: number })
  | (Refused & { __typename: 'UnknownRecord'; of: string });

/** The first problem with its place, and the number of the others. */
function summaryOf([first, ...others]: readonly Problem[]): string {
  if (!first) throw new Error('a refusal without a problem');
  const { path, message } = first;
  const text = path === '' ? message : `${path}: ${message}`;
  if (others.length === 0) return text;
  return `${text} (and ${others.length} more: see \`problems\`)`;
}

export const invalid = (problems: Problem[]) => ({
  __typename: 'InvalidInput' as const,
  code: 'INVALID_INPUT' as const,
  message: summaryOf(problems),
  problems,
});

export const stale = (currentVersion: number) => ({
  __typename: 'StaleVersion' as const,
  code: 'STALE_VERSION' as const,
  message: `The record has changed and is now at version ${currentVersion}. Read it again, and send the action with that version under a new idempotency key.`,
  currentVersion,
});

/** @param id as it was given: a record that one may not know of and one that there is not are answered alike */
export const unknownRecord = (id: string) => ({
  __typename: 'UnknownRecord' as const,
  code: 'UNKNOWN_RECORD' as const,
  message: 'This agency has no such record, or no such value in it. Correct the id.',
  of: id,
});
