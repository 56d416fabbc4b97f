import type { ClientSession, Model } from 'mongoose';
import { dayOf } from '../../../../terms/days.ts';
import type { Author, Step } from '../../records/dossier/step.ts';
import type { RemovalDay } from './removal-model.ts';

type Officer = Pick<Author, 'by' | 'at'>;

/** Counts what officers remove in a day, so that no process lets one remove more than the agency allows. */
export interface RemovalStore {
  /** The number of values that an officer has removed in a day, in UTC. */
  removed(officer: Officer): Promise<number>;
  /** Counts those of a step, within its transaction. @returns false where they are more than the officer may */
  count(officer: Officer, removes: NonNullable<Step['removes']>, session: ClientSession): Promise<boolean>;
}

const idOf = ({ by, at }: Officer): string => `${dayOf(at)} ${by}`;

export const removalStore = (removals: Model<RemovalDay>): RemovalStore => ({
  removed: async (officer) =>
    (
      await removals
        .findOne({ _id: idOf(officer) })
        .lean<RemovalDay>()
        .exec()
    )?.removed ?? 0,
  async count(officer, { number, most }, session) {
    const update = { $inc: { removed: number }, $setOnInsert: { at: officer.at } };
    const options = { upsert: true, new: true, session } as const;
    const counted = await removals
      .findOneAndUpdate({ _id: idOf(officer) }, update, options)
      .lean<RemovalDay>();
    return counted.removed <= most;
  },
});
