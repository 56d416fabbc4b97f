import type { DecidedClass } from '../../../../terms/enums.ts';

/** The limits on removing what a dossier holds: no officer does it alone, none in a moment, and none does much of it. */
export interface RemovalRules {
  /** Days from the proposal until a removal takes effect, however soon a second officer agrees. */
  waitDays: number;
  /** Days from the proposal after which it lapses, unless a second officer has agreed. */
  lapseDays: number;
  /** Most values that one officer removes, or keeps for a shorter time, in a day. */
  mostADay: number;
  /**
   * Days ahead for which a dossier's supervisors are told what the end of retention will erase; and days from the second officer's yes
   * until a removal takes effect that ends the whole dossier.
   */
  toldDays: number;
  /** Days for which a value that only officers of other cases contest is compared for early warnings all the same. */
  contestDays: number;
}

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
  /** Years for what is left of the history of a dossier that was erased: who took which step, when, and why by code. */
  historyYears: number;
  /** The way in which officers remove values, or shorten the time for which they are kept. */
  removal: RemovalRules;
  /** Years for notices, and for the content of messages that are settled; not confirmed by a source. */
  messagesYears: number;
}
