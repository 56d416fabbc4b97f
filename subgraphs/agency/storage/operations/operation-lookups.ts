import type { OperationState } from '../../../../terms/enums.ts';
import type { InboxRecord } from '../../channel/stores/inbox-record.ts';
import type { PeerRecord } from '../../channel/stores/peer-record.ts';
import type { OperationRecord } from '../../records/operations/operation-record.ts';
import type { AgencyModels } from '../database/agency-models.ts';
import { placesBetween } from '../database/stepped-store.ts';

/** Finds operations for what no officer asks for: jobs, comparisons and figures. */
export interface OperationLookups {
  /** The ids of those that time changes by then. */
  due(now: Date): AsyncIterable<string>;
  /** The ids of those whose measures the other agency reads. */
  withMeasures(): AsyncIterable<string>;
  /** The ids of those whose measures are noted in dossiers. */
  scoped(): AsyncIterable<string>;
  /** The ids of those that have given releases which may still open something. */
  releasing(): AsyncIterable<string>;
  /** The time at which this agency has last heard of another one; undefined where it never has. */
  heardAt(other: OperationRecord['other']): Promise<Date | undefined>;
  /** The ids of those that both agencies know of, and that go on or have ended since then. */
  with(other: OperationRecord['other'], since: Date): Promise<string[]>;
  /** Each that came in from one moment until before another, the oldest first. */
  between(from: Date, until: Date): AsyncIterable<OperationRecord>;
  /** Each that ended from one moment until before another. */
  endedBetween(from: Date, until: Date): AsyncIterable<OperationRecord>;
}

const goingOn: readonly OperationState[] = ['AGREED', 'ACTIVE', 'SUSPENDED'];
const ended: readonly OperationState[] = ['ENDED', 'EVALUATED'];

export function operationLookups({
  operations,
  peers,
  inbox,
}: Pick<AgencyModels, 'operations' | 'peers' | 'inbox'>): OperationLookups {
  async function* idsOf(filter: object) {
    const found = operations.find(filter, { _id: 1 }).lean<{ _id: string }>();
    for await (const { _id } of found.cursor()) yield _id;
  }
  return {
    due: (now) => idsOf({ due: { $lte: now } }),
    withMeasures: () => idsOf({ measures: { $exists: true } }),
    scoped: () => idsOf({ scoped: { $exists: true } }),
    releasing: () => idsOf({ releasing: { $exists: true } }),
    async heardAt(other) {
      const [peer, message] = await Promise.all([
        peers.findById(other, { lastGreeting: 1 }).lean<PeerRecord>(),
        inbox.findOne({ from: other }, { receivedAt: 1 }).sort({ number: -1 }).lean<InboxRecord>(),
      ]);
      const times = [peer?.lastGreeting?.at, message?.receivedAt].flatMap((at) => at?.getTime() ?? []);
      return times.length === 0 ? undefined : new Date(Math.max(...times));
    },
    async with(other, since) {
      const found = await operations
        .find(
          {
            other,
            $or: [{ state: { $in: goingOn } }, { state: { $in: ended }, ended: { $gt: since } }],
          },
          { _id: 1 },
        )
        .lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id).sort();
    },
    between: (from, until) =>
      operations
        .find({ place: placesBetween(from, until) })
        .sort({ place: 1 })
        .lean<OperationRecord>()
        .cursor(),
    endedBetween: (from, until) =>
      operations
        .find({ ended: { $gte: from, $lt: until } })
        .lean<OperationRecord>()
        .cursor(),
  };
}
