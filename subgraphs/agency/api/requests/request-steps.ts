import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { callerError } from '../../../../server/errors.ts';
import { isDossierId } from '../../../../terms/agencies.ts';
import type { FormQuestion } from '../../../../terms/enums.ts';
import { stepRequest } from '../../actions/step-request.ts';
import { keepingSubject, subjectNow, withoutHiddenAnswer } from '../../actions/subject-now.ts';
import type { DecidedRequest } from '../../actions/write-request.ts';
import type { Action } from '../../permissions/actions.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { releaseRulesOf } from '../../permissions/policy.ts';
import { readReason } from '../../records/checks/read-text.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { grantAnswer } from '../../records/dossier/releases/release-steps.ts';
import type { Author } from '../../records/dossier/step.ts';
import { askedTransition } from '../../records/requests/asked-transition.ts';
import { proposedAnswer } from '../../records/requests/proposed-answer.ts';
import { refusedStep } from '../../records/requests/refused-step.ts';
import { isAnswerOn, releaseOfAnswer } from '../../records/requests/release-of-answer.ts';
import { changeOf } from '../../records/requests/request-change.ts';
import { requestDeadline } from '../../records/requests/request-deadline.ts';
import type { RequestContents, RequestRecord, RequestWords } from '../../records/requests/request-record.ts';
import { authorOf } from '../context/author-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandCaseOfRequest, demandGroundAbroad } from '../execution/demand-reading.ts';
import { draftRequest } from './draft-request.ts';
import { demandCriteria } from './shown-criteria.ts';
import { type ShownRequest, shownRequest } from './shown-request.ts';
import {
  answering,
  asking,
  type Decide,
  type Decided,
  decidedBy,
  demandReadingOf,
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
import { workOn } from './work-on.ts';

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

/** The refusal of an outsider who would take back what was decided: done in the last minute, it would leave no time to decide again. */
const takenBackOutside = () =>
  callerError(
    'FORBIDDEN',
    '`decideAnswer` takes back an answer that was decided, which only officers of a case of its dossier do: ask one of them.',
  );

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

/** The steps of officers on requests: two at the agency that asks, and two at the one that answers. */
export function requestSteps(definition: AgencyDefinition): Resolvers<RequestContext> {
  const { agency, policy, provisions } = definition;

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
      proposeAnswer: onRequest<Target & Parameters<typeof proposedAnswer>[0]>(
        'proposeAnswer',
        (request, { by, at }, input, dossier, context) => {
          const read = proposedAnswer(input, request, {
            owner: agency,
            rules: releaseRulesOf(policy),
            now: at,
          });
          const accepted = request.half.side === 'ANSWERER' && request.half.accepted;
          if (accepted)
            demandReadingOf(
              dossier,
              'answer' in read && 'classes' in read.answer ? read.answer.classes : [],
              context,
            );
          if ('problems' in read) return read;
          const words = { ...request.words, terms: read.terms };
          return answering(request, { kind: 'PROPOSE', by, at, answer: read.answer }, words);
        },
      ),
      decideAnswer: onRequest<Target & { approves: boolean; neutrality?: string | null }>(
        'decideAnswer',
        async (request, author, { approves, neutrality: given }, dossier, context) => {
          const { by, at } = author;
          const answer = request.half.side === 'ANSWERER' ? request.half.proposal?.answer : undefined;
          if (answer && 'classes' in answer) demandReadingOf(dossier, answer.classes, context);
          const text = given == null ? undefined : readReason(given, 'neutrality');
          if (text && 'problems' in text) return text;
          // A statement belongs to the officer who signs with it. It does not outlive a refusal.
          const { neutrality: _earlier, ...words } = request.words;
          const signed = { ...words, ...(approves && text && { neutrality: text.text }) };
          const { accepted = undefined, decision = undefined } =
            request.half.side === 'ANSWERER' ? request.half : {};
          // An answer on the form alone is given before any look-up, alike whatever there is.
          const work = accepted ? await workOn(request, context) : 'ALL';
          if (!approves && decision && work === 'NONE') throw takenBackOutside();
          const event = { kind: 'DECIDE', by, at, approves, isOutside: work !== 'ALL' } as const;
          const decided = answering(request, event, signed);
          if ('problems' in decided || !approves || !answer || !('classes' in answer)) return decided;
          return withRelease(decided, author, dossier);
        },
      ),
    },
  };

  /** The decision with the release that it creates; where it waits for the deadline, only tried, as it will be then. */
  function withRelease(decided: DecidedRequest, author: Author, dossier: DossierRecord | null): Decided {
    const { contents } = decided;
    const { half } = contents;
    const ends = half.end ?? { kind: 'GRANTED' as const, at: requestDeadline(half) ?? author.at };
    const decision = half.side === 'ANSWERER' ? half.decision : undefined;
    const release = releaseOfAnswer({
      ...contents,
      half: { ...half, end: { ...ends, ...(decision && { answer: decision.answer }) } },
    });
    if (!dossier || !isDossierId(dossier._id) || !release) return refusedStep('NOT_FOUND');
    if (!decision || !isAnswerOn(decision.answer, dossier)) return refusedStep('NOT_FOUND');
    const granted = grantAnswer(dossier, author, release, {
      neutrality: contents.words.neutrality,
      provisions,
    });
    if ('problems' in granted) return granted;
    if (!('step' in granted)) return refusedStep('NOT_FOUND');
    return half.end ? { ...decided, onDossier: { dossier, step: granted.step } } : decided;
  }
}
