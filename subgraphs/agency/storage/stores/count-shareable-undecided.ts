import type { Model } from 'mongoose';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';

/**
 * Counts the dossiers that other agencies see without a release although no two officers have decided so: they are from before
 * it took two. Officers propose and countersign them as any other, or take them back.
 */
export async function countShareableUndecided(dossiers: Model<DossierRecord>): Promise<number> {
  const found = dossiers
    .find({ handlingCode: 'SHAREABLE', 'shareable.decided.countersignedAt': null }, { _id: 1 })
    .lean<{ _id: string }>();
  let count = 0;
  for await (const _ of found.cursor()) count++;
  return count;
}
