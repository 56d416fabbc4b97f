import type { Message } from '../messages/message.ts';
import { endedMessageOf } from './answering-transition.ts';
import type { AnsweringHalf, AskedHalf } from './information-request.ts';
import { messageOf } from './request-change.ts';
import type { AnswerersMessage, AskersMessage } from './request-messages.ts';
import type { RequestContents } from './request-record.ts';
import { evidenceOf } from './words/words-of-answerer.ts';

/** All that the asking agency has told the other of a request, in the order of its course; nothing of a draft. */
export function toldByAsker(half: AskedHalf): AskersMessage[] {
  const { id: request, urgency, classes } = half;
  if (!half.sentAt) return [];
  return [
    { type: 'concord.request.sent.v1', request, urgency, classes: [...classes] },
    ...(half.clarifiedAt ? [{ type: 'concord.request.clarified.v1' as const, request }] : []),
    ...(half.withdrawn ? [{ type: 'concord.request.withdrawn.v1' as const, request }] : []),
  ];
}

/** The answering agency's word on its receipt. */
export const receivedMessageOf = (half: AnsweringHalf): AnswerersMessage => ({
  type: 'concord.request.received.v1',
  ...evidenceOf(half),
  at: half.receivedAt.toISOString(),
});

/** All that the answering agency has told the other of a request, in the order of its course. */
export function toldByAnswerer(half: AnsweringHalf): AnswerersMessage[] {
  const { clarification, extension, end, hasToldEnd } = half;
  const evidence = evidenceOf(half);
  const told = [receivedMessageOf(half)];
  if (clarification)
    told.push({ type: 'concord.request.questioned.v1', ...evidence, at: clarification.at.toISOString() });
  if (extension)
    told.push({
      type: 'concord.request.extended.v1',
      ...evidence,
      at: extension.at.toISOString(),
      until: extension.until.toISOString(),
    });
  if (end && hasToldEnd) told.push(endedMessageOf(half, end));
  return told;
}

/**
 * The messages that state anew what an agency has told another of a request, where one of their databases was restored. Each changes
 * nothing at an agency that has it already.
 */
export function restatedRequest(request: RequestContents, at: Date): Message[] {
  const { half } = request;
  const told = half.side === 'ASKER' ? toldByAsker(half) : toldByAnswerer(half);
  return told.map((tells) => messageOf(tells, request, at));
}
