import type { GraphQLResolveInfo } from 'graphql';
import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { type Agency, subgraphOf } from '../../../../terms/agencies.ts';
import { type Article, findArticle } from '../../../../terms/criminal-codes/article.ts';
import { type RequestBox, type RequestState, requestStates } from '../../../../terms/enums.ts';
import { fieldOfFormQuestion } from '../../../../terms/form-questions.ts';
import { askerOf } from '../../../../terms/request-id.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { markedTerms } from '../../records/formats/text/marked-terms.ts';
import { assigneeOf, type RequestAnswer } from '../../records/requests/information-request.ts';
import { requestDeadline } from '../../records/requests/request-deadline.ts';
import type { AnswerTerms, RequestRecord } from '../../records/requests/request-record.ts';
import { endOf, isOverdue, requestState } from '../../records/requests/request-state.ts';
import type { RequestContext } from '../context/request-context.ts';
import { dossierFieldsAsked } from '../execution/dossier-fields-asked.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';
import { shownPage } from '../paging/shown-page.ts';
import { requestEvents } from './request-events.ts';
import { readableCriteria } from './shown-criteria.ts';
import { listsFor, type ShownRequest, shownRequest, statesBehind } from './shown-request.ts';

/** A request by its id, with its record where it was read already. */
export interface Reference {
  id: string;
  record?: RequestRecord;
}

const referenceTo = (record: RequestRecord) => ({ id: record._id, record }) satisfies Reference;

const iso = (date: Date | undefined): string | null => date?.toISOString() ?? null;

/** An answer as it is told. */
interface ToldAnswer {
  answer: RequestAnswer;
  terms: AnswerTerms | undefined;
  /** It is about a dossier that the viewer may not know of. */
  isOfOther?: boolean;
}

/** The requests of an agency, as its officers list and read them. */
export function requestResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const { agency, criminalCode, foreignCodes } = definition;
  const prefix = typePrefixOf(definition);

  const halfOf = async (
    { id, record }: Reference,
    context: RequestContext,
  ): Promise<ShownRequest | undefined> => {
    const found = record ?? (askerOf(id) === undefined ? null : await context.loaders.request.load(id));
    return found ? shownRequest(found, context) : undefined;
  };

  /** An article of the asking agency's list; one that the list no longer has still shows its number. */
  function articleOf(owner: Agency, code: string) {
    const list = owner === agency ? criminalCode : (foreignCodes[owner] ?? []);
    const listed: Partial<Article> = findArticle(list, code) ?? {
      title: { be: 'Больш не ў пераліку', ru: 'Больше не в перечне', en: 'No longer listed' },
    };
    return { confirmed: false, ...listed, code, agency: owner };
  }

  const answerOf = (
    answer: RequestAnswer | undefined,
    { words, isAnsweredOfOther: isOfOther }: ShownRequest,
  ): ToldAnswer | null => (answer ? { answer, terms: words.terms, ...(isOfOther && { isOfOther }) } : null);

  return {
    InformationRequest: {
      // A representation can be anything: what is no id of a request is nobody's.
      __resolveReference: ({ id }: { id: unknown }): Reference => ({ id: String(id) }),
      [subgraphOf(agency)]: (reference: Reference, _arguments: unknown, context: RequestContext) =>
        halfOf(reference, context),
    },
    [`${prefix}Query`]: {
      requests: async (
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
      },
      request: async (_source: unknown, { id }: { id: string }, context: RequestContext) => {
        const shown = await halfOf({ id }, context);
        // As it is stored: what is shown of it is decided on once more, on what was read already.
        return shown ? { id } : null;
      },
    },
    [`${prefix}Request`]: {
      agency: ({ other }: ShownRequest) => other,
      state: ({ half }: ShownRequest, _arguments: unknown, { now }: RequestContext) =>
        requestState(half, now),
      isOverdue: ({ half }: ShownRequest, _arguments: unknown, { now }: RequestContext) =>
        isOverdue(half, now),
      urgency: ({ half }: ShownRequest) => half.urgency,
      classes: ({ half }: ShownRequest) => half.classes,
      purpose: ({ content }: ShownRequest) => content.purpose,
      legalBasis: ({ content }: ShownRequest) => content.legalBasis,
      case: ({ content, isFigures }: ShownRequest) => (isFigures ? null : content.case),
      offence: ({ content, half, isFigures }: ShownRequest) =>
        isFigures ? null : articleOf(half.asker, content.offence),
      necessity: (
        { _id, content, isFigures }: ShownRequest,
        _arguments: unknown,
        { reads }: RequestContext,
      ) => {
        if (isFigures) return null;
        reads.noteRequest(_id);
        return content.necessity;
      },
      subject: (request: ShownRequest, _arguments: unknown, { reads }: RequestContext) => {
        if (!request.decidedOn) return null;
        reads.noteRequest(request._id);
        return request;
      },
      dossier: (
        { dossier, decidedOn }: ShownRequest,
        _arguments: unknown,
        { loaders }: RequestContext,
        info: GraphQLResolveInfo,
      ) =>
        decidedOn && dossier !== undefined
          ? loaders.dossier.load({ id: dossier, fields: dossierFieldsAsked(info) })
          : null,
      otherDossiers: (
        { otherDossiers = [] }: ShownRequest,
        _arguments: unknown,
        { dossiers }: RequestContext,
      ) =>
        otherDossiers.map((each) => {
          dossiers.told(each);
          return each._id;
        }),
      assignedTo: ({ half }: ShownRequest) => assigneeOf(half) ?? null,
      receivedAt: ({ half }: ShownRequest) => iso(half.receivedAt),
      deadline: ({ half }: ShownRequest) => iso(requestDeadline(half)),
      question: ({ words, isFigures }: ShownRequest) => (isFigures ? null : (words.question ?? null)),
      formQuestions: ({ words, isFigures }: ShownRequest) =>
        isFigures
          ? null
          : (words.formQuestions?.map((question) => ({ question, field: fieldOfFormQuestion[question] })) ??
            null),
      clarification: ({ words, isFigures }: ShownRequest) =>
        isFigures ? null : (words.clarification ?? null),
      extensionReason: ({ words, isFigures }: ShownRequest) =>
        isFigures ? null : (words.extensionReason ?? null),
      waitingWords: (
        { half, words, isFigures }: ShownRequest,
        _arguments: unknown,
        { now }: RequestContext,
      ) => {
        const waiting = isFigures || endOf(half, now) ? undefined : half.waitingWords;
        if (!waiting) return null;
        const { of: step, by, at, until } = waiting;
        const text = words.waiting ?? '';
        return { step, text, terms: markedTerms([text]), until: iso(until), by, since: at.toISOString() };
      },
      proposal: (request: ShownRequest) => {
        const { half, isFigures, isAnsweredOfOther } = request;
        const isShown = !isFigures && !isAnsweredOfOther;
        const waits = half.side === 'ANSWERER' && !half.end && isShown ? half.proposal : undefined;
        return answerOf(waits?.answer, request);
      },
      answer: (request: ShownRequest, _arguments: unknown, { now }: RequestContext) =>
        request.isFigures ? null : answerOf(endOf(request.half, now)?.answer, request),
      endedAt: ({ half }: ShownRequest, _arguments: unknown, { now }: RequestContext) =>
        iso(endOf(half, now)?.at),
      events: (request: ShownRequest, _arguments: unknown, { now }: RequestContext) =>
        requestEvents(request, now).map(({ kind, at, by }) => ({
          kind,
          at: at.toISOString(),
          by: by ?? null,
        })),
    },
    RequestSubject: {
      hit: ({ content: { subject } }: ShownRequest) => ('reference' in subject ? subject.reference : null),
      dossier: ({ content: { subject } }: ShownRequest) => ('dossier' in subject ? subject.dossier : null),
      criteria: (request: ShownRequest, _arguments: unknown, context: RequestContext) =>
        request.decidedOn ? readableCriteria(request, request.decidedOn, context) : null,
    },
    RequestAnswer: {
      kind: ({ answer }: ToldAnswer) => answer.kind,
      classes: ({ answer }: ToldAnswer) => ('classes' in answer ? answer.classes : null),
      withheld: ({ terms }: ToldAnswer) => terms?.withheld ?? null,
      ground: ({ answer }: ToldAnswer) => ('ground' in answer ? answer.ground : null),
      release: ({ answer, isOfOther }: ToldAnswer) =>
        'release' in answer && !isOfOther ? answer.release : null,
      until: ({ terms }: ToldAnswer) => iso(terms?.until),
      handling: ({ terms }: ToldAnswer) => terms?.handling ?? 'H0',
      remark: ({ terms }: ToldAnswer) => terms?.remark ?? null,
    },
    RecordedRequest: {
      of: ({ request }: { request: RequestRecord }) => request._id,
      request: ({ request }: { request: RequestRecord }) => referenceTo(request),
      isRepeat: ({ isRepeat }: { isRepeat?: boolean }) => isRepeat ?? false,
    },
  };
}
