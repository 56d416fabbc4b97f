import type { ClientSession, Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { CheckRecord } from '../../records/measures/comparing/check-record.ts';
import { type SteppedStore, steppedStore } from '../database/stepped-store.ts';
import { onlyDuplicates } from '../driver-errors/only-duplicates.ts';

/** The comparisons of an agency's measures. */
export interface CheckStore extends SteppedStore<CheckRecord> {
  /**
   * Writes several records in one command, each on the condition that nobody wrote it since; those at version 1 are new.
   * @returns how many were written
   */
  writeEach(records: readonly CheckRecord[], session?: ClientSession): Promise<number>;
  /** Finds the measures that some tokens of another agency meet. */
  meeting(other: Agency, names: readonly string[]): Promise<string[]>;
  /** Finds the measures whose tokens are on their way, each with the authorisation that they are of. */
  onTheWay(): Promise<ReadonlyMap<string, string>>;
  /** Finds the measures that time changes, the earliest first. */
  due(now: Date, limit: number): Promise<string[]>;
}

/** Measures whose tokens are looked after at a time: more than an agency's budgets let through in weeks. */
const mostOnTheWay = 5_000;

type Id = Pick<CheckRecord, '_id'>;
const idsOf = (found: readonly Id[]): string[] => found.map(({ _id }) => _id);

/** @param onMessages told when messages were stored with a change */
export function checkStore(checks: Model<CheckRecord>, onMessages: () => void = () => undefined): CheckStore {
  const { _id: _, version: _version, pending: _pending, ...columns } = checks.schema.paths;
  const names = Object.keys(columns);
  return {
    ...steppedStore(checks, onMessages),
    async writeEach(records, session) {
      if (records.length === 0) return 0;
      const writes = records.map(({ _id, version, pending: _own, ...kept }) => {
        const held = new Map<string, unknown>(Object.entries(kept));
        const gone = names.filter((name) => held.get(name) === undefined);
        return {
          updateOne: {
            filter: { _id, version: version - 1 },
            update: {
              $set: { ...kept, version },
              ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map((name) => [name, 1 as const])) }),
            },
            upsert: version === 1,
          },
        };
      });
      try {
        const written = await checks.bulkWrite(writes, { ordered: false, ...(session && { session }) });
        return written.modifiedCount + written.upsertedCount;
      } catch (error) {
        // Another instance was the first to write one.
        if (!session && onlyDuplicates(error)) return 0;
        throw error;
      }
    },
    meeting: async (other, theirs) =>
      theirs.length === 0
        ? []
        : idsOf(
            await checks
              .find({ theirs: { $in: theirs.map((name) => `${other} ${name}`) } }, { _id: 1 })
              .lean<Id[]>(),
          ),
    async onTheWay() {
      const found = await checks
        .find({ isOnTheWay: true }, { 'check.run': 1 })
        .limit(mostOnTheWay)
        .lean<{ _id: string; check: { run?: string } }[]>();
      return new Map(found.flatMap(({ _id, check: { run } }) => (run === undefined ? [] : [[_id, run]])));
    },
    due: async (now, limit) =>
      idsOf(
        await checks
          .find({ due: { $lte: now } }, { _id: 1 })
          .sort({ due: 1 })
          .limit(limit)
          .lean<Id[]>(),
      ),
  };
}
