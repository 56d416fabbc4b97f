import {
  boxOfWaiting,
  type RequestWaitingKind,
  waitsOnRequest,
} from '../../records/requests/waits-on-request.ts';
import type { RequestContext } from '../context/request-context.ts';
import { answersFor } from '../requests/answers-for.ts';
import { listsFor, shownRequest } from '../requests/shown-request.ts';
import { type Finder, itemOf } from './waiting-item.ts';

/** Steps that wait for the liaison officer to whom a request is assigned. A supervisor, to whom none is, may propose every answer. */
const isOfAssignee = (
  kind: RequestWaitingKind,
  { permissions }: Pick<RequestContext, 'permissions'>,
): boolean =>
  kind === 'REQUEST_TO_ACCEPT' ||
  (kind === 'REQUEST_TO_ANSWER' && !permissions.verdicts.roles.includes('SUPERVISOR'));

/** Requests on which a kind of step waited when they were written: time may have ended it since. */
const ofKind =
  (kind: RequestWaitingKind): Finder =>
  async (part, context) => {
    const { now, stores, viewer } = context;
    const asked = {
      kind,
      not: viewer.subject,
      lists: listsFor(boxOfWaiting[kind], context),
      ...(isOfAssignee(kind, context) && { assignees: await answersFor(context) }),
    };
    return (await stores.waiting.requests(asked, part)).map((record) => ({
      order: record.order ?? '',
      async show() {
        const step = waitsOnRequest(record.half, now);
        if (step?.kind !== kind || step.not === viewer.subject || !(await shownRequest(record, context)))
          return undefined;
        const { since, due } = step;
        return {
          ...itemOf(kind, { id: `${record._id} ${kind}`, since, due }, context),
          __typename: 'WaitingRequest',
          request: { id: record._id, record },
        };
      },
    }));
  };

/** The finders of steps that wait on requests, by kind. */
export const waitingRequests = Object.fromEntries(
  (Object.keys(boxOfWaiting) as RequestWaitingKind[]).map((kind) => [kind, ofKind(kind)]),
) as Record<RequestWaitingKind, Finder>;
