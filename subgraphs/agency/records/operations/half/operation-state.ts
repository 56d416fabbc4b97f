import type { OperationState } from '../../../../../terms/enums.ts';
import { endOfDay, startOfDay } from '../../formats/dates/day-window.ts';
import { agreedAt, lapseOf, type Sides } from './agreed-at.ts';
import { type JointOperation, offerOf, termsOf } from './joint-operation.ts';
import type { ToldMeasure } from './told-measure.ts';

/** The last day as far as both agencies have signed for it, each later one before the one before it was over; undefined before the agencies agree. */
export function lastDay(sides: Sides): string | undefined {
  if (!agreedAt(sides)) return undefined;
  let until = offerOf(sides)?.terms.until;
  for (const renewal of sides.mine.renewals) {
    const theirs = sides.theirs.renewals.find((each) => each.until === renewal.until);
    if (!theirs || until === undefined || renewal.until <= until) continue;
    const signed = Math.max(renewal.at.getTime(), theirs.at.getTime());
    if (signed < endOfDay(until).getTime()) until = renewal.until;
  }
  return until;
}

/** True while a suspension of either agency stands: both have to want to go on after each. */
export function isSuspended({ mine, theirs }: Sides): boolean {
  const [own, other] = [mine.resumed, theirs.resumed];
  const isLifted = (times: number, byMe = 0, byThem = 0) => times <= Math.min(byMe, byThem);
  return !(
    isLifted(mine.suspensions, own?.own, other?.other) && isLifted(theirs.suspensions, own?.other, other?.own)
  );
}

/** The moment at which an operation that was agreed on ended, or ends by itself; undefined before the agencies agree. */
export function endOf(sides: Sides): Date | undefined {
  const until = lastDay(sides);
  if (until === undefined) return undefined;
  const ends = [sides.mine.ended, sides.theirs.ended, endOfDay(until)].flatMap((at) => at?.getTime() ?? []);
  return new Date(Math.min(...ends));
}

/** Either agency has ended it, whatever the other's clock says, or its last day is over. */
const isEnded = (sides: Sides, now: Date): boolean => {
  const end = endOf(sides);
  return (sides.mine.ended ?? sides.theirs.ended) !== undefined || (end !== undefined && end <= now);
};

/** Derived, never stored: what both agencies have signed, and what time has made of it. */
export function operationState(operation: JointOperation, now: Date): OperationState {
  const { mine, theirs, draft } = operation;
  if (mine.declined || theirs.declined) return 'DECLINED';
  const terms = termsOf(operation);
  if (!agreedAt(operation)) {
    const since = offerOf(operation)?.at ?? draft?.at;
    return !since || !terms || lapseOf(since, terms.until) <= now ? 'LAPSED' : 'PROPOSED';
  }
  if (isEnded(operation, now)) return mine.evaluation && theirs.evaluation ? 'EVALUATED' : 'ENDED';
  if (isSuspended(operation)) return 'SUSPENDED';
  return terms && startOfDay(terms.from) <= now ? 'ACTIVE' : 'AGREED';
}

/** States in which nothing more is agreed on, and which time does not change. */
export const isOver = (state: OperationState): boolean =>
  ['DECLINED', 'LAPSED', 'ENDED', 'EVALUATED'].includes(state);

/** What members read of the other agency's plan: it is for what goes on, so nothing while the operation is suspended, or once it is over. */
export const planShown = (operation: JointOperation, now: Date): readonly ToldMeasure[] =>
  ['AGREED', 'ACTIVE'].includes(operationState(operation, now)) ? operation.theirs.plan : [];

/** The next moment at which time changes the state; undefined where none does. */
export function operationDue(operation: JointOperation, now: Date): Date | undefined {
  const state = operationState(operation, now);
  const terms = termsOf(operation);
  if (!terms || isOver(state)) return undefined;
  if (state === 'PROPOSED') {
    const since = offerOf(operation)?.at ?? operation.draft?.at;
    return since && lapseOf(since, terms.until);
  }
  return state === 'AGREED' ? startOfDay(terms.from) : endOf(operation);
}

/** The moment since which an operation is over for good; undefined while it is not. */
export function overSince(operation: JointOperation, now: Date): Date | undefined {
  const { mine, theirs } = operation;
  switch (operationState(operation, now)) {
    case 'DECLINED':
      return mine.declined && theirs.declined
        ? new Date(Math.min(mine.declined.getTime(), theirs.declined.getTime()))
        : (mine.declined ?? theirs.declined);
    case 'LAPSED': {
      const [since, terms] = [offerOf(operation)?.at ?? operation.draft?.at, termsOf(operation)];
      return since && terms ? lapseOf(since, terms.until) : new Date(0);
    }
    case 'ENDED':
      return endOf(operation);
    case 'EVALUATED': {
      const ends = [mine.evaluation?.at, theirs.evaluation?.at].flatMap((at) => at?.getTime() ?? []);
      return new Date(Math.max(...ends));
    }
    default:
      return undefined;
  }
}
