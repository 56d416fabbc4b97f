import { daysAfter } from '../../../../terms/days.ts';

/**
 * The values of another agency's dossier that were compared here before, as tokens of tokens: they tell an equal value from a new
 * one, and match no record.
 */
export interface ComparisonRecord {
  /** A token of the dossier's id. */
  _id: string;
  values: number[];
  /** Values that came after the first comparison. */
  changes: number;
  /** The time at which it is forgotten. */
  until: Date;
}

/** A value that comes again later than this counts as new. */
const rememberedDays = 30;

export const forgottenAt = (now: Date): Date => daysAfter(now, rememberedDays);
