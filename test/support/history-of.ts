import type { Model } from 'mongoose';
import type { StoredEntry } from '../../subgraphs/agency/records/history/history-entry.ts';

/** The history of a record as it is stored, oldest first. */
export const historyOf = (
  { history }: { history: Model<StoredEntry> },
  record: string,
): Promise<StoredEntry[]> => history.find({ record }).sort({ version: 1 }).lean<StoredEntry[]>().exec();
