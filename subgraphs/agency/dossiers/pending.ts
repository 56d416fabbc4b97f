import type { Model } from 'mongoose';
import type { DepartureRecord } from '../channel/departures.ts';
import type { PendingMessages } from '../channel/pending.ts';
import type { DossierRecord } from './record.ts';

type Pending = Required<Pick<DossierRecord, '_id' | 'pending'>>;

/** Messages that wait in the dossiers whose change they tell of. */
export const pendingInDossiers = (dossiers: Model<DossierRecord>): PendingMessages => ({
  async read(limit) {
    const found = await dossiers
      .find({ 'pending.id': { $gt: '' } }, { pending: 1 })
      .sort({ 'pending.id': 1 })
      .limit(limit)
      .lean<Pending[]>();
    const messages = found.flatMap(({ pending }) => pending);
    return {
      messages,
      async letGo() {
        const id = { $in: messages.map((message) => message.id) };
        const ofThem = { _id: { $in: found.map(({ _id }) => _id) } };
        await dossiers.updateMany(ofThem, { $pull: { pending: { id } } });
      },
    };
  },
});

/** Counts the dossiers in which messages wait. */
export const countPending =
  (dossiers: Model<DossierRecord>) =>
  (options: { limit: number; maxTimeMS: number }): Promise<number> =>
    dossiers.countDocuments({ 'pending.id': { $gt: '' } }, options).exec();

/** Messages about dossiers that were erased. Those of one that still stands are not due: it may have been kept after all. */
export const pendingOfErased = (
  departures: Model<DepartureRecord>,
  dossiers: Model<DossierRecord>,
): PendingMessages => ({
  async read(limit) {
    const gone = await departures.aggregate<DepartureRecord>([
      { $sort: { 'messages.id': 1 } },
      // In the query: however many stand, those that are due are found.
      { $lookup: { from: dossiers.collection.name, localField: '_id', foreignField: '_id', as: 'standing' } },
      { $match: { standing: { $size: 0 } } },
      { $limit: limit },
      { $project: { standing: 0 } },
    ]);
    return {
      messages: gone.flatMap(({ messages }) => messages),
      async letGo() {
        if (gone.length > 0) await departures.deleteMany({ _id: { $in: gone.map(({ _id }) => _id) } });
      },
    };
  },
});
