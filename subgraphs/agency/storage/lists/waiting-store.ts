import type { Model } from 'mongoose';
import type { IndicatorKind, WaitingKind } from '../../../../terms/enums.ts';
import type { InboxRecord } from '../../channel/stores/inbox-record.ts';
import { allOf } from '../../permissions/all-of.ts';
import type { Filter } from '../../permissions/by-record.ts';
import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import type { GroupRecord } from '../../records/group/group-record.ts';
import type { CheckRecord } from '../../records/measures/comparing/check-record.ts';
import type { OperationRecord } from '../../records/operations/operation-record.ts';
import type { OperationWaitingKind } from '../../records/operations/waits-on-operation.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';
import { placeIn, type WaitingRecord } from '../../records/waiting/waiting-record.ts';

/** A part of a list: at most `limit`, from the one after a place in the order of all that waits. */
export interface WaitingPart {
  after: string | undefined;
  limit: number;
}

/** The steps on dossiers that one officer may be shown. */
export interface WaitingOnDossiers {
  kind: WaitingKind;
  /** The officer for whom their own steps do not wait. */
  not: string;
  /** The filter of what the officer may read, over `needs` and `cases`. */
  filter: Filter;
  /** True if the filter names one case. */
  isOfCase: boolean;
  /** The place before which they stand; all of them without one. */
  before?: string;
}

/** The steps on requests that one officer may be shown. */
export interface WaitingOnRequests {
  kind: WaitingKind;
  not: string;
  lists: readonly string[];
  /** Those alone that are assigned to one of these officers, or to nobody. */
  assignees?: readonly string[];
}

/** The steps on joint operations that one officer may be shown. */
export interface WaitingOnOperations extends Pick<WaitingOnRequests, 'not' | 'lists'> {
  kind: OperationWaitingKind;
}

/** The alerts of a case that one officer may be shown. */
export interface WaitingAlerts {
  case: string;
  /** The officer for whom their own step does not wait. */
  not: string;
  /** The kinds of identifier that the officer may read. */
  kinds: readonly IndicatorKind[];
}

/** Reads what waits for an agency's officers, one kind at a time, in the order of `orderOf`. */
export interface WaitingStore {
  onDossiers(asked: WaitingOnDossiers, part: WaitingPart): Promise<WaitingRecord[]>;
  /** Groups that wait for a countersignature of somebody else than this officer. */
  groups(not: string, part: WaitingPart): Promise<GroupRecord[]>;
  /** Requests on which a step of this kind waits for somebody else than this officer, of those in any of these lists. */
  requests(asked: WaitingOnRequests, part: WaitingPart): Promise<RequestRecord[]>;
  /** Operations on which a step of this kind waits for somebody else than this officer, of those in any of these lists. */
  operations(asked: WaitingOnOperations, part: WaitingPart): Promise<OperationRecord[]>;
  /** Alerts whose identifier waits to be called widely shared by a second officer. */
  alerts(asked: WaitingAlerts, part: { after: string; limit: number }): Promise<AlertRecord[]>;
  /** Measures of a case that are in conflict with another agency's. */
  conflicts(cases: string | readonly [], part: { after: string; limit: number }): Promise<CheckRecord[]>;
  /** Parked messages, without their content. */
  parked(part: WaitingPart): Promise<InboxRecord[]>;
}

/** The records after a place, of those that wait without a due date since the time in a field: they come after all that have one. */
function laterThan(field: string, after: string | undefined): Filter {
  const place = after === undefined ? undefined : placeIn(after);
  if (!place || place.due) return { [field]: { $gt: new Date(0) } };
  const { since, id } = place;
  return { $or: [{ [field]: { $gt: since } }, { [field]: since, _id: { $gt: id } }] };
}

/** The places after one and before another, where there are such. */
const between = (after: string | undefined, before: string | undefined): Filter =>
  after === undefined && before === undefined
    ? {}
    : { order: { ...(after !== undefined && { $gt: after }), ...(before !== undefined && { $lt: before }) } };

export const waitingStore = ({
  waiting,
  alerts,
  groups,
  inbox,
  measureChecks,
  operations,
  requests,
}: {
  waiting: Model<WaitingRecord>;
  alerts: Model<AlertRecord>;
  groups: Model<GroupRecord>;
  inbox: Model<InboxRecord>;
  measureChecks: Model<CheckRecord>;
  operations: Model<OperationRecord>;
  requests: Model<RequestRecord>;
}): WaitingStore => ({
  onDossiers: ({ kind, not, filter, isOfCase, before }, { after, limit }) =>
    waiting
      .find(allOf({ kind, ...between(after, before), not: { $ne: not } }, filter))
      .sort({ order: 1 })
      .limit(limit)
      // The other index serves too, and would have everything looked at.
      .hint(isOfCase ? 'waiting_case' : 'waiting_kind')
      .lean<WaitingRecord[]>()
      .exec(),
  groups: (not, { after, limit }) =>
    groups
      .find(allOf({ 'provenance.unsigned.by': { $ne: not } }, laterThan('provenance.unsigned.at', after)))
      .sort({ 'provenance.unsigned.at': 1, _id: 1 })
      .limit(limit)
      .hint('group_unsigned')
      .lean<GroupRecord[]>()
      .exec(),
  async requests({ kind, not, lists, assignees }, { after, limit }) {
    const found = await Promise.all(
      lists.map((list) =>
        requests
          .find({
            waits: kind,
            lists: list,
            ...(assignees && { assignedTo: { $in: [null, ...assignees] } }),
            ...(after !== undefined && { order: { $gt: after } }),
            not: { $ne: not },
          })
          .sort({ order: 1 })
          .limit(limit)
          .hint(assignees ? 'request_waits_for' : 'request_waits')
          .lean<RequestRecord[]>()
          .exec(),
      ),
    );
    const inOrder = found.flat().sort((one, other) => ((one.order ?? '') < (other.order ?? '') ? -1 : 1));
    return inOrder.slice(0, limit);
  },
  operations({ kind, not, lists }, { after, limit }) {
    // One may stand in several of these lists.
    return operations
      .find({
        waits: kind,
        lists: { $in: [...lists] },
        ...(after !== undefined && { order: { $gt: after } }),
        not: { $ne: not },
      })
      .sort({ order: 1 })
      .limit(limit)
      .hint('operation_waits')
      .lean<OperationRecord[]>()
      .exec();
  },
  alerts: ({ case: caseNumber, not, kinds }, { after, limit }) =>
    alerts
      .find({
        case: caseNumber,
        order: { $gt: after },
        'alert.kind': { $in: [...kinds] },
        'alert.widelyShared.by': { $ne: not },
      })
      .sort({ order: 1 })
      .limit(limit)
      .hint('alert_waits')
      .lean<AlertRecord[]>()
      .exec(),
  conflicts: (cases, { after, limit }) =>
    measureChecks
      .find(allOf({ cases }, { order: { $gt: after } }))
      .sort({ order: 1 })
      .limit(limit)
      .hint('check_waits')
      .lean<CheckRecord[]>()
      .exec(),
  parked: ({ after, limit }) =>
    inbox
      .find(allOf({ state: 'PARKED' }, laterThan('receivedAt', after)), { signed: 0, receipt: 0, hash: 0 })
      .sort({ receivedAt: 1, _id: 1 })
      .limit(limit)
      .hint('inbox_parked')
      .lean<InboxRecord[]>()
      .exec(),
});
