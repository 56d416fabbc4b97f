import { type Agency, agencyNames } from '../../../../terms/agencies.ts';
import type { AnswerHandling, DecidedClass, Purpose, ReleaseState } from '../../../../terms/enums.ts';
import type { Mandate } from '../../../../terms/mandate.ts';

/**
 * The owner's decision to let another agency read classes of one dossier. It is kept in the dossier, so that the decision
 * and what it is on come from one read. Its liaison proposes it, its supervisor grants it: two different people.
 */
export interface Release {
  id: string;
  to: Agency;
  classes: DecidedClass[];
  purposes: Purpose[];
  /** The one case that it is for; absent when any case will do. */
  case?: string;
  /** The first moment at which it is in force, on the owner's clock; `until` is the first at which it no longer is. */
  from: Date;
  until: Date;
  reason: string;
  proposedBy: string;
  proposedAt: Date;
  grantedBy?: string;
  grantedAt?: Date;
  recalledBy?: string;
  recalledAt?: Date;
  recallReason?: string;
  /** The restriction under which its readers may use it, where it answers a request with one; absent for H0. */
  handling?: Exclude<AnswerHandling, 'H0'>;
  /** The owner's words on that restriction. */
  handlingRemark?: string;
  /** The joint operation that it was given for, with which it ends. */
  operation?: string;
  /** It opens nothing for the time being: it is of a joint operation that does not go on, or not yet been found to. */
  isHeld?: true;
  /** The time at which the other agency is to be told of its end; absent once it was, or is not to be. */
  endUntold?: Date;
}

/** The state of a release but for its period, which ends without anything being written. */
export type WrittenState = Exclude<ReleaseState, 'EXPIRED'>;

export function writtenStateOf({ grantedAt, recalledAt }: Release): WrittenState {
  if (recalledAt) return 'RECALLED';
  return grantedAt ? 'GRANTED' : 'PROPOSED';
}

/** A granted release whose time has not come is GRANTED too; a proposal whose time has passed is EXPIRED. */
export function stateOf(release: Release, now: Date): ReleaseState {
  const written = writtenStateOf(release);
  return written !== 'RECALLED' && release.until <= now ? 'EXPIRED' : written;
}

export const isInForce = ({ grantedAt, recalledAt, isHeld, from, until }: Release, now: Date): boolean =>
  Boolean(grantedAt) &&
  !recalledAt &&
  !isHeld &&
  from.getTime() <= now.getTime() &&
  now.getTime() < until.getTime();

/** True when the release has been in force for a moment: one that was recalled before its beginning never was. */
export const wasInForce = ({ grantedAt, recalledAt, from }: Release, now: Date): boolean =>
  grantedAt != null && from <= now && (recalledAt == null || from < recalledAt);

/** A reader from another agency, with their mandate. */
export interface Reader {
  agency: Agency;
  mandate: Pick<Mandate, 'purpose' | 'case'>;
  now: Date;
}

export const isForMandate = (release: Release, { mandate }: Reader): boolean =>
  release.purposes.includes(mandate.purpose) && (release.case === undefined || release.case === mandate.case);

/**
 * The same as a filter of MongoDB: a release in force to this agency, for this purpose and case.
 * @param column and for this class; without it for any
 */
export const releaseFilter = ({ agency, mandate, now }: Reader, column?: DecidedClass) => ({
  releases: {
    $elemMatch: {
      to: agency,
      ...(column && { classes: column }),
      purposes: mandate.purpose,
      case: mandate.case === undefined ? null : { $in: [null, mandate.case] },
      from: { $lte: now },
      until: { $gt: now },
      grantedAt: { $ne: null },
      recalledAt: null,
      isHeld: null,
    },
  },
});

/**
 * A filter of MongoDB: what was ever released to the reader's agency; for the owner's own readers, to any.
 * @param withProposals for those who decide on them
 */
export const releasedFilter = (owner: Agency, reader: Agency, withProposals: boolean) => {
  const to = reader === owner ? { $in: agencyNames.filter((agency) => agency !== owner) } : reader;
  return withProposals
    ? { 'releases.to': to }
    : { releases: { $elemMatch: { to, grantedAt: { $ne: null } } } };
};
