import type { Agency } from '../../../terms/agencies.ts';
import { fewestSharingOfficers, isWidelyShared } from '../records/indicators/spread.ts';
import { weekBefore } from '../records/indicators/widely-shared.ts';
import type { SightingStore } from '../storage/indicators/sighting-store.ts';
import type { Held, WidelySharedStore } from '../storage/indicators/widely-shared-store.ts';
import type { NoticeBook } from '../storage/notices/notice-book.ts';

/** Identifiers whose dossiers are looked at together. */
const together = 100;

interface Listing {
  own: Agency;
  shared: WidelySharedStore;
  spread: SightingStore['spread'];
  book: Pick<NoticeBook, 'note'>;
}

/** Identifiers that as many dossiers hold as officers must have recorded them, of what comes in the order of identifiers; undefined when told to stop. */
async function countHolders(
  held: AsyncIterable<Held>,
  signal?: AbortSignal,
): Promise<{ _id: string; dossiers: number }[] | undefined> {
  const counted: { _id: string; dossiers: number }[] = [];
  let last = { _id: '', dossiers: 0 };
  for await (const { indicator, change } of held) {
    if (signal?.aborted) return undefined;
    if (change === 'GONE') continue;
    if (indicator !== last._id) last = { _id: indicator, dossiers: 0 };
    last.dossiers++;
    if (last.dossiers === fewestSharingOfficers) counted.push(last);
  }
  return counted;
}

/** Those among them that so many officers hold in so many cases that they are not compared. */
async function* sharedAmong(
  spread: SightingStore['spread'],
  counted: readonly { _id: string; dossiers: number }[],
) {
  for (let from = 0; from < counted.length; from += together) {
    const part = counted.slice(from, from + together);
    const spreads = await spread(part.map(({ _id }) => _id));
    for (const each of part) {
      const its = spreads.get(each._id);
      if (its && isWidelyShared(its))
        yield { ...each, cases: its.allCases.size, officers: its.recorders.size };
    }
  }
}

/**
 * Lists the values that so many officers and cases share that they are not compared, and notes once a week, for those who watch over that, how
 * many came up in the week before. It can be done again, and by several instances at once. A run that is told to stop leaves the list as it was.
 * @returns the number of such values
 */
export async function listWidelyShared(
  { own, shared, spread, book }: Listing,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  const held = await countHolders(shared.held(), signal);
  if (!held) return 0;
  const counted = [];
  for await (const each of sharedAmong(spread, held)) {
    if (signal?.aborted) return 0;
    counted.push(each);
  }
  await shared.replace(counted, now);
  const { from, until } = weekBefore(now);
  const values = await shared.newBetween(from, until);
  if (values > 0)
    await book.note({
      key: `WIDELY_SHARED_VALUES ${until.toISOString()}`,
      from: own,
      kind: 'WIDELY_SHARED_VALUES',
      at: now,
      receivedAt: now,
      data: { values },
    });
  return counted.length;
}
