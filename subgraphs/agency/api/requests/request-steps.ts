import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { isDossierId } from '../../../../terms/agencies.ts';
import type { InformationClass } from '../../../../terms/enums.ts';
import { stepRequest } from '../../actions/step-request.ts';
import type { DecidedRequest } from '../../actions/write-request.ts';
import type { Action } from '../../permissions/actions.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { releaseRulesOf } from '../../permissions/policy.ts';
import { readReason } from '../../records/checks/read-text.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { grantAnswer } from '../../records/dossier/releases/release-steps.ts';
import type { Author } from '../../records/dossier/step.ts';
import type { Problem } from '../../records/problem.ts';
import { type AnsweringEvent, answeringTransition } from '../../records/requests/answering-transition.ts';
import { type AskedEvent, askedTransition } from '../../records/requests/asked-transition.ts';
import { proposedAnswer } from '../../records/requests/proposed-answer.ts';
import { refusedStep } from '../../records/requests/refused-step.ts';
import { releaseOfAnswer } from '../../records/requests/release-of-answer.ts';
import { changeOf } from '../../records/requests/request-change.ts';
import { requestDeadline } from '../../records/requests/request-deadline.ts';
import type { RequestContents, RequestRecord, RequestWords } from '../../records/requests/request-record.ts';
import { authorOf } from '../context/author-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandGroundAbroad, demandReading } from '../execution/demand-reading.ts';
import { draftRequest } from './draft-request.ts';
import { shownRequest } from './shown-request.ts';

type Decided = DecidedRequest | { problems: Problem[] };

/** Any step on a request names it. */
interface Target {
  request: string;
  version?: number;
}

type Decide<Input> = (
  request: RequestContents,
  author: Author,
  input: Input,
  dossier: DossierRecord | null,
  context: RequestContext,
) => Decided;

type Refusal = Parameters<typeof refusedStep>[0];

/** A change in words that its refusal has too. */
function decidedBy(change: ReturnType<typeof changeOf<Refusal>>, before: RequestContents): Decided {
  if (!change) return { contents: { ...before, version: before.version + 1 }, messages: [] };
  return 'refused' in change ? refusedStep(change.refused) : change;
}

/** A step of the asking agency. */
const asking =
  <Input>(
    eventOf: (author: Author) => AskedEvent,
    wordsOf: (input: Input, words: RequestWords) => RequestWords,
  ) =>
  (request: RequestContents, author: Author, input: Input): Decided => {
    const { half, words } = request;
    if (half.side !== 'ASKER') return refusedStep('NOT_SENT');
    const transition = askedTransition(half, eventOf(author));
    return decidedBy(changeOf<Refusal>(request, transition, author.at, wordsOf(input, words)), request);
  };

/** A step of the agency that is asked. */
function answering(
  request: RequestContents,
  event: AnsweringEvent,
  words: RequestWords = request.words,
): Decided {
  const { half } = request;
  if (half.side !== 'ANSWERER') return refusedStep('OTHER_REQUEST');
  return decidedBy(changeOf<Refusal>(request, answeringTransition(half, event), event.at, words), request);
}

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

/** Demands that an officer may read the dossier that a step is about, and the classes that it opens. */
function demandReadingOf(
  dossier: DossierRecord | null,
  classes: readonly InformationClass[],
  context: RequestContext,
): void {
  if (!dossier) return;
  context.reads.note(dossier);
  demandReading(context, dossier, [...new Set<InformationClass>(['CASE', ...classes])]);
}

/** The steps of officers on requests: two at the agency that asks, and two at the one that answers. */
export function requestSteps(definition: AgencyDefinition): Resolvers<RequestContext> {
  const { agency, policy, provisions } = definition;

  const onRequest =
    <Input extends Target>(action: Action, decide: Decide<Input>) =>
    async (_source: unknown, { input }: { input: Input }, context: RequestContext) => {
      if (action === 'authoriseRequest') demandGroundAbroad(context, action);
      const author = authorOf(context, action, input);
      const { request: id, version } = input;
      const outcome = await stepRequest(context.stores, author, {
        id,
        ...(version !== undefined && { version }),
        isKnown: async (request: RequestRecord) => (await shownRequest(request, context)) !== undefined,
        decide: (request, dossier) => decide(request, author, input, dossier, context),
      });
      return 'request' in outcome ? { __typename: 'RecordedRequest', ...outcome } : outcome;
    };

  return {
    DraftRequestResult: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    RequestResult: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    [`${typePrefixOf(definition)}Mutation`]: {
      draftRequest: draftRequest(definition),
      authoriseRequest: onRequest('authoriseRequest', authorised),
      withdrawRequest: onRequest(
        'withdrawRequest',
        asking(({ by, at }) => ({ kind: 'WITHDRAW', by, at }), unchanged),
      ),
      closeRequest: onRequest(
        'closeRequest',
        asking(({ by, at }) => ({ kind: 'CLOSE', by, at }), unchanged),
      ),
      clarifyRequest: onRequest<Target & { text: string }>('clarifyRequest', (request, author, input) => {
        const text = readReason(input.text, 'text');
        if ('problems' in text) return text;
        const { by, at } = author;
        const words = { ...request.words, clarification: text.text };
        return asking(
          () => ({ kind: 'CLARIFY', by, at }),
          () => words,
        )(request, author, input);
      }),
      takeUpRequest: onRequest('takeUpRequest', (request, { by, at }) =>
        answering(request, { kind: 'TAKE_UP', by, at }),
      ),
      questionRequest: onRequest<Target & { text: string }>(
        'questionRequest',
        (request, { by, at }, { text: given }) => {
          const text = readReason(given, 'text');
          if ('problems' in text) return text;
          return answering(request, { kind: 'QUESTION', by, at }, { ...request.words, question: text.text });
        },
      ),
      acceptRequest: onRequest('acceptRequest', (request, { by, at }, _input, dossier) => {
        // Not to be told of, its lists lose it: in them are the cases of what was found alone.
        const found = {
          ...request,
          ...(dossier && request.dossier !== undefined && { cases: dossier.cases }),
        };
        return answering(found, { kind: 'ACCEPT', by, at });
      }),
      extendRequest: onRequest<Target & { until: string; reason: string }>(
        'extendRequest',
        (request, { by, at }, { until, reason: given }, dossier, context) => {
          if (request.half.side === 'ANSWERER' && request.half.accepted)
            demandReadingOf(dossier, [], context);
          const reason = readReason(given);
          if ('problems' in reason) return reason;
          const words = { ...request.words, extensionReason: reason.text };
          return answering(request, { kind: 'EXTEND', by, at, until: new Date(until) }, words);
        },
      ),
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
        (request, author, { approves, neutrality: given }, dossier, context) => {
          const { by, at } = author;
          const answer = request.half.side === 'ANSWERER' ? request.half.proposal?.answer : undefined;
          if (answer && 'classes' in answer) demandReadingOf(dossier, answer.classes, context);
          const text = given == null ? undefined : readReason(given, 'neutrality');
          if (text && 'problems' in text) return text;
          const words = { ...request.words, ...(text && { neutrality: text.text }) };
          const decided = answering(request, { kind: 'DECIDE', by, at, approves }, words);
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
    const granted = grantAnswer(dossier, author, release, {
      neutrality: contents.words.neutrality,
      provisions,
    });
    if ('problems' in granted) return granted;
    if (!('step' in granted)) return refusedStep('NOT_FOUND');
    return half.end ? { ...decided, onDossier: { dossier, step: granted.step } } : decided;
  }
}
