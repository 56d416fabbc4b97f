import type { Model } from 'mongoose';
import type { Message } from '../../channel/message.ts';
import { isDuplicate } from '../../duplicate.ts';
import type { MatchOf } from '../../matching/match-under.ts';
import type { DossierRecord } from '../record.ts';
import { changedBy } from '../values-of.ts';
import type { Step } from './step.ts';

/** How dossiers are written: each step is one write of one document, which happens whole or not at all. */
export interface DossierWrites {
  /** The whole dossier, history included, to decide a step on. */
  read(id: string): Promise<DossierRecord | null>;
  /** Waits until what was read of a dossier can no more be taken back by a failover. */
  confirm(id: string): Promise<void>;
  /** The dossier that a request has recorded before. */
  recordedWith(request: string): Promise<DossierRecord | null>;
  /** @returns false when the same request has recorded a dossier already */
  insert(dossier: DossierRecord): Promise<boolean>;
  /**
   * @param dossier whole, as the step was decided on it
   * @returns false when the dossier is not at its version any more; nothing is written then
   */
  take(dossier: DossierRecord, step: Step): Promise<boolean>;
  /**
   * Writes what is no step: an officer who has read the dossier decides no otherwise by it, so its version stays.
   * @returns false as `take` does
   */
  note(dossier: DossierRecord, noted: Pick<Step, 'set' | 'unset' | 'messages'>): Promise<boolean>;
}

/** @param onMessages told when messages were stored with a change */
export const dossierWrites = (
  dossiers: Model<DossierRecord>,
  matchOf: MatchOf,
  onMessages: () => void = () => undefined,
): DossierWrites => {
  /** On the condition that nobody wrote since, whether it was a step or was only noted. */
  async function write(
    { _id, version, noted }: DossierRecord,
    { $set, $push }: { $set: object; $push?: object },
    unset: Step['unset'],
    messages: readonly Message[],
  ): Promise<boolean> {
    // With the change that they tell of, so that neither is ever without the other.
    const push = { ...$push, ...(messages.length > 0 && { pending: { $each: messages } }) };
    const update = {
      $set,
      ...(Object.keys(push).length > 0 && { $push: push }),
      ...(unset.length > 0 && { $unset: Object.fromEntries(unset.map((field) => [field, 1])) }),
    };
    const unchanged = { _id, version, noted: noted ?? null };
    const { modifiedCount } = await dossiers.updateOne(unchanged, update, { runValidators: true });
    const isTaken = modifiedCount === 1;
    if (isTaken && messages.length > 0) onMessages();
    return isTaken;
  }

  return {
    read: (id) => dossiers.findOne({ _id: id }).lean<DossierRecord>().exec(),
    async confirm(id) {
      // No dossier is at version 0, so nothing is written; the server waits as it does for a write, for all that came before.
      await dossiers.updateOne({ _id: id, version: 0 }, { $set: { version: 0 } });
    },
    recordedWith: (request) => dossiers.findOne({ recordedWith: request }).lean<DossierRecord>().exec(),
    async insert(dossier) {
      try {
        await dossiers.create({ ...dossier, match: matchOf(dossier) });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    async take(dossier, { set, unset, entry, history, messages = [] }) {
      const match = matchOf(changedBy(dossier, { set, unset }));
      const update = history
        ? { $set: { ...set, match, history: [...history, entry] } }
        : { $set: { ...set, match }, $push: { history: entry } };
      return write(dossier, update, unset, messages);
    },
    note: (dossier, { set, unset, messages = [] }) =>
      write(dossier, { $set: { ...set, noted: (dossier.noted ?? 0) + 1 } }, unset, messages),
  };
};
