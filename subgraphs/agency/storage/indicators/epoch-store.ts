import type { Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { EpochRecord } from '../../records/indicators/epoch-record.ts';

/** A moment of an epoch that is noted once, the first time that it comes. */
export type EpochMoment = Exclude<keyof EpochRecord, '_id' | 'other' | 'epoch' | 'begunAt'>;

/** The epochs that an agency compares identifiers under with each other one. */
export interface EpochStore {
  epochs(other: Agency): Promise<EpochRecord[]>;
  epoch(other: Agency, epoch: string): Promise<EpochRecord | undefined>;
  /** Begins an epoch, unless it has begun. @param reached what has come at once, as of an agency's first epoch everything */
  begin(other: Agency, epoch: string, at: Date, reached?: readonly EpochMoment[]): Promise<void>;
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
    async begin(other, epoch, at, reached = []) {
      const moments = Object.fromEntries(reached.map((moment) => [moment, at]));
      await epochs.updateOne(
        { _id: epochIdOf(other, epoch) },
        { $setOnInsert: { other, epoch, begunAt: at, ...moments } },
        { upsert: true },
      );
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
