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

/** Messages about dossiers that were erased. Those of one that still stands are not due: it may have been kept after all. */
export const pendingOfErased = (
  departures: Model<DepartureRecord>,
  dossiers: Model<DossierRecord>,
): PendingMessages => ({
  async read(limit) {
    const found = await departures.find({}).sort({ _id: 1 }).limit(limit).lean<DepartureRecord[]>();
    if (found.length === 0) return { messages: [], letGo: async () => undefined };
    const standing = await dossiers
      .find({ _id: { $in: found.map(({ _id }) => _id) } }, { _id: 1 })
      .lean<Pick<DossierRecord, '_id'>[]>();
    const isGone = ({ _id }: DepartureRecord) => !standing.some((dossier) => dossier._id === _id);
    const gone = found.filter(isGone);
    return {
      messages: gone.flatMap(({ messages }) => messages),
      async letGo() {
        await departures.deleteMany({ _id: { $in: gone.map(({ _id }) => _id) } });
      },
    };
  },
});
