import type { ClientSession, Model } from 'mongoose';
import type { RequestBox, RequestState } from '../../../../terms/enums.ts';
import type { Counts } from '../../records/dossier/counts.ts';
import type { Author } from '../../records/dossier/step.ts';
import { firstMessageId, type Message } from '../../records/messages/message.ts';
import type { NoticeRecord } from '../../records/notices/notice-record.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';
import { inTransaction } from '../database/in-transaction.ts';
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
export interface RequestStore extends Pick<OfficerDayStore, 'counted'> {
  read(id: string): Promise<RequestRecord | null>;
  /** Those of several ids that there are. */
  readEach(ids: readonly string[]): Promise<RequestRecord[]>;
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
  /**
   * Writes a request with the messages that tell of its change, on the condition that nobody wrote since.
   * @param session of the transaction that it is a part of
   */
  replace(request: RequestRecord, messages: readonly Message[], session?: ClientSession): Promise<Written>;
  /** The same of an officer's step, with what belongs beside it. Nothing is written where it is more than they may in a day, either. */
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
  /** Waits until what was read can no more be taken back by a failover. */
  confirm(id: string): Promise<void>;
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

  /** On the condition that nobody wrote since. */
  async function write(
    { pending: _, ...request }: RequestRecord,
    messages: readonly Message[],
    session?: ClientSession,
  ): Promise<boolean> {
    const { _id, version, ...columns } = request;
    const gone = (
      [
        'due',
        'seekAt',
        'hiddenAt',
        'waits',
        'not',
        'order',
        'assignedTo',
        'awaits',
        'asks',
        'dossier',
        'others',
        'cases',
        'warned',
      ] as const
    ).filter((column) => columns[column] === undefined);
    const { modifiedCount } = await requests.updateOne(
      { _id, version: version - 1 },
      {
        $set: { ...columns, version },
        ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map((column) => [column, 1])) }),
        ...(messages.length > 0 && { $push: { pending: { $each: [...messages] } } }),
      },
      { runValidators: true, ...(session && { session }) },
    );
    return modifiedCount > 0;
  }

  return {
    counted: days.counted,
    read: (id) => requests.findOne({ _id: id }).lean<RequestRecord>().exec(),
    readEach: (ids) =>
      requests
        .find({ _id: { $in: [...ids] } })
        .lean<RequestRecord[]>()
        .exec(),
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
    async replace(request, messages, session) {
      if (!(await write(request, messages, session))) return 'CONFLICT';
      if (messages.length > 0) onMessages();
      return 'WRITTEN';
    },
    async take(request, messages, { officer, counts, notices }) {
      const isTaken = await inTransaction(requests.db, async (session) => {
        if (!(await write(request, messages, session))) return false;
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
        .find({ place: { $gte: firstMessageId(from), $lt: firstMessageId(until) } }, { box: 1, half: 1 })
        .lean<Pick<RequestRecord, 'box' | 'half'>>()
        .cursor();
    },
    async confirm(id) {
      // As of dossiers: nothing is written, and the server waits for all that came before.
      await requests.updateOne({ _id: id, version: 0 }, { $set: { version: 0 } });
    },
    async page({ box, lists, states = [undefined], isUnassigned = false, before, limit }) {
      const found = await Promise.all(
        lists.flatMap((list) =>
          states.map((state) =>
            requests
              .find({
                box,
                lists: list,
                ...(state !== undefined && { state }),
                ...(isUnassigned && { assignedTo: null }),
                ...(before !== undefined && { place: { $lt: before } }),
              })
              .sort({ place: -1 })
              .limit(limit)
              .lean<RequestRecord[]>()
              .exec(),
          ),
        ),
      );
      const each = new Map(found.flat().map((request) => [request._id, request]));
      return [...each.values()].sort((one, other) => (one.place < other.place ? 1 : -1)).slice(0, limit);
    },
  };
}
