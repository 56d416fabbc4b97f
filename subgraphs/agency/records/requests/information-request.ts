import type { Agency } from '../../../../terms/agencies.ts';
import type { DecidedClass, RefusalGround, RequestUrgency, WordedStep } from '../../../../terms/enums.ts';

/** Grounds that can be seen from the request alone, so that they tell nothing of a record. */
export const formalGrounds: readonly RefusalGround[] = [
  'INCOMPLETE',
  'NOT_NECESSARY',
  'OFFENCE_NOT_LISTED',
  'BELOW_ONE_YEAR',
];

/** An answer that an officer proposes and another one decides. GRANTED and PARTIAL are a release of these classes. */
export type RequestAnswer =
  | { kind: 'GRANTED' | 'PARTIAL'; classes: readonly DecidedClass[]; release: string }
  | { kind: 'REFUSED'; ground: RefusalGround }
  /** A ground of form alone, which says nothing of whether a record exists. */
  | { kind: 'IMPOSSIBLE' }
  | { kind: 'NO_DATA' };

/** The one end of a request that was sent. */
export interface RequestEnd {
  kind: RequestAnswer['kind'] | 'LAPSED' | 'WITHDRAWN';
  at: Date;
  answer?: RequestAnswer;
}

/** An officer's step. */
export interface OfficerStep {
  by: string;
  at: Date;
}

/** A question about the form of a request. The clock stands still until its answer is stored by the agency that asked it. */
export interface Clarification {
  /** By the clock of the agency that asks it. */
  at: Date;
  /** The time of the receipt for the answer, by the same clock. */
  answeredAt?: Date;
}

/**
 * Free words for the other agency that wait for a second officer. Nobody abroad has read them, and no clock minds them: until they are
 * sent there is no question, no answer to one, and no later date.
 */
export interface WaitingWords extends OfficerStep {
  of: WordedStep;
  /** For an extension: the later date. */
  until?: Date;
}

/** Free words that were sent, with both officers who stand for them. */
export interface SignedWords extends WaitingWords {
  signed: OfficerStep;
}

/** Free words that wait no more and were never sent: an officer put something else in their place, or turned them down. */
export interface DroppedWords extends WaitingWords {
  dropped: OfficerStep & { how: 'REPLACED' | 'TURNED_DOWN' };
}

/** A proposed answer that a second officer has turned down, or taken back before it was told; what it was is not kept. */
export interface DroppedAnswer extends OfficerStep {
  /** The decision that was taken back. */
  decided?: OfficerStep;
  dropped: OfficerStep;
}

/** A longer time to answer, told once, before the deadline. */
export interface Extension {
  at: Date;
  until: Date;
}

/**
 * The part that both halves of a request have. All times that the deadline hangs on are the answering agency's, and each stands in a
 * signed receipt or message of it, so that both agencies count from the same evidence however far their clocks are apart.
 */
interface RequestHalf {
  id: string;
  /** The agency that asks. */
  asker: Agency;
  /** The agency that answers. */
  answerer: Agency;
  urgency: RequestUrgency;
  classes: readonly DecidedClass[];
  /** The time of the receipt for the request. */
  receivedAt?: Date;
  clarification?: Clarification;
  extension?: Extension;
  waitingWords?: WaitingWords;
  signedWords?: readonly SignedWords[];
  /** The last of them, without their text, which is kept no longer than it waits. */
  droppedWords?: readonly DroppedWords[];
  /**
   * The agency that asks held a hit or a link on the subject when it asked. To one that held neither, nothing may tell before
   * the deadline that there is anything to decide on.
   */
  isHeld: boolean;
  /** An end that is on record. Others follow from time alone, see `endOf`. */
  end?: RequestEnd;
}

/** The half of the agency that asks. */
export interface AskedHalf extends RequestHalf {
  side: 'ASKER';
  drafted: OfficerStep;
  authorised?: OfficerStep;
  sentAt?: Date;
  /** The answer to a clarification is on its way. */
  clarifiedAt?: Date;
  /** It holds at once, unless the request turns out to have ended before the withdrawal arrived. */
  withdrawn?: OfficerStep;
  /** The time of the receipt for the withdrawal. */
  withdrawalReceivedAt?: Date;
  closed?: OfficerStep;
}

/** A liaison officer answers for a request from here on. */
export interface TakenUp extends OfficerStep {
  /** The supervisor who has assigned it to them; absent where they took it up themselves. */
  assignedBy?: string;
}

/** The half of the agency that answers. */
export interface AnsweringHalf extends RequestHalf {
  side: 'ANSWERER';
  receivedAt: Date;
  /** There is a record that the asking agency may learn of. A record that it may not learn of counts as none. */
  isFound: boolean;
  /** The last of the liaison officers who have taken it up, or to whom it was assigned, one after the other; it is the last one's. */
  takenUp?: readonly TakenUp[];
  /** The officer who has asked about its form by the closed list. */
  questioned?: OfficerStep;
  /** The form is in order; only from here on is the subject looked up. */
  accepted?: OfficerStep;
  proposal?: OfficerStep & { answer: RequestAnswer };
  /** The last of the answers that were proposed and turned down. */
  droppedAnswers?: readonly DroppedAnswer[];
  /**
   * A decision that takes effect later, see `inForceFrom`, and is taken back until then; where its officer was an outsider to one of the dossiers
   * that hold what was asked about, it is also confirmed until then by one who is none.
   */
  decision?: OfficerStep & { answer: RequestAnswer; isOutside?: true; confirmed?: OfficerStep };
  /** The end has been told to the agency that asks. */
  hasToldEnd?: true;
}

export type InformationRequest = AskedHalf | AnsweringHalf;

/** The liaison officer to whom a received request is assigned; undefined where nobody has taken it up. */
export const assigneeOf = (half: InformationRequest): string | undefined =>
  half.side === 'ANSWERER' ? half.takenUp?.at(-1)?.by : undefined;

/** True of a received request whose form was found in order. */
export const isAccepted = (half: InformationRequest): boolean =>
  half.side === 'ANSWERER' && half.accepted !== undefined;
