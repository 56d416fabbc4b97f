import type { Action } from '../../../../../terms/actions.ts';
import { askedTransition } from '../asked-transition.ts';
import { subjectProblems } from '../deputy.ts';
import { refusedStep } from '../refused-step.ts';
import { afterTransition, answering, asking } from './after-transition.ts';
import { answerDecided, answerProposed, classesToDecide, classesToPropose } from './answer-steps.ts';
import type { AskedOnRequest, Decided, StepInput, StepOnRequest } from './step-on-request.ts';
import {
  clarified,
  classesToCountersign,
  classesToExtend,
  extended,
  questioned,
  questionedByList,
  wordsCountersigned,
} from './words-steps.ts';

/** Sends a draft in the same write in which it is authorised. */
function authorised({ request, author: { by, at } }: AskedOnRequest): Decided {
  const { half } = request;
  if (half.side !== 'ASKER') return refusedStep('OTHER_REQUEST');
  const after = askedTransition(half, { kind: 'AUTHORISE', by, at });
  const sent = 'request' in after ? askedTransition(after.request, { kind: 'SEND', at }) : after;
  return afterTransition(request, sent, at);
}

function assigned({
  request,
  author: { by, at },
  input: { to },
}: AskedOnRequest<StepInput & { to: string }>): Decided {
  const problems = subjectProblems(to, 'to');
  return problems.length > 0 ? { problems } : answering(request, { kind: 'ASSIGN', by, at, to });
}

/** The steps of officers on requests, two at the agency that asks and two at the one that answers: what each needs, and what it does. */
export const requestSteps = {
  authoriseRequest: { reachesAbroad: true, needsCriteria: true, decide: authorised },
  withdrawRequest: {
    needsCase: true,
    decide: ({ request, author: { by, at } }) => asking(request, { kind: 'WITHDRAW', by, at }),
  },
  closeRequest: {
    needsCase: true,
    decide: ({ request, author: { by, at } }) => asking(request, { kind: 'CLOSE', by, at }),
  },
  clarifyRequest: { reachesAbroad: true, decide: clarified },
  takeUpRequest: {
    takesOver: true,
    decide: ({ request, author: { by, at } }, { standsInFor }) =>
      answering(request, { kind: 'TAKE_UP', by, at }, request.words, standsInFor),
  },
  assignRequest: { decide: assigned },
  questionForm: { reachesAbroad: true, decide: questionedByList },
  questionRequest: { reachesAbroad: true, decide: questioned },
  countersignWords: {
    reachesAbroad: true,
    needsCase: true,
    classesRead: classesToCountersign,
    looksAtSubject: 'ONCE_ACCEPTED',
    decide: wordsCountersigned,
  },
  acceptRequest: {
    looksAtSubject: 'ALWAYS',
    decide: ({ request, author: { by, at } }) => answering(request, { kind: 'ACCEPT', by, at }),
  },
  extendRequest: {
    reachesAbroad: true,
    classesRead: classesToExtend,
    looksAtSubject: 'ONCE_ACCEPTED',
    decide: extended,
  },
  proposeAnswer: {
    reachesAbroad: true,
    classesRead: classesToPropose,
    looksAtSubject: 'ONCE_ACCEPTED',
    isOfAnswer: true,
    choosesDossier: true,
    decide: answerProposed,
  },
  decideAnswer: {
    reachesAbroad: true,
    classesRead: classesToDecide,
    looksAtSubject: 'ONCE_ACCEPTED',
    isOfAnswer: true,
    weighsWork: true,
    decide: answerDecided,
  },
} as const satisfies Partial<Record<Action, StepOnRequest>>;

/** An action on a request that there is. */
export type RequestAction = keyof typeof requestSteps;
