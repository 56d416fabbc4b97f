import type { Model } from 'mongoose';
import type { AlertState } from '../../../../terms/enums.ts';
import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import type { Message } from '../../records/messages/message.ts';
import { newestOf, placesBetween, type SteppedStore, steppedStore } from '../database/stepped-store.ts';
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
export interface AlertStore extends SteppedStore<AlertRecord> {
  /** Raises an alert, or finds the one of the same tokens and case that is there, which then hangs on these dossiers too. */
  raise(alert: AlertRecord): Promise<{ id: string; isNew: boolean }>;
  /** Stores messages with an alert that stays as it is. */
  tell(id: string, messages: readonly Message[]): Promise<void>;
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
    ...steppedStore(alerts, onMessages),
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
    async tell(id, messages) {
      await alerts.updateOne({ _id: id }, { $push: { pending: { $each: [...messages] } } });
      onMessages();
    },
    page: ({ case: caseNumber, states = [undefined], ...part }) =>
      newestOf(
        alerts,
        states.map((state) => ({
          ...(caseNumber !== undefined && { case: caseNumber }),
          ...(state !== undefined && { state }),
        })),
        part,
      ),
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
        .find({ place: placesBetween(from, until) }, { alert: 1 })
        .lean<Pick<AlertRecord, 'alert'>>()
        .cursor();
    },
  };
}
