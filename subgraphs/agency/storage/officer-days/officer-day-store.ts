import type { ClientSession, Model } from 'mongoose';
import { dayOf } from '../../../../terms/days.ts';
import { type Counts, countsOf } from '../../records/dossier/counts.ts';
import type { Author } from '../../records/dossier/step.ts';
import type { Counter, OfficerDay } from './officer-day-model.ts';

type Officer = Pick<Author, 'by' | 'at'>;

/** Counts what officers do in a day, so that all processes of an agency bound it together. */
export interface OfficerDayStore {
  /** The count of an officer's day so far. */
  counted(officer: Officer, counter: Counter): Promise<number>;
  /** Adds to a count within a transaction. @returns the count with what was added */
  count(officer: Officer, counter: Counter, number: number, session: ClientSession): Promise<number>;
  /** Counts a step within its transaction. @returns false where it is more than its officer may in a day */
  take(officer: Officer, counts: Counts | undefined, session: ClientSession): Promise<boolean>;
}

/** The name under which a case's day is counted: no officer has it, since the subject of a token is one line. */
export const dayOfCase = (caseNumber: string): string => `case\n${caseNumber}`;

const idOf = ({ by, at }: Officer): string => `${dayOf(at)} ${by}`;

export function officerDayStore(days: Model<OfficerDay>): OfficerDayStore {
  const count: OfficerDayStore['count'] = async (officer, counter, number, session) => {
    const update = { $inc: { [counter]: number }, $setOnInsert: { at: officer.at } };
    const options = { upsert: true, returnDocument: 'after', session } as const;
    const day = await days.findOneAndUpdate({ _id: idOf(officer) }, update, options).lean<OfficerDay>();
    return day[counter] ?? number;
  };
  return {
    count,
    async take(officer, counts, session) {
      for (const [counter, { number, most }] of countsOf(counts))
        if ((await count(officer, counter, number, session)) > most) return false;
      return true;
    },
    counted: async (officer, counter) =>
      (
        await days
          .findOne({ _id: idOf(officer) })
          .lean<OfficerDay>()
          .exec()
      )?.[counter] ?? 0,
  };
}
