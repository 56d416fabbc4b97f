import type { Agency } from '../../../../terms/agencies.ts';
import type { Notes, RefusedLine } from '../../channel/stores/notes.ts';
import { strangers } from '../../channel/stores/peer-record.ts';
import type { ChannelModels } from '../models/channel-models.ts';

/** Bounds of what is kept of refused lines: a sender of rubbish must not fill a database. */
const mostKept = 1_000;
const longestBody = 2_048;

type Counter = 'refused' | 'gaps';
const none = { refused: 0, gaps: 0 };

const without = (...fields: Counter[]) =>
  Object.fromEntries(Object.entries(none).filter(([name]) => !fields.includes(name as Counter)));

/**
 * Counts refused lines, and keeps the last of them, in separate places for each signer: a stranger cannot push out what a peer
 * has sent.
 * @param count how many there were; `kept` are the last of them
 */
async function keepRefused(
  { refused, peers }: Pick<ChannelModels, 'refused' | 'peers'>,
  signer: Agency | typeof strangers,
  count: number,
  kept: readonly RefusedLine[],
): Promise<void> {
  const last = kept.at(-1);
  const set = last && { $set: { lastRefused: { at: last.at, reason: last.reason } } };
  const update = { $inc: { refused: count }, $setOnInsert: without('refused'), ...set };
  const after = await peers
    .findOneAndUpdate({ _id: signer }, update, { upsert: true, returnDocument: 'after' })
    .lean();
  const first = (after?.refused ?? 0) - kept.length + 1;
  const placeOf = (index: number) => `${signer} ${(first + index) % mostKept}`;
  await refused.bulkWrite(
    kept.map(({ body, ...what }, index) => ({
      replaceOne: {
        filter: { _id: placeOf(index) },
        replacement: {
          ...what,
          _id: placeOf(index),
          ...(signer !== strangers && { signer }),
          body: body.slice(0, longestBody),
        },
        upsert: true,
      },
    })),
  );
}

/** The notes on the channel in an agency's database. */
export function noteStore(models: Pick<ChannelModels, 'refused' | 'peers'>): Notes {
  const { peers } = models;
  return {
    refused: ({ signer, ...what }) => keepRefused(models, signer, 1, [what]),
    refusedStrangers: (count, kept) => keepRefused(models, strangers, count, kept),
    async gap(from, gap) {
      const update = { $inc: { gaps: 1 }, $setOnInsert: without('gaps'), $set: { lastGap: gap } };
      await peers.updateOne({ _id: from }, update, { upsert: true });
    },
    async greeted(from, lastGreeting) {
      await peers.updateOne({ _id: from }, { $set: { lastGreeting }, $setOnInsert: none }, { upsert: true });
    },
    async blocked(to, blocked) {
      // It is noted again at each attempt, and has been so since the first.
      const { at: _, ...now } = blocked;
      const set = Object.fromEntries(Object.entries(now).map(([name, value]) => [`blocked.${name}`, value]));
      const same = { _id: to, 'blocked.reason': blocked.reason };
      if ((await peers.updateOne(same, { $set: set })).matchedCount > 0) return;
      await peers.updateOne({ _id: to }, { $set: { blocked }, $setOnInsert: none }, { upsert: true });
    },
    async unblocked(to) {
      await peers.updateOne({ _id: to }, { $unset: { blocked: 1 } });
    },
  };
}
