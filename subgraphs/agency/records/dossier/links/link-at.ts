import type { Link } from '../link.ts';
import { hasLapsed } from './days-to-answer.ts';

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
