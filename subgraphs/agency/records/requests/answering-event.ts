import type { AnsweringHalf, RequestAnswer } from './information-request.ts';
import type { AnswerersMessage, AskersMessage, ProvenType } from './request-messages.ts';
import type { WordsRefusal } from './words/waiting-words.ts';

/** An event in the life of a request at the agency that answers: a step of its officers, a message, or time. */
export type AnsweringEvent =
  /** A liaison officer answers for it from here on, in place of whoever did before. */
  | { kind: 'TAKE_UP'; by: string; at: Date }
  /** A supervisor has a liaison officer answer for it. */
  | { kind: 'ASSIGN'; by: string; at: Date; to: string }
  /** A question about its form. One of the closed list is sent at once, one in free words waits for a second officer. */
  | { kind: 'QUESTION'; by: string; at: Date; isListed: boolean }
  /** The form is in order. The subject is looked up again: by a warning's reference it may have come to be known since it arrived. */
  | { kind: 'ACCEPT'; by: string; at: Date }
  /** A later date, whose reason waits for a second officer. */
  | { kind: 'EXTEND'; by: string; at: Date; until: Date }
  /** A second officer's word on the free words that wait. */
  | { kind: 'SIGN_WORDS'; by: string; at: Date; approves: boolean }
  | { kind: 'PROPOSE'; by: string; at: Date; answer: RequestAnswer }
  /** `isOutside`: there is a dossier that holds what it asks about, on no case of which its officer works. */
  | { kind: 'DECIDE'; by: string; at: Date; approves: boolean; isOutside?: boolean }
  /** The subject has come to be known after the form was found in order: the request is as it would be, had it been known then. */
  | { kind: 'FOUND'; at: Date; isHeld: boolean }
  /** A message of the asking agency, at the time of its receipt. */
  | { kind: 'TOLD'; type: AskersMessage['type']; at: Date }
  /** An own receipt that the asking agency tells back, of a message that this agency had lost; its time may be long ago. */
  | { kind: 'PROVEN'; type: ProvenType; receivedAt: Date; at: Date }
  /** Time has passed. */
  | { kind: 'TIME'; at: Date };

/** An officer's step. */
export type OfficersEvent = Extract<AnsweringEvent, { by: string }>;

export type AnsweringRefusal =
  | 'ENDED'
  | 'ALREADY_ASSIGNED'
  | 'CLARIFICATION_OPEN'
  | 'ALREADY_QUESTIONED'
  | 'ALREADY_ACCEPTED'
  | 'NOT_ACCEPTED'
  | 'NOT_FOUND'
  | 'NOT_HELD'
  | 'ALREADY_EXTENDED'
  | 'NOT_LATER'
  | 'TOO_LATE'
  | 'TOO_LONG'
  | 'ALREADY_PROPOSED'
  | 'NOT_PROPOSED'
  | 'ALREADY_DECIDED'
  | WordsRefusal
  | 'CLASSES_NOT_ASKED'
  | 'NOT_ALL_CLASSES'
  | 'ALL_CLASSES';

export type AnsweringTransition =
  | { request: AnsweringHalf; tells: AnswerersMessage[] }
  | { refused: AnsweringRefusal }
  | { nothing: true };
