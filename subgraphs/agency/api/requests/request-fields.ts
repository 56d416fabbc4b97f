import type { GraphQLResolveInfo } from 'graphql';
import type { Agency } from '../../../../terms/agencies.ts';
import { type Article, findArticle } from '../../../../terms/criminal-codes/article.ts';
import { fieldOfFormQuestion } from '../../../../terms/form-questions.ts';
import type { AgencyDefinition } from '../../permissions/agency-definition.ts';
import { markedTerms } from '../../records/formats/text/marked-terms.ts';
import { assigneeOf, type RequestAnswer } from '../../records/requests/information-request.ts';
import { requestDeadline } from '../../records/requests/request-deadline.ts';
import type { AnswerTerms } from '../../records/requests/request-record.ts';
import { endOf, isOverdue, requestState } from '../../records/requests/request-state.ts';
import type { RequestContext } from '../context/request-context.ts';
import { dossierFieldsAsked } from '../execution/dossier-fields-asked.ts';
import { requestEvents } from './request-events.ts';
import { readableCriteria } from './shown-criteria.ts';
import type { ShownRequest } from './shown-request.ts';

/** An answer as it is told. */
interface ToldAnswer {
  answer: RequestAnswer;
  terms: AnswerTerms | undefined;
  /** It is about a dossier that the viewer may not know of. */
  isOfOther?: boolean;
}

const answerOf = (
  answer: RequestAnswer | undefined,
  { words, isAnsweredOfOther: isOfOther }: ShownRequest,
): ToldAnswer | null => (answer ? { answer, terms: words.terms, ...(isOfOther && { isOfOther }) } : null);

/** An article of the asking agency's list; one that the list no longer has still shows its number. */
function articleOf({ agency, criminalCode, foreignCodes }: AgencyDefinition, owner: Agency, code: string) {
  const list = owner === agency ? criminalCode : (foreignCodes[owner] ?? []);
  const listed: Partial<Article> = findArticle(list, code) ?? {
    title: { be: 'Больш не ў пераліку', ru: 'Больше не в перечне', en: 'No longer listed' },
  };
  return { confirmed: false, ...listed, code, agency: owner };
}

/** The fields of a request as it was sent: its subject, classes and reasons. */
const asked = {
  agency: ({ other }: ShownRequest) => other,
  state: ({ half }: ShownRequest, _arguments: unknown, { now }: RequestContext) => requestState(half, now),
  isOverdue: ({ half }: ShownRequest, _arguments: unknown, { now }: RequestContext) => isOverdue(half, now),
  urgency: ({ half }: ShownRequest) => half.urgency,
  classes: ({ half }: ShownRequest) => half.classes,
  purpose: ({ content }: ShownRequest) => content.purpose,
  legalBasis: ({ content }: ShownRequest) => content.legalBasis,
  case: ({ content, isFigures }: ShownRequest) => (isFigures ? null : content.case),
  necessity: ({ _id, content, isFigures }: ShownRequest, _arguments: unknown, { reads }: RequestContext) => {
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
  otherDossiers: ({ otherDossiers = [] }: ShownRequest, _arguments: unknown, { dossiers }: RequestContext) =>
    otherDossiers.map((each) => {
      dossiers.told(each);
      return each._id;
    }),
};

/** The fields of its course: who answers for it, its words, its answer and its events. */
const course = {
  assignedTo: ({ half }: ShownRequest) => assigneeOf(half),
  receivedAt: ({ half }: ShownRequest) => half.receivedAt,
  deadline: ({ half }: ShownRequest) => requestDeadline(half),
  question: ({ words, isFigures }: ShownRequest) => (isFigures ? null : words.question),
  formQuestions: ({ words, isFigures }: ShownRequest) =>
    isFigures
      ? null
      : (words.formQuestions?.map((question) => ({ question, field: fieldOfFormQuestion[question] })) ??
        null),
  clarification: ({ words, isFigures }: ShownRequest) => (isFigures ? null : words.clarification),
  extensionReason: ({ words, isFigures }: ShownRequest) => (isFigures ? null : words.extensionReason),
  waitingWords: ({ half, words, isFigures }: ShownRequest, _arguments: unknown, { now }: RequestContext) => {
    const waiting = isFigures || endOf(half, now) ? undefined : half.waitingWords;
    if (!waiting) return null;
    const { of: step, by, at, until } = waiting;
    const text = words.waiting ?? '';
    return { step, text, terms: markedTerms([text]), until, by, since: at };
  },
  proposal: (request: ShownRequest) => {
    const { half, isFigures, isAnsweredOfOther } = request;
    const isShown = !isFigures && !isAnsweredOfOther;
    const waits = half.side === 'ANSWERER' && !half.end && isShown ? half.proposal : undefined;
    return answerOf(waits?.answer, request);
  },
  answer: (request: ShownRequest, _arguments: unknown, { now }: RequestContext) =>
    request.isFigures ? null : answerOf(endOf(request.half, now)?.answer, request),
  endedAt: ({ half }: ShownRequest, _arguments: unknown, { now }: RequestContext) => endOf(half, now)?.at,
  events: (request: ShownRequest, _arguments: unknown, { now }: RequestContext) =>
    requestEvents(request, now),
};

/** The fields of an agency's half of a request. */
export const requestFields = (definition: AgencyDefinition) => ({
  ...asked,
  ...course,
  offence: ({ content, half, isFigures }: ShownRequest) =>
    isFigures ? null : articleOf(definition, half.asker, content.offence),
});

export const subjectFields = {
  hit: ({ content: { subject } }: ShownRequest) => ('reference' in subject ? subject.reference : null),
  dossier: ({ content: { subject } }: ShownRequest) => ('dossier' in subject ? subject.dossier : null),
  criteria: (request: ShownRequest, _arguments: unknown, context: RequestContext) =>
    request.decidedOn ? readableCriteria(request, request.decidedOn, context) : null,
};

export const answerFields = {
  kind: ({ answer }: ToldAnswer) => answer.kind,
  classes: ({ answer }: ToldAnswer) => ('classes' in answer ? answer.classes : null),
  withheld: ({ terms }: ToldAnswer) => terms?.withheld,
  ground: ({ answer }: ToldAnswer) => ('ground' in answer ? answer.ground : null),
  release: ({ answer, isOfOther }: ToldAnswer) => ('release' in answer && !isOfOther ? answer.release : null),
  until: ({ terms }: ToldAnswer) => terms?.until,
  handling: ({ terms }: ToldAnswer) => terms?.handling ?? 'H0',
  remark: ({ terms }: ToldAnswer) => terms?.remark,
};
