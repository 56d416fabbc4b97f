import { beginningOf, day, endOf } from './calendar.ts';
import { type Book, type Fact, type FactOf, factsOf } from './fact.ts';
import type { View } from './log.ts';

/** Days in which an offer is answered, or lapses. */
const daysToAnswer = 30;

/** The last offer that is known; of two under one number the later one. */
export const lastOffer = (book: Pick<Book, 'facts'>): FactOf<'OFFER'> | undefined =>
  factsOf(book, 'OFFER').reduce<FactOf<'OFFER'> | undefined>(
    (last, each) => (last && (last.n > each.n || (last.n === each.n && last.at >= each.at)) ? last : each),
    undefined,
  );

const lapseOf = (since: number, until: string): number => Math.min(since + daysToAnswer * day, endOf(until));

/** The other agency's acceptance of the last offer, in time, by the offer itself and not by its number. */
export function agreement(book: Pick<Book, 'facts'>): FactOf<'ACCEPTANCE'> | undefined {
  const offer = lastOffer(book);
  if (!offer || factsOf(book, 'DECLINE').length > 0) return undefined;
  return factsOf(book, 'ACCEPTANCE').find(
    (each) => each.offer === offer && each.of !== offer.of && each.at < lapseOf(offer.at, offer.until),
  );
}

/** The last day, with each later one that both have signed before the one before it was over. */
export function lastDayOf(book: Pick<Book, 'facts'>): string | undefined {
  if (!agreement(book)) return undefined;
  let last = lastOffer(book)?.until ?? '';
  const renewals = factsOf(book, 'RENEWAL');
  for (const until of [...new Set(renewals.map((each) => each.until))].sort()) {
    const firstOf = (side: string) =>
      Math.min(...renewals.filter((each) => each.of === side && each.until === until).map(({ at }) => at));
    const signed = Math.max(firstOf('BELARUS'), firstOf('RUSSIA'));
    if (until > last && signed < endOf(last)) last = until;
  }
  return last;
}

/** True of words on going on that are of this very suspension, or of a later one of the same agency. */
export const isAfter =
  (suspension: FactOf<'SUSPENSION'>) =>
  ({ after }: FactOf<'RESUMPTION'>): boolean =>
    after.some((each) => each === suspension || (each.of === suspension.of && each.at > suspension.at));

/** Both agencies have said after a suspension that they want to go on. */
const isLifted = (book: Pick<Book, 'facts'>, suspension: FactOf<'SUSPENSION'>): boolean =>
  factsOf(book, 'RESUMPTION', 'BELARUS').some(isAfter(suspension)) &&
  factsOf(book, 'RESUMPTION', 'RUSSIA').some(isAfter(suspension));

export const isSuspended = (book: Pick<Book, 'facts'>): boolean =>
  factsOf(book, 'SUSPENSION').some((each) => !isLifted(book, each));

const hasEnd = (book: Pick<Book, 'facts'>): boolean => factsOf(book, 'END').length > 0;

/** The moment of its end, by the earliest word or its last day. */
function endMoment(book: Pick<Book, 'facts'>): number | undefined {
  const last = lastDayOf(book);
  if (last === undefined) return undefined;
  return Math.min(endOf(last), ...factsOf(book, 'END').map(({ at }) => at));
}

const evaluators = (book: Pick<Book, 'facts'>): Set<Fact['of']> =>
  new Set(factsOf(book, 'EVALUATION').map(({ of }) => of));

/** The state of an operation by what an agency knows of it. */
export function stateOf(book: Book, now: number): string {
  if (factsOf(book, 'DECLINE').length > 0) return 'DECLINED';
  const offer = lastOffer(book);
  if (!agreement(book)) {
    const { draft } = book;
    const first = draft?.kind === 'OFFER' ? draft.days : undefined;
    const since = offer?.at ?? draft?.at;
    const until = offer?.until ?? first?.until;
    return since === undefined || until === undefined || lapseOf(since, until) <= now ? 'LAPSED' : 'PROPOSED';
  }
  const end = endMoment(book);
  if (hasEnd(book) || (end !== undefined && end <= now))
    return evaluators(book).size === 2 ? 'EVALUATED' : 'ENDED';
  if (isSuspended(book)) return 'SUSPENDED';
  return offer && beginningOf(offer.from) <= now ? 'ACTIVE' : 'AGREED';
}

export const isOver = (state: string): boolean =>
  ['DECLINED', 'LAPSED', 'ENDED', 'EVALUATED'].includes(state);

/** The whole of it, as a half has to show it. */
export const viewOf = (book: Book, now: number): View => ({
  state: stateOf(book, now),
  offer: lastOffer(book)?.n,
  lastDay: lastDayOf(book),
  isSuspended: isSuspended(book),
  end: endMoment(book),
});
