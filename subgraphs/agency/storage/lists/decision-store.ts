import type { Model } from 'mongoose';
import type { DecisionRange, DecisionRecord } from '../../records/decisions/decision-record.ts';

/** Reads the releases and links of an agency's dossiers, in the order in which they end. */
export interface DecisionStore {
  /** At most `limit` of those in any of the ranges, from the one after a place. */
  page(
    list: DecisionRecord['list'],
    ranges: readonly DecisionRange[],
    part: { after: string | undefined; limit: number },
  ): Promise<DecisionRecord[]>;
}

const later = (one = '', other = '') => (one > other ? one : other);

export const decisionStore = (decisions: Model<DecisionRecord>): DecisionStore => ({
  async page(list, ranges, { after, limit }) {
    const found = await Promise.all(
      ranges.map(({ state, from, to }) =>
        decisions
          .find({ list, state, order: { $gt: later(after, from), ...(to !== undefined && { $lt: to }) } })
          .sort({ order: 1 })
          .limit(limit)
          .lean<DecisionRecord[]>()
          .exec(),
      ),
    );
    const inOrder = found.flat().sort((one, other) => (one.order < other.order ? -1 : 1));
    return inOrder.slice(0, limit);
  },
});
