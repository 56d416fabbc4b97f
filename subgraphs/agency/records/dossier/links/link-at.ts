import { daysAfter } from '../../../../../terms/days.ts';
import type { Link } from '../link.ts';

/** Not confirmed by a source. */
const daysToAnswer = 30;

export const answerDue = (at: Date): Date => daysAfter(at, daysToAnswer);

/** Tells that the time in which the other agency could answer a link's decision is over. */
export const hasLapsed = ({ lapsesAt }: Link, at: Date): boolean => lapsesAt !== undefined && lapsesAt <= at;

/**
 * A link at a moment: a decision whose time to be answered is over has ended, whether or not the daily run has written so.
 * A new proposal made meanwhile goes on waiting.
 */
export function linkAt(link: Link, at: Date): Link {
  if (!hasLapsed(link, at)) return link;
  const { lapsesAt, ...rest } = link;
  const { proposal } = link.own;
  return {
    ...rest,
    own: { decision: 'NONE', ...(lapsesAt && { decidedAt: lapsesAt }), ...(proposal && { proposal }) },
  };
}
