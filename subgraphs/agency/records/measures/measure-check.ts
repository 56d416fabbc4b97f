import type { Agency } from '../../../../terms/agencies.ts';
import type { OverrideReason } from '../../../../terms/enums.ts';

/** The word of one agency on a meeting: it has talked with the other, or goes on all the same. */
export interface Word {
  how: 'COORDINATED' | 'OVERRIDDEN';
  at: Date;
  /** The supervisor; who it was at another agency is not told. */
  by?: string;
  /** Of one that goes on. */
  reason?: OverrideReason;
}

/** Two tokens that are of one value and week: one of this measure, and one that another agency has told. */
export interface Meeting {
  other: Agency;
  /** The name of the own token, and that of the other agency's. */
  own: string;
  theirs: string;
  week: string;
  /** The time at which they were found to be equal; absent while the other agency alone has said so, which counts for nothing. */
  at?: Date;
  here?: Word;
  there?: Word;
}

/** A supervisor of either agency went on although both have a measure in a week. It is kept when the conflict is over, for overseers. */
export interface Override extends Omit<Word, 'how'> {
  other: Agency;
  week: string;
  isThere: boolean;
}

/** The comparison of one measure with the other agencies'. */
export interface MeasureCheck {
  /** The authorisation that it is of, see `runOf`; absent while nobody has authorised the measure. */
  run?: string;
  /** The time of that, or the later one at which something was added that it is compared by. */
  since?: Date;
  /** There is something to compare it by. */
  isCompared: boolean;
  /** The time from which on its tokens have been on their way: later than `since` where its officer or case had no room before. */
  listedAt?: Date;
  /** The time at which all of it was told, and compared with what the other agencies had told. */
  toldAt?: Date;
  meetings: readonly Meeting[];
  /** Of this authorisation and of all before it. */
  overrides?: readonly Override[];
  /** The time at which the measure ended, after which nothing changes. */
  endedAt?: Date;
  /** The time of the last change of what it says. */
  changedAt?: Date;
}

export const noCheck: MeasureCheck = { isCompared: false, meetings: [] };

/** Tells two meetings apart. */
export const keyOfMeeting = ({ other, own, theirs }: Pick<Meeting, 'other' | 'own' | 'theirs'>): string =>
  `${other} ${own} ${theirs}`;
