import { performance } from 'node:perf_hooks';
import type { Connection } from 'mongoose';
import type { Lease } from '../../channel/stores/lease.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';

interface LeaseRecord {
  _id: 'relay';
  holder: string;
  /** Counts the renewals. */
  beat: number;
}

/** Longer than the time between two renewals, or it would be lost while all is well. */
const lasts = 4_000;
const renewAfter = 2_000;

export const leasesCollection = 'leases';

/**
 * A lease that no clock can break: whoever wants it takes it once it has watched it for its whole time, on its own
 * stopwatch, and has seen no renewal. The instances' clocks may differ by any amount, and so may the server's.
 * @param holder the instance, by what no other has at the same time, such as its host and port: one that was killed and
 * starts again there goes on at once
 * @param now milliseconds of a stopwatch that is never set
 */
export function leaseOf(
  connection: Connection,
  holder: string,
  now: () => number = () => performance.now(),
): Lease {
  const leases = connection.collection<LeaseRecord>(leasesCollection);
  const own = { _id: 'relay' as const, holder };
  const renewed = { $inc: { beat: 1 }, $set: { holder } };
  let renewedAt = Number.NEGATIVE_INFINITY;
  let seen: { other: LeaseRecord; at: number } | undefined;

  /** @returns whether it is held now */
  async function take(at: number): Promise<boolean> {
    if ((await leases.updateOne(own, renewed)).matchedCount > 0) return true;
    const other = await leases.findOne({ _id: 'relay' });
    if (!other) {
      await leases.insertOne({ ...own, beat: 1 });
      return true;
    }
    const isSame = seen?.other.holder === other.holder && seen.other.beat === other.beat;
    if (!seen || !isSame) seen = { other, at };
    if (at - seen.at < lasts) return false;
    return (await leases.updateOne({ ...other }, renewed)).matchedCount > 0;
  }

  return {
    async hold() {
      const at = now();
      if (at - renewedAt < renewAfter) return true;
      try {
        if (!(await take(at))) {
          renewedAt = Number.NEGATIVE_INFINITY;
          return false;
        }
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
      renewedAt = at;
      seen = undefined;
      return true;
    },
    isHeld: () => now() - renewedAt < lasts,
    async release() {
      renewedAt = Number.NEGATIVE_INFINITY;
      await leases.deleteOne(own);
    },
  };
}
