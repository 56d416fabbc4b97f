import type { Model } from 'mongoose';
import type { DepartureRecord } from '../channel/departures.ts';
import type { PendingMessage, PendingMessages } from '../channel/pending.ts';
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
    return found.flatMap(({ _id, pending }) =>
      pending.map(
        (message): PendingMessage => ({
          message,
          letGo: async () => {
            await dossiers.updateOne({ _id }, { $pull: { pending: { id: message.id } } });
          },
        }),
      ),
    );
  },
});

/** Messages about dossiers that were erased. Those of one that still stands are not due: it may have been kept after all. */
export const pendingOfErased = (
  departures: Model<DepartureRecord>,
  dossiers: Model<DossierRecord>,
): PendingMessages => ({
  async read(limit) {
    const found = await departures.aggregate<DepartureRecord>([
      { $sort: { 'messages.id': 1 } },
      // In the query: however many stand, those that are due are found.
      { $lookup: { from: dossiers.collection.name, localField: '_id', foreignField: '_id', as: 'standing' } },
      { $match: { standing: { $size: 0 } } },
      { $limit: limit },
      { $project: { standing: 0 } },
    ]);
    return found.flatMap(({ _id, messages }) =>
      messages.map(
        (message, index): PendingMessage => ({
          message,
          letGo: async () => {
            // All of them have their numbers by then, since they are let go in their order.
            if (index === messages.length - 1) await departures.deleteOne({ _id });
          },
        }),
      ),
    );
  },
});
