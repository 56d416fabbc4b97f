import type { Connection } from 'mongoose';
import { isDuplicate } from './outbox.ts';

/** Which of an agency's instances sends. It saves work; that nothing is doubled hangs on numbers and ids alone. */
export interface Lease {
  /** Takes it, or keeps it; asks the database only when it is due. */
  hold(): Promise<boolean>;
  /** Lets another instance have it at once. */
  release(): Promise<void>;
}

interface LeaseRecord {
  _id: 'relay';
  holder: string;
  until: Date;
}

/** Longer than the time between two renewals, or it would be lost while all is well. */
const lasts = 4_000;
const renewAfter = 2_000;

export const leasesCollection = 'leases';

/**
 * @param holder the instance, by what no other has at the same time, such as its host and port: one that was killed and
 * starts again there goes on at once
 */
export function leaseOf(connection: Connection, holder: string, now: () => number = Date.now): Lease {
  const leases = connection.collection<LeaseRecord>(leasesCollection);
  let renewedAt = Number.NEGATIVE_INFINITY;
  return {
    async hold() {
      const at = now();
      if (at - renewedAt < renewAfter) return true;
      const free = { _id: 'relay' as const, $or: [{ holder }, { until: { $lte: new Date(at) } }] };
      try {
        await leases.updateOne(free, { $set: { holder, until: new Date(at + lasts) } }, { upsert: true });
        renewedAt = at;
        return true;
      } catch (error) {
        // There is one, and it is another instance's.
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    async release() {
      renewedAt = Number.NEGATIVE_INFINITY;
      await leases.deleteOne({ _id: 'relay', holder });
    },
  };
}
