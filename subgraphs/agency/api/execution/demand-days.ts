import { callerError } from '../../../../server/errors.ts';
import { boundsOfDay } from '../../records/reads/bounds-of-day.ts';

/** More would be read than one answer can wait for. */
const mostDays = 366;
const day = 86_400_000;

/**
 * The time of the days for which figures are asked, in UTC.
 * @returns the beginning of the first day, and the end of the last one
 * @throws BAD_USER_INPUT
 */
export function demandDays({ from, until }: { from: string; until: string }): { from: Date; to: Date } {
  const [first, last] = [boundsOfDay(from), boundsOfDay(until)];
  if (first && last && last.from >= first.from && last.to.getTime() - first.from.getTime() <= mostDays * day)
    return { from: first.from, to: last.to };
  throw callerError(
    'BAD_USER_INPUT',
    `\`from\` and \`until\` must be days such as 2026-11-25, \`from\` no later than \`until\` and with at most ${mostDays} days between them.`,
  );
}
