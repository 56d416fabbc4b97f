import { type Counts, once } from '../dossier/counts.ts';
import type { AnsweringEvent } from './answering-event.ts';
import type { AskedEvent } from './asked-transition.ts';
import { type AnsweringHalf, assigneeOf, type InformationRequest } from './information-request.ts';
import type { RequestContents } from './request-record.ts';
import { droppedOfAnother } from './words/dropped-work.ts';

/** Requests that an officer takes over in a day from others for whom they do not stand in. */
export const mostTakenOverADay = 20;
/** Questions about the form that an officer puts in a day. */
export const mostQuestionsADay = 50;
/** Those among them after which none of the closed list can be put: it goes at once, and stops the clock until the other agency answers. */
export const mostListedQuestionsADay = 20;
/** Requests that an officer takes up in a day that nobody has: so many that some are left to others, who take twenty of them over each. */
export const mostTakenUpADay = 30;
/** Texts and answers of others that an officer puts away in a day on requests of which no case is theirs. */
export const mostTurnedDownADay = 20;
/** Answers that an officer proposes in a day to accepted requests of which no case is theirs: while one waits, no other can be proposed. */
export const mostAnsweredOutsideADay = 20;
/** Replies to questions, and reasons of later dates, that an officer writes in a day. */
export const mostWordedADay = 50;
/** Proposals to answer with a refusal, IMPOSSIBLE or NO_DATA of an officer in a day: while one waits, no other answer can be proposed. */
export const mostRefusalsADay = 50;

/**
 * The counts of a step for its officer's day. What is counted takes work from other officers, or keeps the other agency waiting, and needs
 * no second officer.
 * @param standsInFor the officer and those whose deputy they are: what is assigned to one of these they may take over as often as need be
 */
export function countedRequestStep(
  half: AnsweringHalf,
  event: AnsweringEvent,
  standsInFor: readonly string[],
): Counts {
  if (event.kind === 'TAKE_UP') {
    const assignee = assigneeOf(half);
    if (assignee === undefined) return { takenUp: once(mostTakenUpADay) };
    return standsInFor.includes(assignee) ? {} : { takenOver: once(mostTakenOverADay) };
  }
  if (event.kind === 'QUESTION')
    return { questioned: once(event.isListed ? mostListedQuestionsADay : mostQuestionsADay) };
  if (event.kind === 'EXTEND') return { worded: once(mostWordedADay) };
  // Silence ends a request as NO_DATA does, and a proposal of either keeps others from answering it.
  const givesNothing = event.kind === 'PROPOSE' && !('classes' in event.answer);
  return givesNothing ? { refused: once(mostRefusalsADay) } : {};
}

const isAccepted = (half: InformationRequest): boolean =>
  half.side === 'ANSWERER' && half.accepted !== undefined;

/** The same of a step of the agency that asks. */
export const countedAskedStep = ({ kind }: AskedEvent): Counts =>
  kind === 'CLARIFY' ? { worded: once(mostWordedADay) } : {};

type Answered = Extract<InformationRequest, { side: 'ANSWERER' }>;

/**
 * True where what a step puts away has only held others up. On an unread request that is an answer on its form, which leaves it open, or a question
 * in whose place the step puts something that is counted itself.
 */
function isHoldUp(before: Answered, after: Answered): boolean {
  if (isAccepted(before)) return false;
  return (
    isAccepted(after) ||
    before.proposal !== undefined ||
    after.droppedWords?.at(-1)?.dropped.how === 'REPLACED'
  );
}

/**
 * What a step counts on a request of none of its officer's cases, which are known of one that was received once its form was found in order:
 * the work of others that it puts away, and the answer that it proposes, beside which nobody can propose another one. What only holds others up is put away
 * by anybody, uncounted: nobody is kept from that by the questions of others.
 */
export function countedOutside(
  { half, content, cases = [] }: Pick<RequestContents, 'half' | 'content' | 'cases'>,
  after: InformationRequest,
  own: readonly string[],
): Counts {
  if ((half.side === 'ASKER' ? [content.case] : cases).some((number) => own.includes(number))) return {};
  const ofAnswerer =
    half.side === 'ANSWERER' && after.side === 'ANSWERER' ? { before: half, after } : undefined;
  const proposes = ofAnswerer && isAccepted(half) && !ofAnswerer.before.proposal && ofAnswerer.after.proposal;
  const drops =
    droppedOfAnother(half, after) && !(ofAnswerer && isHoldUp(ofAnswerer.before, ofAnswerer.after));
  return {
    ...(proposes && { answeredOutside: once(mostAnsweredOutsideADay) }),
    ...(drops && { turnedDown: once(mostTurnedDownADay) }),
  };
}
