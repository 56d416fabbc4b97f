import type { Model } from 'mongoose';
import type { PendingMessages } from '../../channel/out/pending-messages.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { DepartureRecord } from '../models/departure-model.ts';

/** Messages about dossiers that were erased. Those of one that still stands are not due: it may have been kept after all. */
export const pendingOfErased = (
  departures: Model<DepartureRecord>,
  dossiers: Model<DossierRecord>,
): PendingMessages => ({
  async read(limit) {
    const gone: DepartureRecord[] = [];
    let batch: DepartureRecord[] = [];
    const lookUp = async () => {
      const ofThem = { _id: { $in: batch.map(({ _id }) => _id) } };
      const standing = new Set((await dossiers.find(ofThem, { _id: 1 }).lean()).map(({ _id }) => _id));
      gone.push(...batch.filter(({ _id }) => !standing.has(_id)));
      batch = [];
    };
    const stored = departures.find().sort({ 'messages.id': 1 }).lean<DepartureRecord>();
    // On, however many stand: those that are due are found behind them.
    for await (const departure of stored.cursor({ batchSize: limit })) {
      batch.push(departure);
      if (batch.length < limit) continue;
      await lookUp();
      if (gone.length >= limit) break;
    }
    if (batch.length > 0) await lookUp();
    const due = gone.slice(0, limit);
    return {
      messages: due.flatMap(({ messages }) => messages),
      async letGo() {
        if (due.length > 0) await departures.deleteMany({ _id: { $in: due.map(({ _id }) => _id) } });
      },
    };
  },
});
