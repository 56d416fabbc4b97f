import { isDossierId } from '../../../../../terms/agencies.ts';
import { readReason } from '../../checks/read-text.ts';
import { grantAnswer } from '../../dossier/releases/release-steps.ts';
import { isAccepted } from '../information-request.ts';
import { type GivenAnswer, proposedAnswer } from '../proposed-answer.ts';
import { refusedStep } from '../refused-step.ts';
import { isAnswerOn, releaseOfAnswer } from '../release-of-answer.ts';
import { requestDeadline } from '../request-deadline.ts';
import { answering } from './after-transition.ts';
import type { AskedOnRequest, Decided, DecidedStep, StepFacts, StepInput } from './step-on-request.ts';

type Proposal = AskedOnRequest<StepInput & GivenAnswer>;

const answerIn = ({ input, request, author: { at }, own: { agency: owner, releases: rules } }: Proposal) =>
  proposedAnswer(input, request, { owner, rules, now: at });

/** The classes that an answer opens, where it is in order. */
export function classesToPropose(asked: Proposal) {
  if (!isAccepted(asked.request.half)) return undefined;
  const read = answerIn(asked);
  return 'answer' in read && 'classes' in read.answer ? read.answer.classes : [];
}

/** An officer proposes an answer. */
export function answerProposed(asked: Proposal): Decided {
  const { request, author } = asked;
  const { by, at } = author;
  const read = answerIn(asked);
  if ('problems' in read) return read;
  const words = { ...request.words, terms: read.terms };
  return answering(request, { kind: 'PROPOSE', by, at, answer: read.answer }, words);
}

type Decision = AskedOnRequest<StepInput & { approves: boolean; neutrality?: string | null }>;

/** The decision with the release that it creates; where it waits for the deadline, only tried, as it will be then. */
function withRelease(
  decided: DecidedStep,
  { author, own: { provisions } }: Decision,
  dossier: StepFacts['dossier'],
): Decided {
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

const proposedOn = ({ request: { half } }: AskedOnRequest) =>
  half.side === 'ANSWERER' ? half.proposal?.answer : undefined;

/** The classes that a proposed answer opens. */
export function classesToDecide(asked: AskedOnRequest) {
  const answer = proposedOn(asked);
  return answer && 'classes' in answer ? answer.classes : undefined;
}

/** A second officer grants or turns down the answer that is proposed. */
export function answerDecided(asked: Decision, { dossier, work }: StepFacts): Decided {
  const {
    request,
    author: { by, at },
    input: { approves, neutrality: given },
  } = asked;
  const { half } = request;
  const answer = proposedOn(asked);
  const text = given == null ? undefined : readReason(given, 'neutrality');
  if (text && 'problems' in text) return text;
  // Done in the last minute, it would leave those who work on the dossier no time to decide again.
  if (!approves && half.side === 'ANSWERER' && half.decision && work === 'NONE')
    return { forbidden: 'TAKEN_BACK_OUTSIDE' };
  // A statement belongs to the officer who signs with it. It does not outlive a refusal.
  const { neutrality: _earlier, ...words } = request.words;
  const signed = { ...words, ...(approves && text && { neutrality: text.text }) };
  const event = { kind: 'DECIDE', by, at, approves, isOutside: work !== 'ALL' } as const;
  const decided = answering(request, event, signed);
  if (!('contents' in decided) || !approves || !answer || !('classes' in answer)) return decided;
  return withRelease(decided, asked, dossier);
}
