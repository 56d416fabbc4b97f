import type { Model } from 'mongoose';
import type { MeasureState } from '../../../../terms/enums.ts';
import { type DayWindow, earliestMeeting } from '../../records/formats/dates/day-window.ts';
import { beforeDay, behindDay, type MeasureRow } from '../../records/measures/measure-row.ts';

/** The measures that one officer may be shown. */
export interface MeasuresAsked {
  case: string;
  states: readonly MeasureState[];
  /** The days that they meet; whenever they are where there are none. */
  days?: DayWindow | undefined;
}

/** Reads the measures of an agency's dossiers, by their first day. */
export interface MeasureStore {
  /** At most `limit`, from the one after a place. */
  page(asked: MeasuresAsked, part: { after: string | undefined; limit: number }): Promise<MeasureRow[]>;
  /** Each that fewer than two officers have taken, from one moment until before another. */
  takenAlone(from: Date, until: Date): AsyncIterable<Pick<MeasureRow, 'alone'>>;
}

const later = (one = '', other = '') => (one > other ? one : other);

export const measureStore = (measures: Model<MeasureRow>): MeasureStore => ({
  async page({ case: caseNumber, states, days }, { after, limit }) {
    // A window is of a few days, so that those that meet a day begin soon before it.
    const from = days && beforeDay(earliestMeeting(days.from));
    const found = await Promise.all(
      states.map((state) =>
        measures
          .find({
            cases: caseNumber,
            state,
            order: { $gt: later(after, from), ...(days && { $lt: behindDay(days.until) }) },
            ...(days && { until: { $gte: days.from } }),
          })
          .sort({ order: 1 })
          .limit(limit)
          .hint('measure_case')
          .lean<MeasureRow[]>()
          .exec(),
      ),
    );
    const inOrder = found.flat().sort((one, other) => (one.order < other.order ? -1 : 1));
    return inOrder.slice(0, limit);
  },
  takenAlone: (from, until) =>
    measures
      .find({ aloneAt: { $gte: from, $lt: until } }, { _id: 0, alone: 1 })
      .lean<Pick<MeasureRow, 'alone'>>()
      .cursor(),
});
