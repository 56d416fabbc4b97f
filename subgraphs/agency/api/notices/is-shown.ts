import type { NoticeKind } from '../../../../terms/enums.ts';
import type { Notice } from '../../records/notices/notice-record.ts';
import { assigneeOf } from '../../records/requests/information-request.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';
import { endOf } from '../../records/requests/request-state.ts';
import { isUnread, seenHalf } from '../../records/requests/unread-half.ts';
import { isKnownAlert } from '../alerts/known-alert.ts';
import type { RequestContext } from '../context/request-context.ts';
import { worksOn } from '../execution/demand-reading.ts';
import { isKnownOperation } from '../operations/shown-operation.ts';
import { answersFor } from '../requests/answers-for.ts';
import { shownRequest } from '../requests/shown-request.ts';

/** Tells if the viewer is shown a notice, of those who read notices at all. */
type ShownTo = (notice: Notice, context: RequestContext) => boolean | Promise<boolean>;

const everybody: ShownTo = () => true;

const supervisors = (_notice: Notice, { permissions }: RequestContext): boolean =>
  permissions.verdicts.roles.includes('SUPERVISOR');

/** An alert is for the officers of its case. */
const officersOfAlert: ShownTo = async ({ data }, context) => {
  const alert = await context.loaders.alert.load(data.alert ?? '');
  return alert !== null && isKnownAlert(alert, context);
};

/** Supervisors of the dossier's cases, who answer for what is erased, contested or taken back in it. */
const supervisorsOfDossier: ShownTo = async (notice, context) => {
  const { loaders, permissions } = context;
  if (!supervisors(notice, context)) return false;
  const dossier = await loaders.found.load({ id: notice.data.dossier ?? '', fields: ['cases'] });
  if (!dossier || !worksOn(context, { cases: dossier.cases ?? [] })) return false;
  return permissions.decide('CASE', dossier) === 'ALLOW';
};

/** What is said of a plan is for those who may read plans, also once the measure is none any more. */
const readersOfPlans: ShownTo = async ({ data }, { loaders, permissions }) => {
  const dossier = await loaders.found.load({ id: data.dossier ?? '', fields: ['cases'] });
  return dossier !== undefined && permissions.decide('TACTICAL', dossier) === 'ALLOW';
};

const requestOf = ({ data }: Notice, { loaders }: RequestContext): Promise<RequestRecord | null> =>
  loaders.request.load(data.request ?? '');

const isKnown = async (request: RequestRecord | null, context: RequestContext): Promise<boolean> =>
  request !== null && (await shownRequest(request, context)) !== undefined;

const whoKnowsOfRequest: ShownTo = async (notice, context) =>
  isKnown(await requestOf(notice, context), context);

/** That a request is assigned is for the officer to whom it is, and for supervisors. */
const assignee: ShownTo = async (notice, context) => {
  const request = await requestOf(notice, context);
  const isFor = request && assigneeOf(request.half) === context.viewer.subject;
  return (isFor || supervisors(notice, context)) && isKnown(request, context);
};

/**
 * Everybody. But until the form of a request is found in order, nobody is to learn whether anything was found: a withdrawal after the deadline would
 * tell them, so it is not shown.
 */
const whoSeesWithdrawal: ShownTo = async (notice, context) => {
  const request = await requestOf(notice, context);
  if (request === null || !isUnread(request.half)) return true;
  return endOf(seenHalf(request.half, context.now), context.now)?.kind === 'WITHDRAWN';
};

/** A liaison officer is warned of requests that nobody has taken up, and of those that they answer for. */
const whoIsWarned: ShownTo = async (notice, context) => {
  const request = await requestOf(notice, context);
  if (!request || !(await isKnown(request, context))) return false;
  if (isUnread(request.half) && notice.data.part === 100) return false;
  const officer = assigneeOf(request.half);
  if (officer === undefined || supervisors(notice, context)) return true;
  return (await answersFor(context)).includes(officer);
};

const whoKnowsOfOperation: ShownTo = async ({ data }, context) => {
  const operation = await context.loaders.operation.load(data.operation ?? '');
  return operation !== null && isKnownOperation(operation, context);
};

/** For whom each notice is, of those who read notices. It does not compile where a kind is for nobody. */
const shownTo: Readonly<Record<NoticeKind, ShownTo>> = {
  RELEASE_GRANTED: everybody,
  RELEASE_RECALLED: everybody,
  RELEASE_EXPIRED: everybody,
  DOSSIER_WITHDRAWN: everybody,
  LINK_DECIDED: everybody,
  REQUEST_RECEIVED: everybody,
  REQUEST_QUESTIONED: everybody,
  REQUEST_CLARIFIED: everybody,
  REQUEST_EXTENDED: everybody,
  REQUEST_ENDED: everybody,
  REQUEST_WITHDRAWN: whoSeesWithdrawal,
  REQUEST_DUE: whoIsWarned,
  REQUEST_TAKEN_OVER: whoKnowsOfRequest,
  REQUEST_ASSIGNED: assignee,
  REQUEST_WORDS_DROPPED: whoKnowsOfRequest,
  ALERT_RAISED: officersOfAlert,
  WIDELY_SHARED_VALUES: everybody,
  FOREIGN_CASES: supervisors,
  // What was told is no more so.
  ERASURE_AHEAD: (notice, context) =>
    notice.data.until !== undefined && supervisorsOfDossier(notice, context),
  VALUE_CONTESTED: supervisorsOfDossier,
  TAKEN_BACK: supervisorsOfDossier,
  MEASURE_AUTHORISED: readersOfPlans,
  MEASURE_CANCELLED: readersOfPlans,
  MEASURE_CONFLICT: readersOfPlans,
  OPERATION_PROPOSED: whoKnowsOfOperation,
  OPERATION_AGREED: whoKnowsOfOperation,
  OPERATION_DECLINED: whoKnowsOfOperation,
  OPERATION_SUSPENDED: whoKnowsOfOperation,
  OPERATION_ENDED: whoKnowsOfOperation,
};

/** Tells if the viewer is shown a notice. */
export const isShown: ShownTo = (notice, context) => shownTo[notice.kind](notice, context);
