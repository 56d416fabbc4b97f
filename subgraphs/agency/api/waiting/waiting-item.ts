import type { WaitingAction, WaitingKind } from '../../../../terms/enums.ts';
import type { InboxRecord } from '../../channel/stores/inbox-record.ts';
import { stepsFor } from '../../permissions/waiting-kinds.ts';
import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import type { Link } from '../../records/dossier/link.ts';
import type { Shareable } from '../../records/dossier/shareable.ts';
import type { GroupRecord } from '../../records/group/group-record.ts';
import type { CheckRecord } from '../../records/measures/comparing/check-record.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';
import type { WaitingStepOnRequest } from '../../records/requests/waits-on-request.ts';
import { orderOf, type WaitingRecord } from '../../records/waiting/waiting-record.ts';
import type { RequestContext } from '../context/request-context.ts';
import type { ListedMeasure } from '../measures/listed-measure.ts';
import type { Reference as RequestReference } from '../requests/request-resolvers.ts';
import type { ToldRelease } from '../resolvers/releases-shown.ts';

interface Item {
  id: string;
  kind: WaitingKind;
  since: Date;
  due?: Date | undefined;
  order: string;
  steps: WaitingAction[];
}

/** A request on which a step waited when it was written: time may have ended it since. */
interface FoundRequest {
  kind: WaitingKind;
  order: string;
  request: RequestRecord;
}

/** Something that waits, as it was found: a dossier's own part of it is not read yet. */
export type FoundItem =
  | FoundRequest
  | (Item &
      (
        | { record: WaitingRecord }
        | { group: GroupRecord }
        | { alert: AlertRecord }
        | { check: CheckRecord }
        | { parked: InboxRecord }
      ));

/** Something that waits, with the thing itself. */
export type WaitingItem = Item &
  (
    | { __typename: 'WaitingRelease'; dossier: string; release: ToldRelease }
    | { __typename: 'WaitingLink'; dossier: string; link: Link }
    | { __typename: 'WaitingShareable'; dossier: string; shareable: Shareable }
    | { __typename: 'WaitingValues'; dossier: string }
    | { __typename: 'WaitingGroup'; group: GroupRecord }
    | { __typename: 'WaitingAlert'; alert: AlertRecord }
    | { __typename: 'WaitingMessage'; parked: InboxRecord }
    | { __typename: 'WaitingMeasure'; dossier: string; measure: ListedMeasure }
    | { __typename: 'WaitingRequest'; request: RequestReference }
  );

export function itemOfRecord(record: WaitingRecord, { permissions }: RequestContext): FoundItem {
  const { _id: id, kind, since, due, order } = record;
  return { id, kind, since, due, order, steps: stepsFor(kind, permissions.verdicts), record };
}

export function itemOfGroup(group: GroupRecord, { permissions }: RequestContext): FoundItem {
  const kind = 'GROUP_TO_COUNTERSIGN';
  const { _id: id, provenance, updatedAt } = group;
  const since = provenance.unsigned?.at ?? updatedAt;
  const order = orderOf({ due: undefined, since, id });
  // The group itself has its id: what waits on it is another object.
  const item = `${id} ${kind}`;
  return { id: item, kind, since, order, steps: stepsFor(kind, permissions.verdicts), group };
}

export function itemOfAlert(alert: AlertRecord, { permissions }: RequestContext): FoundItem {
  const kind = 'WIDELY_SHARED_TO_COUNTERSIGN';
  const { _id, due, order = '' } = alert;
  const since = alert.alert.widelyShared?.at ?? alert.alert.since;
  // As of groups: the alert has an id of its own.
  return {
    id: `${_id} ${kind}`,
    kind,
    since,
    due,
    order,
    steps: stepsFor(kind, permissions.verdicts),
    alert,
  };
}

export function itemOfConflict(check: CheckRecord, { permissions }: RequestContext): FoundItem {
  const kind = 'MEASURE_TO_COORDINATE';
  const { _id, endsAt: due, order = '' } = check;
  const since = check.check.changedAt ?? due;
  return {
    id: `${_id} ${kind}`,
    kind,
    since,
    due,
    order,
    steps: stepsFor(kind, permissions.verdicts),
    check,
  };
}

/** A message is dismissed by two officers: who has done so has no second voice. */
export function itemOfMessage(parked: InboxRecord, { permissions, viewer }: RequestContext): FoundItem {
  const kind = 'MESSAGE_PARKED';
  const { _id: id, receivedAt: since, firstDismissal } = parked;
  const hasDismissed = firstDismissal?.by === viewer.subject;
  const steps = stepsFor(kind, permissions.verdicts).filter(
    (step) => step !== 'DISMISS_MESSAGE' || !hasDismissed,
  );
  return { id, kind, since, order: orderOf({ due: undefined, since, id }), steps, parked };
}

export function itemOfRequest(
  request: RequestRecord,
  step: WaitingStepOnRequest,
  { permissions }: Pick<RequestContext, 'permissions'>,
): Item {
  const { kind, since, due } = step;
  const id = `${request._id} ${kind}`;
  const order = orderOf({ due, since, id });
  return { id, kind, since, due, order, steps: stepsFor(kind, permissions.verdicts) };
}
