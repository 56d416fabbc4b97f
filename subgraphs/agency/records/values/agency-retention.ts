import type { DecidedClass } from '../../../../terms/enums.ts';

/** An agency's periods of retention, unless an officer names a shorter one, or a longer one up to the longest. */
export interface AgencyRetention {
  /** Years for the values of each class, by the class of their kind, and for a group's record. */
  years: Readonly<Record<DecidedClass | 'groups', number>>;
  /** Years that nothing is held beyond. */
  longest: number;
  /** Days after which a dossier is erased whose person was cleared. */
  daysAfterClearing: number;
  /** Years for the record of reads, which outlives the dossiers that it names, and for suspensions of officers that were undone. */
  readsYears: number;
  /** Years for notices, and for the content of messages that are settled; not confirmed by a source. */
  messagesYears: number;
}
