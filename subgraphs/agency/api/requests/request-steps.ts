import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import type { Action } from '../../../../terms/actions.ts';
import type { FormQuestion } from '../../../../terms/enums.ts';
import { stepRequest } from '../../actions/step-request.ts';
import { keepingSubject, subjectNow, withoutHiddenAnswer } from '../../actions/subject-now.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import type { Author } from '../../records/dossier/step.ts';
import { askedTransition } from '../../records/requests/asked-transition.ts';
import { subjectProblems } from '../../records/requests/deputy.ts';
import { refusedStep } from '../../records/requests/refused-step.ts';
import { changeOf } from '../../records/requests/request-change.ts';
import type { RequestContents, RequestRecord, RequestWords } from '../../records/requests/request-record.ts';
import { authorOf } from '../context/author-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandCaseOfRequest, demandGroundAbroad } from '../execution/demand-reading.ts';
import { answerDecided, answerProposed } from './answer-steps.ts';
import { draftRequest } from './draft-request.ts';
import { demandCriteria } from './shown-criteria.ts';
import { type ShownRequest, shownRequest } from './shown-request.ts';
import {
  answering,
  asking,
  type Decide,
  type Decided,
  decidedBy,
  type Refusal,
  type Target,
  withCountsOutside,
  withNotices,
} from './step-of-half.ts';
import { answersFor } from './waits-for.ts';
import { withOwnDossier } from './with-own-dossier.ts';
import {
  clarified,
  countersigned,
  extended,
  questioned,
  questionedByList,
  type WordsDecision,
} from './words-steps.ts';

const unchanged = <Input>(_input: Input, words: RequestWords): RequestWords => words;

/** Sends a draft in the same write in which it is authorised. */
function authorised(request: RequestContents, author: Author): Decided {
  const { by, at } = author;
  const { half } = request;
  if (half.side !== 'ASKER') return refusedStep('OTHER_REQUEST');
  const after = askedTransition(half, { kind: 'AUTHORISE', by, at });
  if (!('request' in after)) return decidedBy(changeOf<Refusal>(request, after, at), request);
  return decidedBy(
    changeOf<Refusal>(request, askedTransition(after.request, { kind: 'SEND', at }), at),
    request,
  );
}

/** Steps that tell the other agency something, or write down what will be told. What takes back needs no ground that counts abroad. */
const reachingAbroad: readonly Action[] = [
  'authoriseRequest',
  'clarifyRequest',
  'questionForm',
  'questionRequest',
  'countersignWords',
  'extendRequest',
  'proposeAnswer',
  'decideAnswer',
];

/** Those of them by which the other agency is told something that there would not be without a dossier. */
const tellingOfSubject: readonly Action[] = [
  'proposeAnswer',
  'decideAnswer',
  'extendRequest',
  'countersignWords',
];

const withdrawn = asking(({ by, at }) => ({ kind: 'WITHDRAW', by, at }), unchanged);
const closed = asking(({ by, at }) => ({ kind: 'CLOSE', by, at }), unchanged);

/** The resolver of an action on a request, by what it decides on the half that the officer is shown. */
const onRequest =
  <Input extends Target & { dossier?: string | null }>(action: Action, decide: Decide<Input>) =>
  async (_source: unknown, { input }: { input: Input }, context: RequestContext) => {
    const takesBack = 'approves' in input && input.approves === false;
    if (reachingAbroad.includes(action) && !takesBack) demandGroundAbroad(context, action);
    const author = authorOf(context, action, input);
    const { request: id, version } = input;
    let shown: ShownRequest | undefined;
    const outcome = await stepRequest(context.stores, author, {
      id,
      ...(version !== undefined && { version }),
      async isKnown(request: RequestRecord) {
        shown = await shownRequest(request, context);
        return shown !== undefined;
      },
      async decide(before, dossier) {
        const isAccepted = before.half.side === 'ANSWERER' && before.half.accepted !== undefined;
        // Since its form was found in order others may have come to hold what was asked about, and what was found may be told of no more.
        const looks =
          action === 'acceptRequest' || (isAccepted && tellingOfSubject.includes(action) && !takesBack);
        const seen = looks ? await subjectNow(before, context.stores) : before;
        const isOfAnswer = looks && (action === 'proposeAnswer' || action === 'decideAnswer');
        const now = isOfAnswer ? withoutHiddenAnswer(before, seen, author) : seen;
        const request = action === 'proposeAnswer' ? withOwnDossier(now, shown, input.dossier) : now;
        if ('problems' in request) return request;
        const { dossier: id } = request;
        const about =
          id === undefined || id === dossier?._id ? dossier : await context.stores.writes.read(id);
        const decided = await decide(request, author, input, about, context);
        if ('problems' in decided) return decided;
        const kept = withNotices(before, keepingSubject(before, decided), author);
        return await withCountsOutside(before, kept, author, context);
      },
    });
    return 'request' in outcome ? { __typename: 'RecordedRequest', ...outcome } : outcome;
  };

/** The steps of officers on requests: two at the agency that asks, and two at the one that answers. */
export function requestSteps(definition: AgencyDefinition): Resolvers<RequestContext> {
  return {
    DraftRequestResult: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    RequestResult: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    [`${typePrefixOf(definition)}Mutation`]: {
      draftRequest: draftRequest(definition),
      authoriseRequest: onRequest('authoriseRequest', (request, author, _input, _dossier, context) => {
        if (request.half.side === 'ASKER') demandCriteria(request, context);
        return authorised(request, author);
      }),
      withdrawRequest: onRequest('withdrawRequest', (request, author, input, _dossier, context) => {
        demandCaseOfRequest(context, request, 'withdrawRequest');
        return withdrawn(request, author, input);
      }),
      closeRequest: onRequest('closeRequest', (request, author, input, _dossier, context) => {
        demandCaseOfRequest(context, request, 'closeRequest');
        return closed(request, author, input);
      }),
      clarifyRequest: onRequest<Target & { text: string }>('clarifyRequest', clarified),
      takeUpRequest: onRequest('takeUpRequest', async (request, { by, at }, _input, _dossier, context) =>
        answering(request, { kind: 'TAKE_UP', by, at }, request.words, await answersFor(context)),
      ),
      assignRequest: onRequest<Target & { to: string }>(
        'assignRequest',
        (request, { by, at }, { to: given }, _dossier, { stores }) => {
          const to = stores.suspensions.subjectOf(given.trim());
          const problems = subjectProblems(to, 'to');
          return problems.length > 0 ? { problems } : answering(request, { kind: 'ASSIGN', by, at, to });
        },
      ),
      questionForm: onRequest<Target & { questions: readonly FormQuestion[] }>(
        'questionForm',
        questionedByList,
      ),
      questionRequest: onRequest<Target & { text: string }>('questionRequest', questioned),
      countersignWords: onRequest<WordsDecision>('countersignWords', countersigned),
      acceptRequest: onRequest('acceptRequest', (request, { by, at }) =>
        answering(request, { kind: 'ACCEPT', by, at }),
      ),
      extendRequest: onRequest<Target & { until: string; reason: string }>('extendRequest', extended),
      proposeAnswer: onRequest('proposeAnswer', answerProposed(definition)),
      decideAnswer: onRequest('decideAnswer', answerDecided(definition)),
    },
  };
}
