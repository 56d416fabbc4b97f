import type { Agency } from '../../../identity/agencies.ts';
import type { ChannelModels } from './model.ts';
import type { RefusalReason } from './receipt.ts';

/** So many are kept, and so much of each: whoever sends rubbish must not fill a database. */
const mostKept = 1_000;
const longestBody = 2_048;

/** What was refused, and what else an agency must know of the channel to another. */
export interface Notes {
  refused(what: {
    at: Date;
    reason: RefusalReason;
    signer: Agency | undefined;
    hash: string;
    body: string;
  }): Promise<void>;
  gap(from: Agency, gap: { at: Date; expected: number; number: number }): Promise<void>;
  /** The head of the queue is not accepted; undefined when it is again. */
  blocked(
    to: Agency,
    blocked: { at: Date; number: number; reason: RefusalReason } | undefined,
  ): Promise<void>;
}

/** @param own whose channel it is: what nobody has signed is counted under its name */
export function notesOf(own: Agency, { refused, peers }: Pick<ChannelModels, 'refused' | 'peers'>): Notes {
  const none = { refused: 0, gaps: 0 };
  const without = (field: keyof typeof none) =>
    Object.fromEntries(Object.entries(none).filter(([name]) => name !== field));
  const counted = async (peer: Agency, field: keyof typeof none, set: object = {}): Promise<number> => {
    const update = { $inc: { [field]: 1 }, $setOnInsert: without(field), ...set };
    const after = await peers
      .findOneAndUpdate({ _id: peer }, update, { upsert: true, returnDocument: 'after' })
      .lean();
    return after?.[field] ?? 0;
  };
  return {
    async refused({ signer, body, ...what }) {
      // A place of its own for each agency, so that a stranger cannot push out what a peer has sent.
      const number = await counted(signer ?? own, 'refused');
      const place = `${signer ?? 'NOBODY'} ${number % mostKept}`;
      const kept = { ...what, ...(signer && { signer }), body: body.slice(0, longestBody) };
      await refused.replaceOne({ _id: place }, kept, { upsert: true });
    },
    async gap(from, gap) {
      await counted(from, 'gaps', { $set: { lastGap: gap } });
    },
    async blocked(to, blocked) {
      const update = blocked ? { $set: { blocked } } : { $unset: { blocked: 1 } };
      await peers.updateOne(
        { _id: to },
        { ...update, $setOnInsert: none },
        { upsert: blocked !== undefined },
      );
    },
  };
}
