import type { Row } from './report.ts';
import { codesIn } from './report.ts';
import type { Count } from './stored.ts';
import type { Window } from './window.ts';

/** What an officer may be told while something is broken; `NO_ANSWER` is for a gateway that is away. */
const expected = ['AGENCY_UNAVAILABLE', 'OUTCOME_UNKNOWN', 'UNAVAILABLE', 'NO_ANSWER'];

export const isExpected = (code: string): boolean => expected.includes(code);

export interface Run {
  rows: readonly Row[];
  /** All of it, for both agencies. */
  all: Window;
  count: Count;
}

/** Why a run has failed, a line a reason; none when it has not. */
export function failuresOf({ rows, all, count }: Run): string[] {
  const failures: string[] = [];
  if (rows.length === 0) failures.push('no fault was made');
  for (const { fault, outcome } of rows)
    if ('failure' in outcome) failures.push(`not made: ${fault.name} ${fault.target} (${outcome.failure})`);
  const unexpected = [...all.refused].filter(([code]) => !isExpected(code));
  if (unexpected.length > 0) failures.push(`officers were told: ${codesIn(new Map(unexpected))}`);
  if (all.writes === 0) failures.push('nothing was written');
  if (all.reads === 0) failures.push('nothing was read');
  for (const [name, number] of Object.entries(count)) if (number > 0) failures.push(`${number} ${name}`);
  return failures;
}
