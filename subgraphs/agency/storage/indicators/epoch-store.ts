import type { Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { EpochRecord } from '../../records/indicators/epoch-record.ts';
import { inBase64 } from '../../records/indicators/indicator-messages.ts';

/** A moment of an epoch that is noted once, the first time that it comes. */
export type EpochMoment = Exclude<
  keyof EpochRecord,
  '_id' | 'other' | 'epoch' | 'begunAt' | 'publicKey' | 'contact'
>;

/** An own key, as far as it is noted with its epoch. */
export interface EpochKey {
  epoch: string;
  publicKey: Uint8Array;
}

/** The epochs that an agency compares identifiers under with each other one. */
export interface EpochStore {
  epochs(other: Agency): Promise<EpochRecord[]>;
  epoch(other: Agency, epoch: string): Promise<EpochRecord | undefined>;
  /** Begins the epoch of a key, unless it has begun. @param reached what has come at once, as of an agency's first epoch everything */
  begin(other: Agency, key: EpochKey, at: Date, reached?: readonly EpochMoment[]): Promise<void>;
  /** Notes the public key of an epoch that an earlier version has begun without it. */
  noteKey(other: Agency, key: EpochKey): Promise<void>;
  /** Notes where officers of the other agency are reached. */
  noteContact(other: Agency, contact: string): Promise<void>;
  /** Notes what has come, unless it came before; nothing of an epoch that has not begun. */
  reach(other: Agency, epoch: string, moments: readonly EpochMoment[], at: Date): Promise<void>;
}

export const epochIdOf = (other: Agency, epoch: string): string => `${other} ${epoch}`;

/** The id of a round of a change to an epoch, and of the answer to one. */
export const raiseIdOf = (agency: Agency, epoch: string, number: number): string =>
  `${agency} ${epoch} ${number}`;

export function epochStore(epochs: Model<EpochRecord>): EpochStore {
  return {
    epochs: (other) => epochs.find({ other }).sort({ epoch: 1 }).lean<EpochRecord[]>().exec(),
    epoch: async (other, epoch) =>
      (await epochs.findOne({ _id: epochIdOf(other, epoch) }).lean<EpochRecord>()) ?? undefined,
    async begin(other, { epoch, publicKey }, at, reached = []) {
      const moments = Object.fromEntries(reached.map((moment) => [moment, at]));
      await epochs.updateOne(
        { _id: epochIdOf(other, epoch) },
        { $setOnInsert: { other, epoch, begunAt: at, publicKey: inBase64(publicKey), ...moments } },
        { upsert: true },
      );
    },
    async noteKey(other, { epoch, publicKey }) {
      await epochs.updateOne({ _id: epochIdOf(other, epoch) }, { $set: { publicKey: inBase64(publicKey) } });
    },
    async noteContact(other, contact) {
      await epochs.updateMany({ other, contact: { $ne: contact } }, { $set: { contact } });
    },
    async reach(other, epoch, moments, at) {
      const _id = epochIdOf(other, epoch);
      const record = await epochs.findOne({ _id }).lean<EpochRecord>();
      const missing = moments.filter((moment) => record && !record[moment]);
      if (missing.length > 0)
        await epochs.updateOne({ _id }, { $set: Object.fromEntries(missing.map((moment) => [moment, at])) });
    },
  };
}
