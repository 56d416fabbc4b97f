import { daysAfter } from '../../../../../terms/days.ts';
import type { Link } from '../link.ts';

/** Not confirmed by a source. */
const daysToAnswer = 30;

export const answerDue = (at: Date): Date => daysAfter(at, daysToAnswer);

/**
 * A link at a moment: a decision whose time to be answered is over has ended, whether or not the daily run has written so.
 * What was proposed meanwhile waits on.
 */
export function linkAt(link: Link, at: Date): Link {
  const { lapsesAt, ...rest } = link;
  if (!lapsesAt || lapsesAt > at) return link;
  const { proposal } = link.own;
  return { ...rest, own: { decision: 'NONE', decidedAt: lapsesAt, ...(proposal && { proposal }) } };
}
