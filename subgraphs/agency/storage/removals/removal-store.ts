import type { ClientSession, Model } from 'mongoose';
import { dayOf } from '../../../../terms/days.ts';
import type { Author, Step } from '../../records/dossier/step.ts';
import type { RemovalDay } from './removal-model.ts';

type Officer = Pick<Author, 'by' | 'at'>;
type Counted = 'removed' | 'recorded';

/** Counts what officers record and remove in a day, so that no process lets one do more of it than the agency allows. */
export interface RemovalStore {
  /** The number of values that an officer has recorded, or removed, in a day, in UTC. */
  counted(officer: Officer, what: Counted): Promise<number>;
  /** Counts those of a step, within its transaction. @returns false where they are more than the officer may */
  count(
    officer: Officer,
    what: Counted,
    values: NonNullable<Step['removes']>,
    session: ClientSession,
  ): Promise<boolean>;
}

const idOf = ({ by, at }: Officer): string => `${dayOf(at)} ${by}`;

export const removalStore = (removals: Model<RemovalDay>): RemovalStore => ({
  counted: async (officer, what) =>
    (
      await removals
        .findOne({ _id: idOf(officer) })
        .lean<RemovalDay>()
        .exec()
    )?.[what] ?? 0,
  async count(officer, what, { number, most }, session) {
    const update = { $inc: { [what]: number }, $setOnInsert: { at: officer.at } };
    const options = { upsert: true, returnDocument: 'after', session } as const;
    const day = await removals.findOneAndUpdate({ _id: idOf(officer) }, update, options).lean<RemovalDay>();
    return (day[what] ?? 0) <= most;
  },
});
