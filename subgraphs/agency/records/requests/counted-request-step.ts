import { type Counts, once } from '../dossier/counts.ts';
import type { AnsweringEvent } from './answering-event.ts';
import { type AnsweringHalf, assigneeOf } from './information-request.ts';

/** Requests that an officer takes over in a day from others for whom they do not stand in. */
export const mostTakenOverADay = 20;
/** Questions about the form, of the closed list or in free words, that an officer puts in a day. */
export const mostQuestionsADay = 50;
/** Proposals to refuse a request, or to call it impossible, of an officer in a day: while one waits, no other answer can be proposed. */
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
    return assignee === undefined || standsInFor.includes(assignee)
      ? {}
      : { takenOver: once(mostTakenOverADay) };
  }
  if (event.kind === 'QUESTION') return { questioned: once(mostQuestionsADay) };
  const isRefusal =
    event.kind === 'PROPOSE' && (event.answer.kind === 'REFUSED' || event.answer.kind === 'IMPOSSIBLE');
  return isRefusal ? { refused: once(mostRefusalsADay) } : {};
}
