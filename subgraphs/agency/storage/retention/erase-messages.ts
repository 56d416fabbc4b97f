import { agencyNames } from '../../../../terms/agencies.ts';
import { daysAfter } from '../../../../terms/days.ts';
import type { ChannelModels } from '../models/channel-models.ts';

export type KeptMessages = Pick<ChannelModels, 'outbox' | 'inbox' | 'refused'>;

/** The days that a run looks back: no agency goes without a run for longer. */
const windowDays = 366;

/** The ids of messages of a time, which begin with it. */
const idsOf = (from: Date, until: Date, prefix = '') => {
  const idAt = (date: Date) => `${prefix}${date.getTime().toString(36).padStart(9, '0')}`;
  return { _id: { $gte: idAt(from), $lt: idAt(until) } };
};

/** A command of a year's messages would be longer than the server takes. */
const perWrite = 1_000;

/** Writes as many records at a time as one command takes. @returns the number that were changed */
async function inBatches(
  records: readonly { _id: string }[],
  write: (named: { _id: { $in: string[] } }) => PromiseLike<{ modifiedCount?: number }>,
): Promise<number> {
  let changed = 0;
  for (let from = 0; from < records.length; from += perWrite) {
    const $in = records.slice(from, from + perWrite).map(({ _id }) => _id);
    changed += (await write({ _id: { $in } })).modifiedCount ?? 0;
  }
  return changed;
}

/**
 * Takes the content out of messages that are settled: number, hash and receipt stay, which both agencies have signed for. Refused
 * messages go altogether.
 * @param before the moment from which on messages keep their content
 * @returns the number of messages that lost their content
 */
export async function eraseMessages({ outbox, inbox, refused }: KeptMessages, before: Date): Promise<number> {
  const from = daysAfter(before, -windowDays);
  const sent = await outbox.find(idsOf(from, before), { acknowledgedAt: 1 }).lean();
  const acknowledged = sent.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined);
  let erased = await inBatches(acknowledged, (named) => outbox.updateMany(named, { $set: { event: '' } }));
  for (const agency of agencyNames) {
    const ids = idsOf(from, before, `${agency} `);
    const received = await inbox.find(ids, { state: 1, receivedAt: 1 }).lean();
    const settled = received.filter(
      ({ state, receivedAt }) => (state === 'APPLIED' || state === 'DISMISSED') && receivedAt < before,
    );
    erased += await inBatches(settled, (named) =>
      inbox.updateMany(named, { $set: { signed: '', event: '' } }),
    );
  }
  const all = await refused.find({ _id: { $gt: '' } }, { at: 1 }).lean();
  const old = all.filter(({ at }) => at < before);
  await inBatches(old, async (named) => {
    await refused.deleteMany(named);
    return {};
  });
  return erased;
}
