import { type Counts, once } from '../dossier/counts.ts';
import type { AnsweringEvent } from './answering-event.ts';
import type { AskedEvent } from './asked-transition.ts';
import { type AnsweringHalf, assigneeOf, type InformationRequest } from './information-request.ts';
import type { RequestContents } from './request-record.ts';
import { droppedOfAnother } from './words/dropped-work.ts';

/** Requests that an officer takes over in a day from others for whom they do not stand in. */
export const mostTakenOverADay = 20;
/** Questions about the form, of the closed list or in free words, that an officer puts in a day. */
export const mostQuestionsADay = 50;
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
  if (event.kind === 'QUESTION') return { questioned: once(mostQuestionsADay) };
  if (event.kind === 'EXTEND') return { worded: once(mostWordedADay) };
  // Silence ends a request as NO_DATA does, and a proposal of either keeps others from answering it.
  if (event.kind !== 'PROPOSE') return {};
  return {
    ...(event.isOutside && { answeredOutside: once(mostAnsweredOutsideADay) }),
    ...(!('classes' in event.answer) && { refused: once(mostRefusalsADay) }),
  };
}

const isAccepted = (half: InformationRequest): boolean =>
  half.side === 'ANSWERER' && half.accepted !== undefined;

/** True for an officer of none of a request's cases; an answering agency knows of one once its form was found in order. */
export const isOutside = (
  { half, content, cases = [] }: Pick<RequestContents, 'half' | 'content' | 'cases'>,
  own: readonly string[],
): boolean => !(half.side === 'ASKER' ? [content.case] : cases).some((number) => own.includes(number));

/** True where a step puts an answer away that anybody may: one on the form alone, which leaves the request open, or one from outside. */
function freesAnswer(before: InformationRequest, after: InformationRequest): boolean {
  if (before.side !== 'ANSWERER' || after.side !== 'ANSWERER') return false;
  const { proposal, accepted } = before;
  return proposal !== undefined && !after.proposal && (proposal.isOutside || !accepted);
}

/** The same of a step of the agency that asks. */
export const countedAskedStep = ({ kind }: AskedEvent): Counts =>
  kind === 'CLARIFY' ? { worded: once(mostWordedADay) } : {};

/**
 * The count of a step that puts another officer's work away, on a request of none of the officer's cases. Accepting a request does not count,
 * although it drops a question that waits, nor does turning down what holds others up: nobody is kept from that work by others.
 */
export function countedDropping(
  request: Pick<RequestContents, 'half' | 'content' | 'cases'>,
  after: InformationRequest,
  own: readonly string[],
): Counts {
  const { half } = request;
  const isFree = (isAccepted(after) && !isAccepted(half)) || freesAnswer(half, after);
  return !isFree && isOutside(request, own) && droppedOfAnother(half, after)
    ? { turnedDown: once(mostTurnedDownADay) }
    : {};
}
