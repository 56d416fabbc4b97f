import { questionsIn } from '../budgets/price-of.ts';
import { type Counts, once } from '../dossier/counts.ts';
import type { AnsweringEvent } from './answering-event.ts';
import type { AskedEvent } from './asked-transition.ts';
import {
  type AnsweringHalf,
  assigneeOf,
  type InformationRequest,
  isAccepted,
} from './information-request.ts';
import type { RequestContent } from './request-record.ts';
import { droppedOfAnother } from './words/dropped-work.ts';

/** Requests that an officer takes over in a day from others for whom they do not stand in. */
export const mostTakenOverADay = 20;
/** Requests that an officer takes over in a day as a deputy. */
export const mostStoodInADay = 100;
/** Questions about the form that an officer puts in a day. */
export const mostQuestionsADay = 50;
/** The same of the closed list, whose questions go at once and stop the clock. Those in free words of the day count too. */
export const mostListedQuestionsADay = 20;
/** Requests that an officer takes up in a day that nobody has: so many that some are left to others, who take twenty of them over each. */
export const mostTakenUpADay = 30;
/** Requests that a supervisor assigns in a day. */
export const mostAssignedADay = 50;
/** Texts and answers of others that an officer puts away in a day on requests of which no case is theirs. */
export const mostTurnedDownADay = 20;
/** Answers that an officer proposes in a day to accepted requests that are about other cases' dossiers too: while one waits, no other can be proposed. */
export const mostAnsweredOutsideADay = 20;
/** Replies to questions, and reasons of later dates, that an officer writes in a day. */
export const mostWordedADay = 50;
/**
 * Requests that an officer drafts in a day: each waits for a second officer, and no list is to be filled by one. By criteria each counts for
 * the questions that it will cost of the case's budget at the other agency, which all who work on the case share.
 */
export const mostDraftedADay = 50;
/** Proposals to answer with a refusal, IMPOSSIBLE or NO_DATA of an officer in a day: while one waits, no other answer can be proposed. */
export const mostRefusalsADay = 50;

/**
 * The counts of a step for its officer's day. What is counted takes work from other officers, or keeps the other agency waiting, and needs
 * no second officer.
 * @param standsInFor the officer and those whose deputy they are: what is assigned to one of these they may take over more often
 */
export function countedRequestStep(
  half: AnsweringHalf,
  event: AnsweringEvent,
  standsInFor: readonly string[],
): Counts {
  if (event.kind === 'TAKE_UP') {
    const assignee = assigneeOf(half);
    if (assignee === undefined) return { takenUp: once(mostTakenUpADay) };
    return standsInFor.includes(assignee)
      ? { stoodIn: once(mostStoodInADay) }
      : { takenOver: once(mostTakenOverADay) };
  }
  if (event.kind === 'ASSIGN') return { assigned: once(mostAssignedADay) };
  if (event.kind === 'QUESTION')
    return { questioned: once(event.isListed ? mostListedQuestionsADay : mostQuestionsADay) };
  if (event.kind === 'EXTEND') return { worded: once(mostWordedADay) };
  // Silence ends a request as NO_DATA does, and a proposal of either keeps others from answering it.
  const givesNothing = event.kind === 'PROPOSE' && !('classes' in event.answer);
  return givesNothing ? { refused: once(mostRefusalsADay) } : {};
}

/** The same of a step of the agency that asks. */
export const countedAskedStep = ({ kind }: AskedEvent): Counts =>
  kind === 'CLARIFY' ? { worded: once(mostWordedADay) } : {};

/** The counts of a draft. */
export const countedDraft = ({ subject }: Pick<RequestContent, 'subject'>) => ({
  drafted: { number: 'criteria' in subject ? questionsIn(subject.criteria) : 1, most: mostDraftedADay },
});

/** The answer that waits on a request whose form was found in order. */
const waitingAnswer = (half: InformationRequest) =>
  half.side === 'ANSWERER' && half.accepted ? half.proposal : undefined;

/**
 * True where a step on a received request that is unread puts away what has only held others up: an answer on the form, without which the
 * request is open again, or a question in whose place the step puts something that is counted itself.
 */
function isHoldUp(before: InformationRequest, after: InformationRequest): boolean {
  if (before.side !== 'ANSWERER' || isAccepted(before)) return false;
  const isReplaced = after.droppedWords?.at(-1)?.dropped.how === 'REPLACED';
  return isAccepted(after) || before.proposal !== undefined || isReplaced;
}

/** On how much of what a request is about an officer works. */
export type Work = 'ALL' | 'SOME' | 'NONE';

/**
 * The counts of a step whose officer does not work on all that a request is about: of the answer that it proposes, beside which nobody can
 * propose another one, and of the work of others that it puts away without working on any of it. Whoever works on one of the dossiers puts away
 * what is proposed about a likeness of it as often as that is proposed. What has only held others up is put away uncounted, so that nobody's
 * questions keep an officer from that work.
 * @param work that the officer does on what the request is about; none on a received one before its form was found in order
 */
export function countedOutside(half: InformationRequest, after: InformationRequest, work: Work): Counts {
  const proposes = waitingAnswer(after) && !waitingAnswer(half);
  const drops = droppedOfAnother(half, after) && !isHoldUp(half, after);
  return {
    ...(proposes && work !== 'ALL' && { answeredOutside: once(mostAnsweredOutsideADay) }),
    ...(drops && work === 'NONE' && { turnedDown: once(mostTurnedDownADay) }),
  };
}
