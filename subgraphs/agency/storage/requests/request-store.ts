import type { Model } from 'mongoose';
import type { RequestBox, RequestState } from '../../../../terms/enums.ts';
import type { Counts } from '../../records/dossier/counts.ts';
import type { Author } from '../../records/dossier/step.ts';
import type { Message } from '../../records/messages/message.ts';
import type { NoticeRecord } from '../../records/notices/notice-record.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { newestOf, placesBetween, type SteppedStore, steppedStore } from '../database/stepped-store.ts';
import type { Written } from '../database/written.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';
import type { OfficerDay } from '../officer-days/officer-day-model.ts';
import { type OfficerDayStore, officerDayStore } from '../officer-days/officer-day-store.ts';

/** A part of a list of requests: at most `limit`, older than a place. */
export interface RequestPart {
  box: RequestBox;
  /** The lists that the viewer may know of: a request in any of them is found. */
  lists: readonly string[];
  /** In any state unless some are named. */
  states?: readonly RequestState[];
  /** Those alone that nobody has taken up. */
  isUnassigned?: boolean;
  before: string | undefined;
  limit: number;
}

/** The counts and notices that are written with an officer's step on a request, in its transaction. */
export interface BesideRequest {
  officer: Pick<Author, 'by' | 'at'>;
  /** The counts for the officer's day. */
  counts: Counts;
  /** The notices to others of their agency; one that there is already is told anew. */
  notices: readonly NoticeRecord[];
}

/** An agency's halves of requests for information. */
export interface RequestStore extends SteppedStore<RequestRecord>, Pick<OfficerDayStore, 'counted'> {
  /** Stores a request that has arrived, unless it has already. */
  insert(request: RequestRecord): Promise<void>;
  /** @returns KNOWN when the same was drafted or is asked for already; TOO_MANY when it is more than its officer may draft in a day */
  draft(
    request: RequestRecord,
    author: Pick<Author, 'by' | 'at'>,
    counts: Counts,
  ): Promise<'INSERTED' | 'KNOWN' | 'TOO_MANY'>;
  /** The request that was drafted by this request of an officer, or that asks for the same. */
  same(names: { draftedWith: string; asks: string }): Promise<RequestRecord | null>;
  /** Replaces a request by an officer's step, with what belongs beside it. Nothing is written where it is more than they may in a day, either. */
  take(request: RequestRecord, messages: readonly Message[], beside: BesideRequest): Promise<Written>;
  /** Notes the warnings that were given, unless somebody wrote since. */
  noteWarned(
    request: Pick<RequestRecord, '_id' | 'version'>,
    marks: Pick<RequestRecord, 'warned' | 'due'>,
  ): Promise<void>;
  /** Notes when the subject of a request is looked up next, and since when it is hidden, unless somebody wrote since. */
  noteSought(
    request: Pick<RequestRecord, '_id' | 'version'>,
    marks: Pick<RequestRecord, 'seekAt' | 'hiddenAt'>,
  ): Promise<void>;
  /** Each that came in from one moment until before another, as far as its course goes. */
  halves(from: Date, until: Date): AsyncIterable<Pick<RequestRecord, 'box' | 'half'>>;
  /** Newest first. */
  page(part: RequestPart): Promise<RequestRecord[]>;
}

/** @param onMessages told when messages were stored with a change */
export function requestStore(
  {
    requests,
    officerDays,
    notices: noticesOf,
  }: { requests: Model<RequestRecord>; officerDays: Model<OfficerDay>; notices: Model<NoticeRecord> },
  onMessages: () => void = () => undefined,
): RequestStore {
  const days = officerDayStore(officerDays);

  const stepped = steppedStore(requests, onMessages);

  return {
    counted: days.counted,
    ...stepped,
    async insert(request) {
      try {
        await requests.create([request]);
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    },
    async draft(request, author, counts) {
      try {
        const isInserted = await inTransaction(requests.db, async (session) => {
          if (!(await days.take(author, counts, session))) return false;
          await requests.create([request], { session });
          return true;
        });
        return isInserted ? 'INSERTED' : 'TOO_MANY';
      } catch (error) {
        if (isDuplicate(error)) return 'KNOWN';
        throw error;
      }
    },
    same: async ({ draftedWith, asks }) =>
      (await requests.findOne({ draftedWith }).lean<RequestRecord>()) ??
      requests.findOne({ asks }).lean<RequestRecord>(),
    async take(request, messages, { officer, counts, notices }) {
      const isTaken = await inTransaction(requests.db, async (session) => {
        if ((await stepped.replace(request, messages, session)) === 'CONFLICT') return false;
        for (const { _id, ...told } of notices)
          await noticesOf.updateOne({ _id }, { $set: told }, { upsert: true, runValidators: true, session });
        return days.take(officer, counts, session);
      });
      if (!isTaken) return 'CONFLICT';
      if (messages.length > 0) onMessages();
      return 'WRITTEN';
    },
    async noteWarned({ _id, version }, { warned, due }) {
      await requests.updateOne(
        { _id, version },
        { $set: { warned, ...(due && { due }) }, ...(!due && { $unset: { due: 1 } }) },
        { runValidators: true },
      );
    },
    async noteSought({ _id, version }, { seekAt, hiddenAt }) {
      await requests.updateOne(
        { _id, version },
        { $set: { seekAt, ...(hiddenAt && { hiddenAt }) }, ...(!hiddenAt && { $unset: { hiddenAt: 1 } }) },
        { runValidators: true },
      );
    },
    async *halves(from, until) {
      yield* requests
        .find({ place: placesBetween(from, until) }, { box: 1, half: 1 })
        .lean<Pick<RequestRecord, 'box' | 'half'>>()
        .cursor();
    },
    page: ({ box, lists, states = [undefined], isUnassigned = false, ...part }) =>
      newestOf(
        requests,
        lists.flatMap((list) =>
          states.map((state) => ({
            box,
            lists: list,
            ...(state !== undefined && { state }),
            ...(isUnassigned && { assignedTo: null }),
          })),
        ),
        part,
      ),
  };
}
