import type { Agency } from '../../../terms/agencies.ts';
import { mostHolders } from '../records/indicators/comparing-pace.ts';
import { weekBefore } from '../records/indicators/widely-shared.ts';
import type { Held, WidelySharedStore } from '../storage/indicators/widely-shared-store.ts';
import type { NoticeBook } from '../storage/notices/notice-book.ts';

interface Listing {
  own: Agency;
  shared: WidelySharedStore;
  book: Pick<NoticeBook, 'note'>;
}

/** Identifiers with more holders than are compared, of what comes in the order of identifiers; undefined when told to stop. */
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
    if (last.dossiers === mostHolders + 1) counted.push(last);
  }
  return counted;
}

/**
 * Lists the values that so many own dossiers share that they are never compared, and notes once a week, for those who watch over that, how
 * many came up in the week before. It can be done again, and by several instances at once. A run that is told to stop leaves the list as it was.
 * @returns the number of such values
 */
export async function listWidelyShared(
  { own, shared, book }: Listing,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  const counted = await countHolders(shared.held(), signal);
  if (!counted) return 0;
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
