import type { Agency } from '../../../../terms/agencies.ts';
import type {
  AnswerHandling,
  DecidedClass,
  FormQuestion,
  LegalBasis,
  Purpose,
  RefusalGround,
  RequestBox,
  RequestState,
  WaitingKind,
  WordedStep,
} from '../../../../terms/enums.ts';
import type { SearchCriteria } from '../../../../terms/search-exchange.ts';
import type { Message } from '../messages/message.ts';
import type { InformationRequest } from './information-request.ts';

/**
 * The record that a request is about, by a name that the asking agency knows and the asked one understands, or by what is known of the
 * person.
 */
export type RequestSubject = { reference: string } | { dossier: string } | { criteria: SearchCriteria };

/** Everything that a request says beside what its course hangs on; it never changes. */
export interface RequestContent {
  /** The case of the asking agency. */
  case: string;
  purpose: Purpose;
  legalBasis: LegalBasis;
  subject: RequestSubject;
  /** The article of the asking agency's closed list. */
  offence: string;
  necessity: string;
}

/** A class that was asked for and is not released. */
export interface WithheldClass {
  class: DecidedClass;
  ground: RefusalGround;
}

/** The terms of an answer, beside its kind. */
export interface AnswerTerms {
  handling: AnswerHandling;
  remark?: string;
  withheld?: WithheldClass[];
  /** The end of the release. */
  until?: Date;
}

/** The words that go with the steps of a request. */
export interface RequestWords {
  question?: string;
  /** The questions of the closed list, where the form was asked about by these. */
  formQuestions?: FormQuestion[];
  clarification?: string;
  extensionReason?: string;
  /** The free words that wait for a second officer; they are nobody's but this agency's. */
  waiting?: string;
  /** The statements of the officers who signed free words, on what these say. */
  wordsNeutrality?: Partial<Record<WordedStep, string>>;
  /** The terms of the answer that is proposed, or was given. */
  terms?: AnswerTerms;
  /** The statement of the officer who decided, on free texts. */
  neutrality?: string;
}

/** An officer's step that was taken under an idempotency key. */
export interface TakenStep {
  by: string;
  key: string;
  fingerprint: string;
  /** Absent of a step that was stored before times were. */
  at?: Date;
}

/** An agency's half of a request as it is stored. The columns that lists and jobs look for follow from the half, see `columnsOf`. */
export interface RequestRecord {
  _id: string;
  version: number;
  /** How many of its versions no officer may see the difference of: the version that they are told of is so much less. */
  unseen?: number;
  box: RequestBox;
  /** The other agency. */
  other: Agency;
  /** The place among others: the time at which it came into this database. */
  place: string;
  half: InformationRequest;
  content: RequestContent;
  words: RequestWords;
  /** At the asked agency: its dossier on the subject, the one that an answer is about. Whether it may be told of is found out at each step. */
  dossier?: string;
  /** The other dossiers that it has been found to be about: they hold what a warning is of, or are as likely the person that is described. */
  others?: string[];
  /** The cases of all these dossiers since the form was found in order. */
  cases?: string[];
  /** The state as far as it is written. */
  state: RequestState;
  /** The lists in which it stands, see `listsOf`. */
  lists: string[];
  /** The next moment at which time changes it; absent where none does. */
  due?: Date;
  /** The next moment at which its subject is looked up; absent where it is known, and where it cannot come to be. */
  seekAt?: Date;
  /** The time since which a late request has no dossier that may be told of; absent while it has one. */
  hiddenAt?: Date;
  /** The step that waits for an officer of this agency; absent where none does. */
  waits?: WaitingKind;
  /** The officer for whom it does not wait. */
  not?: string;
  /** The place among all that waits, see `orderOf`. */
  order?: string;
  /** The liaison officer of this agency who answers for it; absent where nobody has taken it up. */
  assignedTo?: string;
  /** Messages of the asking agency whose receipts have not come in. */
  awaits?: string[];
  /** Names what is asked for, as long as it is: nobody asks for the same twice. */
  asks?: string;
  /** The warnings of its deadline that were given: of which, and how many. */
  warned?: { of: Date; count: number };
  /** The officer's request that drafted it. */
  draftedWith?: string;
  taken: TakenStep[];
  /** Messages that wait for their numbers. */
  pending?: Message[];
}

/** A record without the columns that follow from it. */
export type RequestContents = Omit<
  RequestRecord,
  'state' | 'lists' | 'due' | 'seekAt' | 'hiddenAt' | 'waits' | 'not' | 'order' | 'assignedTo'
>;
