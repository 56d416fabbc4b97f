import type { Model } from 'mongoose';
import { type Effects, effectOf } from '../channel/effects.ts';
import { isDuplicate } from '../duplicate.ts';
import { reinstatedData, suspendedData, suspensionTypes } from './messages.ts';
import type { SuspensionRecord } from './record.ts';

/** The effects of what another agency tells of its officers. It can suspend nobody but its own: whose message it is, the signature says. */
export const suspensionEffects = (
  suspensions: Model<SuspensionRecord>,
  changed: () => Promise<void>,
): Effects =>
  new Map([
    [
      suspensionTypes.SUSPENDED,
      effectOf(suspendedData, async ({ from, at, data: { suspension, subject } }) => {
        try {
          await suspensions.updateOne(
            { _id: `${from} ${suspension}` },
            { $setOnInsert: { agency: from, subject, isActive: true, suspended: { at } } },
            { upsert: true },
          );
        } catch (error) {
          // The officer is suspended already.
          if (!isDuplicate(error)) throw error;
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
