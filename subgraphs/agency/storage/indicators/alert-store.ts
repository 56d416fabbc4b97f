import type { Model } from 'mongoose';
import type { AlertState } from '../../../../terms/enums.ts';
import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import { firstMessageId, type Message } from '../../records/messages/message.ts';
import type { Written } from '../database/written.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';

/** A part of a list of alerts: at most `limit`, older than a place. */
export interface AlertPart {
  /** The case whose officers ask; of all cases where there is none. */
  case?: string | undefined;
  /** In any state unless some are named. */
  states?: readonly AlertState[];
  before: string | undefined;
  limit: number;
}

/** An agency's alerts. */
export interface AlertStore {
  read(id: string): Promise<AlertRecord | null>;
  /** Reads the alerts of several ids, as far as there are any. */
  readEach(ids: readonly string[]): Promise<AlertRecord[]>;
  /** Raises an alert, or finds the one of the same tokens and case that is there, which then hangs on these dossiers too. */
  raise(alert: AlertRecord): Promise<{ id: string; isNew: boolean }>;
  /** Writes an alert with the messages that tell of its change, on the condition that nobody wrote since. */
  replace(alert: AlertRecord, messages: readonly Message[]): Promise<Written>;
  /** Stores messages with an alert that stays as it is. */
  tell(id: string, messages: readonly Message[]): Promise<void>;
  /** Waits until what was read can no more be taken back by a failover. */
  confirm(id: string): Promise<void>;
  /** Newest first. */
  page(part: AlertPart): Promise<AlertRecord[]>;
  /** The alerts that hang on a token of this agency, or on some of another one. */
  of(token: { own: string } | { theirs: readonly string[] }): Promise<AlertRecord[]>;
  /** The alerts of an own identifier, whichever agency it is compared with. */
  ofIndicator(own: readonly string[]): Promise<AlertRecord[]>;
  /** Finds the ids of alerts that time has changed. */
  due(now: Date): AsyncIterable<string>;
  /** Each that came up from one moment until before another. */
  between(from: Date, until: Date): AsyncIterable<Pick<AlertRecord, 'alert'>>;
}

/** @param onMessages told when messages were stored with a change */
export function alertStore(alerts: Model<AlertRecord>, onMessages: () => void = () => undefined): AlertStore {
  return {
    read: (id) => alerts.findOne({ _id: id }).lean<AlertRecord>().exec(),
    readEach: (ids) =>
      alerts
        .find({ _id: { $in: [...ids] } })
        .lean<AlertRecord[]>()
        .exec(),
    async raise(alert) {
      try {
        await alerts.create([alert]);
        return { id: alert._id, isNew: true };
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        const found = await alerts
          .findOneAndUpdate({ pair: alert.pair }, { $addToSet: { dossiers: { $each: alert.dossiers } } })
          .select({ _id: 1 })
          .lean<{ _id: string }>();
        // It was withdrawn in this moment, which whoever follows the identifier up looks at again.
        return { id: found?._id ?? alert._id, isNew: false };
      }
    },
    async replace({ pending: _, ...alert }, messages) {
      const { _id, version, ...columns } = alert;
      const gone = {
        ...(columns.due === undefined && { due: 1 }),
        ...(columns.order === undefined && { order: 1 }),
      };
      const { modifiedCount } = await alerts.updateOne(
        { _id, version: version - 1 },
        {
          $set: { ...columns, version },
          ...(Object.keys(gone).length > 0 && { $unset: gone }),
          ...(messages.length > 0 && { $push: { pending: { $each: [...messages] } } }),
        },
        { runValidators: true },
      );
      if (modifiedCount === 0) return 'CONFLICT';
      if (messages.length > 0) onMessages();
      return 'WRITTEN';
    },
    async tell(id, messages) {
      await alerts.updateOne({ _id: id }, { $push: { pending: { $each: [...messages] } } });
      onMessages();
    },
    async confirm(id) {
      // As of dossiers: nothing is written, and the server waits for all that came before.
      await alerts.updateOne({ _id: id, version: 0 }, { $set: { version: 0 } });
    },
    async page({ case: caseNumber, states = [undefined], before, limit }) {
      const found = await Promise.all(
        states.map((state) =>
          alerts
            .find({
              ...(caseNumber !== undefined && { case: caseNumber }),
              ...(state !== undefined && { state }),
              ...(before !== undefined && { place: { $lt: before } }),
            })
            .sort({ place: -1 })
            .limit(limit)
            .lean<AlertRecord[]>()
            .exec(),
        ),
      );
      return found
        .flat()
        .sort((one, other) => (one.place < other.place ? 1 : -1))
        .slice(0, limit);
    },
    of: (token) =>
      alerts
        .find('own' in token ? token : { theirs: { $in: [...token.theirs] } })
        .lean<AlertRecord[]>()
        .exec(),
    ofIndicator: (own) =>
      alerts
        .find({ own: { $in: [...own] } })
        .lean<AlertRecord[]>()
        .exec(),
    async *due(now) {
      for await (const { _id } of alerts
        .find({ due: { $lte: now } }, { _id: 1 })
        .lean<{ _id: string }>()
        .cursor())
        yield _id;
    },
    async *between(from, until) {
      yield* alerts
        .find({ place: { $gte: firstMessageId(from), $lt: firstMessageId(until) } }, { alert: 1 })
        .lean<Pick<AlertRecord, 'alert'>>()
        .cursor();
    },
  };
}
