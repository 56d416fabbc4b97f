import type { Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import { newMessageId } from '../../records/messages/message.ts';
import { suspensionMessages } from '../../records/suspensions/suspension-messages.ts';
import type { SuspensionRecord } from '../../records/suspensions/suspension-record.ts';
import { mostADay } from '../../records/suspensions/suspensions-in-a-day.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';
import type { OfficerDay } from '../officer-days/officer-day-model.ts';
import { officerDayStore } from '../officer-days/officer-day-store.ts';

/** The officer who decides, the reason and the time. */
export interface SuspensionOrder {
  by: string;
  reason: string;
  at: Date;
}

/** Officers beside the first whose orders are kept with a suspension. */
const mostFurther = 20;

export type Suspending = { suspended: SuspensionRecord } | { refused: 'TOO_MANY' };

export type Reinstating =
  | { reinstated: SuspensionRecord }
  | { refused: 'UNKNOWN' | 'SAME_OFFICER' | 'TOO_MANY' };

/** Suspensions of an agency's own officers, which are here to be decided on. */
export interface SuspensionStore {
  /** A subject as this agency's tokens are read. */
  subjectOf(written: string): string;
  /** Tells if an officer is suspended, as far as this process knows: it looks every two seconds. */
  isSuspended(subject: string): boolean;
  /**
   * Suspends an officer. A suspension that stands already stays, and keeps the first order of each further officer. One officer suspends at
   * most `mostADay` in a day, in UTC.
   */
  suspend(own: Agency, subject: string, order: SuspensionOrder): Promise<Suspending>;
  /**
   * Undoes a suspension, by an officer who has not ordered it; one that was undone already stays so. One officer undoes at most
   * `mostADay` in a day, too.
   */
  reinstate(own: Agency, id: string, order: SuspensionOrder): Promise<Reinstating>;
  /** Newest first, from the one before `before`. */
  page(
    own: Agency,
    page: { inForce: boolean; before: string | undefined; limit: number },
  ): Promise<SuspensionRecord[]>;
}

export interface SuspensionOptions {
  /** Called once a suspension has changed, before anybody is answered. */
  changed: () => Promise<void>;
  isSuspended: SuspensionStore['isSuspended'];
  subjectOf?: SuspensionStore['subjectOf'];
}

const standing = (suspensions: Model<SuspensionRecord>, own: Agency, subject: string) =>
  suspensions.findOne({ isActive: true, agency: own, subject }).lean<SuspensionRecord>();

/** Adds an officer's own order to the suspension that stands; undefined where none does. */
const withOrder = async (
  suspensions: Model<SuspensionRecord>,
  own: Agency,
  subject: string,
  order: SuspensionOrder,
): Promise<SuspensionRecord | undefined> => {
  const { by } = order;
  const ofOthers = { 'suspended.by': { $ne: by }, 'further.by': { $ne: by } };
  const isRoom = { [`further.${mostFurther - 1}`]: { $exists: false } };
  const added = await suspensions
    .findOneAndUpdate(
      { isActive: true, agency: own, subject, ...ofOthers, ...isRoom },
      { $push: { further: order } },
      { returnDocument: 'after' },
    )
    .lean<SuspensionRecord>();
  return added ?? (await standing(suspensions, own, subject)) ?? undefined;
};

export function suspensionStore(
  { suspensions, officerDays }: { suspensions: Model<SuspensionRecord>; officerDays: Model<OfficerDay> },
  { changed, isSuspended, subjectOf = (written) => written }: SuspensionOptions,
): SuspensionStore {
  const days = officerDayStore(officerDays);
  const orderedToo = (own: Agency, subject: string, order: SuspensionOrder) =>
    withOrder(suspensions, own, subject, order);

  return {
    subjectOf,
    isSuspended,
    async suspend(own, subject, suspended) {
      const before = await orderedToo(own, subject, suspended);
      if (before) return { suspended: before };
      const _id = newMessageId(suspended.at);
      const pending = suspensionMessages('SUSPENDED', own, { _id, subject }, suspended.at);
      const record: SuspensionRecord = { _id, agency: own, subject, isActive: true, suspended, pending };
      try {
        const isWithinDay = await inTransaction(suspensions.db, async (session) => {
          if ((await days.count(suspended, 'suspended', 1, session)) > mostADay) return false;
          await suspensions.create([record], { session });
          return true;
        });
        if (!isWithinDay) return { refused: 'TOO_MANY' };
        await changed();
        return { suspended: record };
      } catch (error) {
        // Another officer was quicker.
        const found = isDuplicate(error) ? await orderedToo(own, subject, suspended) : undefined;
        if (!found) throw error;
        return { suspended: found };
      }
    },
    async reinstate(own, _id, reinstated) {
      const stored = () => suspensions.findOne({ _id, agency: own }).lean<SuspensionRecord>();
      const found = await stored();
      if (!found) return { refused: 'UNKNOWN' };
      const ordered = [found.suspended, ...(found.further ?? [])];
      if (ordered.some(({ by }) => by === reinstated.by)) return { refused: 'SAME_OFFICER' };
      if (!found.isActive) return { reinstated: found };
      const messages = suspensionMessages('REINSTATED', own, found, reinstated.at);
      const after = await inTransaction(suspensions.db, async (session) => {
        const undone = await suspensions
          .findOneAndUpdate(
            { _id, isActive: true },
            { $unset: { isActive: 1 }, $set: { reinstated }, $push: { pending: { $each: messages } } },
            { returnDocument: 'after', session },
          )
          .lean<SuspensionRecord>();
        const isTooMany = undone && (await days.count(reinstated, 'reinstated', 1, session)) > mostADay;
        return isTooMany ? false : undone;
      });
      if (after === false) return { refused: 'TOO_MANY' };
      await changed();
      // Another officer was quicker.
      return { reinstated: after ?? (await stored()) ?? found };
    },
    page: (own, { inForce, before, limit }) =>
      suspensions
        .find({
          agency: own,
          ...(inForce && { isActive: true }),
          ...(before !== undefined && { _id: { $lt: before } }),
        })
        .sort({ _id: -1 })
        .limit(limit)
        .lean<SuspensionRecord[]>()
        .exec(),
  };
}
