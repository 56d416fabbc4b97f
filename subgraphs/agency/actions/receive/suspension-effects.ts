import type { Model } from 'mongoose';
import { type Effects, effectOf } from '../../channel/in/effects.ts';
import {
  reinstatedData,
  suspendedData,
  suspensionTypes,
} from '../../records/suspensions/suspension-messages.ts';
import type { SuspensionRecord } from '../../records/suspensions/suspension-record.ts';
import { inTransaction } from '../../storage/database/in-transaction.ts';
import { isDuplicate } from '../../storage/driver-errors/is-duplicate.ts';

/** The effects of messages about another agency's officers. It can suspend its own alone: the signature says whose message it is. */
export const suspensionEffects = (
  suspensions: Model<SuspensionRecord>,
  changed: () => Promise<void>,
): Effects =>
  new Map([
    [
      suspensionTypes.SUSPENDED,
      effectOf(suspendedData, async ({ from, at, data: { suspension, officer: subject } }) => {
        const named = { _id: `${from} ${suspension}` };
        const standing = { agency: from, subject, isActive: true as const, suspended: { at } };
        try {
          await suspensions.updateOne(named, { $setOnInsert: standing }, { upsert: true });
        } catch (error) {
          if (!isDuplicate(error)) throw error;
          // Another one of the same officer stands: the news of its end was lost with a database, and never comes.
          await inTransaction(suspensions.db, async (session) => {
            await suspensions.updateOne(
              { isActive: true, agency: from, subject },
              { $unset: { isActive: 1 }, $set: { reinstated: { at } } },
              { session },
            );
            await suspensions.create([{ ...named, ...standing }], { session });
            return true;
          });
        }
        await changed();
        return 'APPLIED';
      }),
    ],
    [
      suspensionTypes.REINSTATED,
      effectOf(reinstatedData, async ({ from, at, data: { suspension } }) => {
        await suspensions.updateOne(
          { _id: `${from} ${suspension}` },
          { $unset: { isActive: 1 }, $set: { reinstated: { at } } },
        );
        await changed();
        return 'APPLIED';
      }),
    ],
  ]);
