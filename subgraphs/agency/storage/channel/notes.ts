import type { Agency } from '../../../../terms/agencies.ts';
import type { RefusalReason } from '../../channel/wire/receipt.ts';
import { type Blocked, type ChannelModels, type PeerRecord, strangers } from '../models/channel-models.ts';

/** So many are kept, and so much of each: whoever sends rubbish must not fill a database. */
const mostKept = 1_000;
const longestBody = 2_048;

export interface RefusedLine {
  at: Date;
  reason: RefusalReason;
  hash: string;
  body: string;
}

/** What was refused, and what else an agency must know of the channel to another. */
export interface Notes {
  refused(what: RefusedLine & { signer: Agency }): Promise<void>;
  gap(from: Agency, gap: { at: Date; expected: number; number: number }): Promise<void>;
  greeted(from: Agency, greeting: NonNullable<PeerRecord['lastGreeting']>): Promise<void>;
  /** Nothing goes on to the agency, since the first time that it was so for this reason; undefined when it does again. */
  blocked(to: Agency, blocked: Blocked | undefined): Promise<void>;
}

type Counter = 'refused' | 'gaps';
const none = { refused: 0, gaps: 0 };

const without = (...fields: Counter[]) =>
  Object.fromEntries(Object.entries(none).filter(([name]) => !fields.includes(name as Counter)));

/**
 * Counts what was refused, and keeps the last of it, in places of its own for each who has signed it: a stranger cannot push
 * out what a peer has sent.
 * @param count how many there were; `kept` are the last of them
 */
export async function keepRefused(
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

export function notesOf(models: Pick<ChannelModels, 'refused' | 'peers'>): Notes {
  const { peers } = models;
  return {
    refused: ({ signer, ...what }) => keepRefused(models, signer, 1, [what]),
    async gap(from, gap) {
      const update = { $inc: { gaps: 1 }, $setOnInsert: without('gaps'), $set: { lastGap: gap } };
      await peers.updateOne({ _id: from }, update, { upsert: true });
    },
    async greeted(from, lastGreeting) {
      await peers.updateOne({ _id: from }, { $set: { lastGreeting }, $setOnInsert: none }, { upsert: true });
    },
    async blocked(to, blocked) {
      if (blocked) {
        // It is noted again at each attempt, and has been so since the first.
        const { at: _, ...now } = blocked;
        const set = Object.fromEntries(
          Object.entries(now).map(([name, value]) => [`blocked.${name}`, value]),
        );
        const same = { _id: to, 'blocked.reason': blocked.reason };
        if ((await peers.updateOne(same, { $set: set })).matchedCount > 0) return;
      }
      const update = blocked ? { $set: { blocked } } : { $unset: { blocked: 1 } };
      await peers.updateOne(
        { _id: to },
        { ...update, $setOnInsert: none },
        { upsert: blocked !== undefined },
      );
    },
  };
}
