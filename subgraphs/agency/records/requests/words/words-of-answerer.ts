import type { AnsweringRefusal, AnsweringTransition, OfficersEvent } from '../answering-event.ts';
import type { AnsweringHalf, OfficerStep } from '../information-request.ts';
import { longestExtension, requestDeadline } from '../request-deadline.ts';
import type { AnswerersMessage } from '../request-messages.ts';
import { dropWords, signWords, withoutWords } from './waiting-words.ts';

/** The times that prove the deadline, with every message. */
export const evidenceOf = ({ id, receivedAt, clarification }: AnsweringHalf) => ({
  request: id,
  receivedAt: receivedAt.toISOString(),
  ...(clarification?.answeredAt && { clarifiedAt: clarification.answeredAt.toISOString() }),
});

/** The reason why a request takes no such later date; it is judged when the date is written down, and again when it is sent. */
export function extensionRefusal(
  request: AnsweringHalf,
  at: Date,
  until: Date,
): AnsweringRefusal | undefined {
  // Before that nothing is looked up, so that no refusal tells what a look-up would find.
  if (!request.accepted) return 'NOT_ACCEPTED';
  // To an agency that holds nothing, a longer time would tell that there is something to decide on.
  if (!request.isHeld) return 'NOT_HELD';
  if (request.extension) return 'ALREADY_EXTENDED';
  // It would put off what two officers have decided, past the end of what they have granted.
  if (request.decision) return 'ALREADY_DECIDED';
  const deadline = requestDeadline(request);
  if (!deadline) return 'CLARIFICATION_OPEN';
  if (deadline <= at) return 'TOO_LATE';
  if (until <= deadline) return 'NOT_LATER';
  return until.getTime() - request.receivedAt.getTime() > longestExtension ? 'TOO_LONG' : undefined;
}

function extended(request: AnsweringHalf, at: Date, until: Date): AnsweringTransition {
  const refused = extensionRefusal(request, at, until);
  if (refused) return { refused };
  const message: AnswerersMessage = {
    type: 'concord.request.extended.v1',
    ...evidenceOf(request),
    at: at.toISOString(),
    until: until.toISOString(),
  };
  return { request: { ...request, extension: { at, until } }, tells: [message] };
}

/** The reason why a request takes no question about its form. */
export function questionRefusal({
  proposal,
  clarification,
  accepted,
}: AnsweringHalf): AnsweringRefusal | undefined {
  if (proposal) return 'ALREADY_PROPOSED';
  if (clarification) return 'ALREADY_QUESTIONED';
  return accepted ? 'ALREADY_ACCEPTED' : undefined;
}

/** The question as it is sent: only from here on the clock stands still. */
export function questioned(request: AnsweringHalf, at: Date): AnsweringTransition {
  const refused = questionRefusal(request);
  if (refused) return { refused };
  const message: AnswerersMessage = {
    type: 'concord.request.questioned.v1',
    ...evidenceOf(request),
    at: at.toISOString(),
  };
  return { request: { ...withoutWords(request), clarification: { at } }, tells: [message] };
}

/** The same by the closed list, which one officer asks by alone; it takes the place of words that wait. */
export const questionedByList = (request: AnsweringHalf, { by, at }: OfficerStep): AnsweringTransition =>
  questioned({ ...dropWords(request, { by, at }), questioned: { by, at } }, at);

/** The free words that wait, sent or turned down by a second officer. */
export function wordsSigned(
  request: AnsweringHalf,
  event: Extract<OfficersEvent, { kind: 'SIGN_WORDS' }>,
): AnsweringTransition {
  const after = signWords(request, event);
  if ('refused' in after) return after;
  if ('turnedDown' in after) return { request: after.turnedDown, tells: [] };
  const { signed, words } = after;
  return words.until ? extended(signed, event.at, words.until) : questioned(signed, event.at);
}
