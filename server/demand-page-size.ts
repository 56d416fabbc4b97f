import { callerError } from './errors.ts';

/** The most records that a page of any list has. */
export const largestPage = 100;

/**
 * Checks the `first` of a list.
 * @throws BAD_USER_INPUT
 */
export function demandPageSize(first: number): void {
  if (first >= 1 && first <= largestPage) return;
  throw callerError('BAD_USER_INPUT', `\`first\` must be from 1 to ${largestPage}.`);
}
