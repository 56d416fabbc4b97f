import { isDeepStrictEqual } from 'node:util';
import { type Message, newMessageId } from '../messages/message.ts';
import type { AnsweringTransition } from './answering-event.ts';
import type { AskedTransition } from './asked-transition.ts';
import type { InformationRequest } from './information-request.ts';
import type { AnswerersMessage, AskersMessage } from './request-messages.ts';
import type { RequestContents, RequestRecord, RequestWords } from './request-record.ts';
import { isUnread, unreadHalf } from './unread-half.ts';

type Tells = AskersMessage | AnswerersMessage;

/** A request after a change, and the messages that tell of it. */
export interface RequestChange {
  contents: RequestContents;
  messages: Message[];
}

/** The words that people read of a message, beside what the course of a request hangs on. */
function wordsOf(tells: Tells, { half, content, words }: RequestContents): Record<string, unknown> {
  switch (tells.type) {
    case 'concord.request.sent.v1':
      return { ...content };
    case 'concord.request.clarified.v1':
      return { clarification: words.clarification };
    case 'concord.request.questioned.v1':
      return {
        ...(words.question !== undefined && { question: words.question }),
        ...(words.formQuestions && { formQuestions: words.formQuestions }),
      };
    case 'concord.request.extended.v1':
      return { reason: words.extensionReason };
    case 'concord.request.withdrawn.v1':
    case 'concord.request.received.v1':
      return {};
    case 'concord.request.ended.v1': {
      // An end of time has none, whatever was proposed; and NO_DATA is the same bytes, whether officers decided it or nobody did.
      const isDecided = half.side === 'ANSWERER' && half.decision !== undefined;
      if (!words.terms || !isDecided || tells.answer.kind === 'NO_DATA') return {};
      const { handling, remark, withheld, until } = words.terms;
      return {
        handling,
        ...(remark !== undefined && { remark }),
        ...(withheld && { withheld }),
        ...(until && { releaseUntil: until.toISOString() }),
      };
    }
  }
}

/** The message that tells the other agency of a change, with the words that people read of it. */
export function messageOf(tells: Tells, contents: RequestContents, at: Date): Message {
  const { type, ...data } = tells;
  return {
    id: newMessageId(at),
    to: contents.other,
    type,
    at,
    subject: contents._id,
    data: { ...data, ...wordsOf(tells, contents) },
  };
}

/** The record without the columns that follow from it. */
export function contentsOf({
  state: _state,
  lists: _lists,
  due: _due,
  seekAt: _seekAt,
  hiddenAt: _hiddenAt,
  waits: _waits,
  not: _not,
  order: _order,
  assignedTo: _assignedTo,
  pending: _pending,
  ...rest
}: RequestRecord): RequestContents {
  return rest;
}

/** The version that officers are told of: of what changes without their seeing it, the number would tell. */
export const shownVersion = ({ version, unseen = 0 }: Pick<RequestRecord, 'version' | 'unseen'>): number =>
  version - unseen;

/** True if the officers of the agency see the request as before. */
const isUnseen = (before: InformationRequest, after: InformationRequest, at: Date): boolean =>
  isUnread(before) && isUnread(after) && isDeepStrictEqual(unreadHalf(before, at), unreadHalf(after, at));

/**
 * A request after a transition of its half.
 * @returns nothing where nothing has changed, and the refusal of a step that cannot be taken
 */
export function changeOf<Refusal extends string>(
  record: RequestContents,
  transition: AskedTransition | AnsweringTransition,
  at: Date,
  given: RequestWords = record.words,
): RequestChange | { refused: Refusal } | undefined {
  if ('refused' in transition) return { refused: transition.refused as Refusal };
  if ('nothing' in transition) return undefined;
  const half: InformationRequest = transition.request;
  const { waiting, ...others } = given;
  // Words are kept no longer than they wait.
  const words = half.waitingWords && waiting !== undefined ? { ...others, waiting } : others;
  const changed = { ...record, half, words };
  const messages = transition.tells.map((tells) => messageOf(tells, changed, at));
  // The receipts of the asking agency's messages are the evidence of the clock.
  const awaits = half.side === 'ASKER' ? [...(record.awaits ?? []), ...messages.map(({ id }) => id)] : [];
  return {
    contents: {
      ...changed,
      version: record.version + 1,
      ...(isUnseen(record.half, half, at) && { unseen: (record.unseen ?? 0) + 1 }),
      ...(awaits.length > 0 && { awaits }),
    },
    messages,
  };
}
