import { daysAfter } from '../../../../../terms/days.ts';
import { endOfDay } from '../../formats/dates/day-window.ts';
import { type JointOperation, offerOf } from './joint-operation.ts';
import { operationLimits } from './operation-limits.ts';
import type { Offer, OperationSide } from './operation-side.ts';

/** Both agencies' sides of an operation. */
export type Sides = Pick<JointOperation, 'mine' | 'theirs'>;

/** The moment from which an offer can be accepted no more. */
export const lapseOf = (at: Date, until: string): Date => {
  const unanswered = daysAfter(at, operationLimits.daysToAnswer).getTime();
  return new Date(Math.min(unanswered, endOfDay(until).getTime()));
};

/** True where an acceptance is of this very offer. */
export const isOf = ({ n, offered }: NonNullable<OperationSide['accepted']>, offer: Offer): boolean =>
  n === offer.n && offered.getTime() === offer.at.getTime();

/** The moment at which the agencies agreed; undefined where they have not. An offer that was declined or taken back is never agreed on, even if it was accepted too. */
export function agreedAt({ mine, theirs }: Sides): Date | undefined {
  if (mine.declined || theirs.declined) return undefined;
  const offer = offerOf({ mine, theirs });
  const accepted = offer && (offer === mine.offer ? theirs.accepted : mine.accepted);
  if (!accepted || !isOf(accepted, offer)) return undefined;
  return accepted.at < lapseOf(offer.at, offer.terms.until) ? accepted.at : undefined;
}
