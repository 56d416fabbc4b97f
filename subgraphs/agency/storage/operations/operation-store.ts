import type { Model } from 'mongoose';
import type { Counts } from '../../records/dossier/counts.ts';
import type { Author } from '../../records/dossier/step.ts';
import type { Message } from '../../records/messages/message.ts';
import type { OperationRecord } from '../../records/operations/operation-record.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { newestOf, type SteppedStore, steppedStore } from '../database/stepped-store.ts';
import type { Written } from '../database/written.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';
import type { OfficerDay } from '../officer-days/officer-day-model.ts';
import { type OfficerDayStore, officerDayStore } from '../officer-days/officer-day-store.ts';

/** A part of a list of operations: at most `limit`, older than a place. */
export interface OperationPart {
  /** The lists that the viewer may know of: an operation in any of them is found. */
  lists: readonly string[];
  before: string | undefined;
  limit: number;
}

/** An officer's step on an operation that is to be written. */
export interface OperationStepped {
  record: OperationRecord;
  messages: readonly Message[];
  /** The counts for the officer's day. */
  counts?: Counts;
}

/** An agency's halves of joint operations. */
export interface OperationStore extends SteppedStore<OperationRecord>, Pick<OfficerDayStore, 'counted'> {
  /** @returns KNOWN when the same was proposed already; TOO_MANY when it is more than its officer may in a day */
  propose(
    record: OperationRecord,
    author: Pick<Author, 'by' | 'at'>,
    counts: Counts,
  ): Promise<'INSERTED' | 'KNOWN' | 'NAME_TAKEN' | 'TOO_MANY'>;
  /** The operation that was proposed by this request of an officer. */
  proposed(proposedWith: string): Promise<OperationRecord | null>;
  /** Writes an officer's step, on the condition that nobody wrote since. */
  take(author: Pick<Author, 'by' | 'at'>, stepped: OperationStepped): Promise<Written | 'NAME_TAKEN'>;
  /** Writes what the other agency has told, or time has made; a code name that is given twice by it is held by the first one. */
  write(record: OperationRecord, messages?: readonly Message[]): Promise<Written>;
  /** Stores an operation of which the other agency has told, unless it is there already. */
  insert(record: OperationRecord): Promise<Written>;
  /** The code names that are given to an operation now. */
  namesTaken(): Promise<string[]>;
  /** Newest first. */
  page(part: OperationPart): Promise<OperationRecord[]>;
}

/** @param onMessages told when messages were stored with a change */
export function operationStore(
  { operations, officerDays }: { operations: Model<OperationRecord>; officerDays: Model<OfficerDay> },
  onMessages: () => void = () => undefined,
): OperationStore {
  const days = officerDayStore(officerDays);
  const stepped = steppedStore(operations, onMessages);
  const { replace } = stepped;

  return {
    counted: days.counted,
    ...stepped,
    async propose(record, author, counts) {
      try {
        const isInserted = await inTransaction(operations.db, async (session) => {
          if (!(await days.take(author, counts, session))) return false;
          await operations.create([record], { session });
          return true;
        });
        return isInserted ? 'INSERTED' : 'TOO_MANY';
      } catch (error) {
        if (isDuplicate(error, 'name')) return 'NAME_TAKEN';
        if (isDuplicate(error)) return 'KNOWN';
        throw error;
      }
    },
    proposed: (proposedWith) => operations.findOne({ proposedWith }).lean<OperationRecord>().exec(),
    async take(author, { record, messages, counts }) {
      try {
        if (!counts) return await replace(record, messages);
        const isTaken = await inTransaction(
          operations.db,
          async (session) =>
            (await replace(record, messages, session)) === 'WRITTEN' && days.take(author, counts, session),
        );
        if (isTaken && messages.length > 0) onMessages();
        return isTaken ? 'WRITTEN' : 'CONFLICT';
      } catch (error) {
        if (isDuplicate(error, 'name')) return 'NAME_TAKEN';
        throw error;
      }
    },
    async write(record, messages = []) {
      try {
        return await replace(record, messages);
      } catch (error) {
        if (!isDuplicate(error, 'name')) throw error;
        const { name: _, ...unnamed } = record;
        return replace(unnamed, messages);
      }
    },
    async insert(record) {
      try {
        await operations.create([record]);
        return 'WRITTEN';
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        return 'CONFLICT';
      }
    },
    async namesTaken() {
      const named = await operations
        .find({ name: { $exists: true } }, { _id: 0, name: 1 })
        .lean<{ name: string }[]>();
      return named.map(({ name }) => name);
    },
    page: ({ lists, ...part }) =>
      newestOf(
        operations,
        lists.map((list) => ({ lists: list })),
        part,
      ),
  };
}
