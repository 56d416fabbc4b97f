import type { mongo } from 'mongoose';
import type { Migration } from './migration.ts';

const perWrite = 500;

/**
 * Lets go of the days that identifiers had taken ahead, which put off all that came later: whatever waits for a later day waits for its turn from now on,
 * and is counted when that comes.
 */
export const waitingForTurns: Migration = {
  name: '2026-11-29-turns',
  async up(db: mongo.Db) {
    const now = new Date();
    const indicators = db.collection<{ _id: string; indicator: string }>('indicators');
    const sightings = db.collection('sightings');
    const later = ['0', '1'].map((kind) => ({
      order: { $gt: `${kind} ${now.toISOString()}`, $lt: `${kind} ~` },
    }));
    const take = async (part: readonly { _id: string; indicator: string }[]) => {
      // Before their tokens go: killed between, it is done again.
      await sightings.updateMany(
        { indicator: { $in: part.map(({ indicator }) => indicator) }, change: { $exists: false } },
        { $set: { change: 'HELD' } },
      );
      await indicators.deleteMany({ _id: { $in: part.map(({ _id }) => _id) }, state: 'WAITING' });
    };
    for (;;) {
      const part = await indicators
        .find({ state: 'WAITING', $or: later }, { projection: { indicator: 1 } })
        .limit(perWrite)
        .toArray();
      if (part.length === 0) break;
      await take(part);
    }
    await db
      .collection<{ _id: string }>('indicatorDays')
      .deleteMany({ _id: { $regex: /^(CASE|OFFICER) / }, at: { $gt: now } });
  },
};
