import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { subgraphOf } from '../../../../terms/agencies.ts';
import { type RequestBox, type RequestState, requestStates } from '../../../../terms/enums.ts';
import { askerOf } from '../../../../terms/request-id.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';
import { requestState } from '../../records/requests/request-state.ts';
import type { RequestContext } from '../context/request-context.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';
import { shownPage } from '../paging/shown-page.ts';
import { answerFields, requestFields, subjectFields } from './request-fields.ts';
import { listsFor, type ShownRequest, shownRequest, statesBehind } from './shown-request.ts';

/** A request by its id, with its record where it was read already. */
export interface Reference {
  id: string;
  record?: RequestRecord;
}

const referenceTo = (record: RequestRecord) => ({ id: record._id, record }) satisfies Reference;

const halfOf = async (
  { id, record }: Reference,
  context: RequestContext,
): Promise<ShownRequest | undefined> => {
  const found = record ?? (askerOf(id) === undefined ? null : await context.loaders.request.load(id));
  return found ? shownRequest(found, context) : undefined;
};

/** A page of the requests in a box. */
const listed = async (
  _source: unknown,
  {
    box,
    states,
    unassigned,
    ...page
  }: PageArguments & {
    box: RequestBox;
    states?: readonly RequestState[] | null;
    unassigned: boolean;
  },
  context: RequestContext,
) => {
  const { cursors, stores, now } = context;
  const asked = requestStates.filter((state) => states?.includes(state) ?? true);
  const request = await pageRequest(
    page,
    cursors,
    ['requests', box, ...(unassigned ? ['unassigned'] : []), ...(states ? asked : [])].join(' '),
  );
  const lists = listsFor(box, context);
  const { shown, isMore } = await shownPage<RequestRecord, RequestRecord>(request, {
    read: ({ after: before, limit }) =>
      stores.requests.page({
        box,
        lists,
        ...(states && { states: statesBehind(asked, lists) }),
        ...(unassigned && { isUnassigned: true }),
        before,
        limit,
      }),
    placeOf: ({ place }) => place,
    show: async (record) => {
      const half = (await shownRequest(record, context))?.half;
      return half && asked.includes(requestState(half, now)) ? record : undefined;
    },
  });
  return connectionOf(request, shown.map(referenceTo), ({ record }) => record.place, isMore);
};

/** The requests of an agency, as its officers list and read them. */
export function requestResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const { agency } = definition;
  const prefix = typePrefixOf(definition);

  return {
    InformationRequest: {
      // A representation can be anything: what is no id of a request is nobody's.
      __resolveReference: ({ id }: { id: unknown }): Reference => ({ id: String(id) }),
      [subgraphOf(agency)]: (reference: Reference, _arguments: unknown, context: RequestContext) =>
        halfOf(reference, context),
    },
    [`${prefix}Query`]: {
      requests: listed,
      request: async (_source: unknown, { id }: { id: string }, context: RequestContext) => {
        const shown = await halfOf({ id }, context);
        // As it is stored: what is shown of it is decided on once more, on what was read already.
        return shown ? { id } : null;
      },
    },
    [`${prefix}Request`]: requestFields(definition),
    RequestSubject: subjectFields,
    RequestAnswer: answerFields,
    RecordedRequest: {
      of: ({ request }: { request: RequestRecord }) => request._id,
      request: ({ request }: { request: RequestRecord }) => referenceTo(request),
      isRepeat: ({ isRepeat }: { isRepeat?: boolean }) => isRepeat ?? false,
    },
  };
}
