import type { Model } from 'mongoose';
import { isDuplicate } from '../../duplicate.ts';
import type { MatchOf } from '../../matching/match-under.ts';
import type { DossierRecord } from '../record.ts';
import { changedBy } from '../values-of.ts';
import type { Step } from './step.ts';

/** How dossiers are written: each step is one write of one document, which happens whole or not at all. */
export interface DossierWrites {
  /** The whole dossier, history included, to decide a step on. */
  read(id: string): Promise<DossierRecord | null>;
  /** The dossier that a request has recorded before. */
  recordedWith(request: string): Promise<DossierRecord | null>;
  /** @returns false when the same request has recorded a dossier already */
  insert(dossier: DossierRecord): Promise<boolean>;
  /**
   * @param dossier whole, as the step was decided on it
   * @returns false when the dossier is not at its version any more; nothing is written then
   */
  take(dossier: DossierRecord, step: Step): Promise<boolean>;
}

/** @param onMessages told when messages were stored with a change */
export const dossierWrites = (
  dossiers: Model<DossierRecord>,
  matchOf: MatchOf,
  onMessages: () => void = () => undefined,
): DossierWrites => ({
  read: (id) => dossiers.findOne({ _id: id }).lean<DossierRecord>().exec(),
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
  async take(dossier, { set, unset, entry, messages = [] }) {
    const { _id, version } = dossier;
    const update = {
      $set: { ...set, match: matchOf(changedBy(dossier, { set, unset })) },
      // With the change that they tell of, so that neither is ever without the other.
      $push: { history: entry, ...(messages.length > 0 && { pending: { $each: messages } }) },
      ...(unset.length > 0 && { $unset: Object.fromEntries(unset.map((field) => [field, 1])) }),
    };
    const { modifiedCount } = await dossiers.updateOne({ _id, version }, update, { runValidators: true });
    const isTaken = modifiedCount === 1;
    if (isTaken && messages.length > 0) onMessages();
    return isTaken;
  },
});
