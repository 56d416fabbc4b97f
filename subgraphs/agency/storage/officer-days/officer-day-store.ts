import type { ClientSession, Model } from 'mongoose';
import { dayOf } from '../../../../terms/days.ts';
import type { Author, CountedAs } from '../../records/dossier/step.ts';
import type { OfficerDay } from './officer-day-model.ts';

type Officer = Pick<Author, 'by' | 'at'>;

/** A number of an officer's day. */
export type Counter = CountedAs | 'held' | 'restored';

/** Counts what officers do in a day, so that all processes of an agency bound it together. */
export interface OfficerDayStore {
  /** The count of an officer's day so far. */
  counted(officer: Officer, counter: Counter): Promise<number>;
  /** Adds to a count within a transaction. @returns the count with what was added */
  count(officer: Officer, counter: Counter, number: number, session: ClientSession): Promise<number>;
}

const idOf = ({ by, at }: Officer): string => `${dayOf(at)} ${by}`;

export const officerDayStore = (days: Model<OfficerDay>): OfficerDayStore => ({
  counted: async (officer, counter) =>
    (
      await days
        .findOne({ _id: idOf(officer) })
        .lean<OfficerDay>()
        .exec()
    )?.[counter] ?? 0,
  async count(officer, counter, number, session) {
    const update = { $inc: { [counter]: number }, $setOnInsert: { at: officer.at } };
    const options = { upsert: true, returnDocument: 'after', session } as const;
    const day = await days.findOneAndUpdate({ _id: idOf(officer) }, update, options).lean<OfficerDay>();
    return day[counter] ?? number;
  },
});
