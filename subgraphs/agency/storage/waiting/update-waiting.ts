import type { ClientSession, Model } from 'mongoose';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { Step } from '../../records/dossier/step.ts';
import { changedBy } from '../../records/values/values-of.ts';
import { waitingOf } from '../../records/waiting/waiting-of.ts';
import type { WaitingRecord } from '../../records/waiting/waiting-record.ts';

const isSame = (one: WaitingRecord, other: WaitingRecord | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const put = (item: WaitingRecord) => ({
  replaceOne: { filter: { _id: item._id }, replacement: item, upsert: true },
});

/**
 * Writes what waits on a dossier after a change, as a part of the change's transaction. Most changes leave it as it was, and then
 * nothing is written.
 */
export async function updateWaiting(
  waiting: Model<WaitingRecord>,
  before: DossierRecord,
  change: Pick<Step, 'set' | 'unset'>,
  session: ClientSession,
): Promise<void> {
  const was = new Map(waitingOf(before).map((item) => [item._id, item]));
  const is = waitingOf(changedBy(before, change) as DossierRecord);
  const waits = new Set(is.map(({ _id }) => _id));
  const writes = [
    ...[...was.keys()].filter((_id) => !waits.has(_id)).map((_id) => ({ deleteOne: { filter: { _id } } })),
    ...is.filter((item) => !isSame(item, was.get(item._id))).map(put),
  ];
  if (writes.length > 0) await waiting.bulkWrite(writes, { session });
}

/** Writes what waits on dossiers that are new, as a part of the transaction that inserts them. */
export async function insertWaiting(
  waiting: Model<WaitingRecord>,
  dossiers: readonly DossierRecord[],
  session?: ClientSession,
): Promise<void> {
  const writes = dossiers.flatMap(waitingOf).map(put);
  if (writes.length > 0) await waiting.bulkWrite(writes, session && { session });
}

/** Takes what waits on a dossier that is no more with it. */
export async function eraseWaiting(
  waiting: Model<WaitingRecord>,
  dossier: string,
  session: ClientSession,
): Promise<void> {
  // `!` is the character after the space.
  await waiting.deleteMany({ _id: { $gt: `${dossier} `, $lt: `${dossier}!` } }, { session });
}
