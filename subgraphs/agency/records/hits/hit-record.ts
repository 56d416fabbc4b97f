import type { Agency } from '../../../../terms/agencies.ts';
import { daysAfter } from '../../../../terms/days.ts';

/**
 * A reference by which viewers of another agency name a dossier that they may not see. It is for one agency and one case,
 * so that what two cases were told cannot be joined, and it says nothing of the dossier.
 */
export interface HitRecord {
  /** The reference: opaque and random. */
  _id: string;
  dossier: string;
  to: Agency;
  /** Absent where the mandate names none. */
  case?: string;
  /** Dossier, agency and case in one: there is one reference for them at a time. */
  pair: string;
  until: Date;
}

/** The officers that references are for. */
export interface HitReader {
  agency: Agency;
  case: string | undefined;
}

export const pairOf = (dossier: string, { agency, case: caseNumber = '' }: HitReader): string =>
  `${dossier} ${agency} ${caseNumber}`;

const validDays = 30;

export const endOfHit = (from: Date): Date => daysAfter(from, validDays);

/** A decision by a hit may be on its way while the channel is down, and be taken back later. */
const namedDays = 60;

/** The end of those hits that other agencies' messages could last name now: to its viewers a hit ends at its `until`. */
export const lastNamed = (now: Date): Date => daysAfter(now, -namedDays);

/** The pair of a hit that has ended: the pair itself is then another hit's. */
export const endedPairOf = ({ _id }: Pick<HitRecord, '_id'>): string => `ended ${_id}`;
