import type { Model } from 'mongoose';
import { type ComparisonRecord, forgottenAt } from '../../records/comparisons/comparison-record.ts';

/** The store in which an agency remembers what was compared with its records. */
export interface ComparisonStore {
  /** The values that were compared of a dossier; undefined when none were. */
  before(dossier: string): Promise<Pick<ComparisonRecord, 'values' | 'changes'> | undefined>;
  /** Remembers values, `changes` of them new to a dossier that was compared before. */
  remember(dossier: string, compared: Pick<ComparisonRecord, 'values' | 'changes'>, now: Date): Promise<void>;
}

export const comparisonStore = (comparisons: Model<ComparisonRecord>): ComparisonStore => ({
  async before(dossier) {
    const found = await comparisons.findOne({ _id: dossier }).lean<ComparisonRecord>().exec();
    return found ?? undefined;
  },
  async remember(dossier, { values, changes }, now) {
    await comparisons.updateOne(
      { _id: dossier },
      {
        $addToSet: { values: { $each: values } },
        $inc: { changes },
        $set: { until: forgottenAt(now) },
      },
      { upsert: true },
    );
  },
});
