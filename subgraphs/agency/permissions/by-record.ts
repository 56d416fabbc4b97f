import type { Agency } from '../../../terms/agencies.ts';
import type { AnswerHandling, DecidedClass, InformationClass } from '../../../terms/enums.ts';
import type { Mandate } from '../../../terms/mandate.ts';
import type { Viewer } from '../../../terms/viewer.ts';
import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import {
  isForMandate,
  isInForce,
  type Reader,
  type Release,
  releaseFilter,
  wasInForce,
} from '../records/dossier/release.ts';
import { clearingStages } from '../records/values/status.ts';
import type { Side } from './policy.ts';

/** The reason why a record withholds a class that policy leaves to it. */
export type RecordReason =
  | 'CASE'
  | 'REASON_NEEDED'
  | 'PURPOSE'
  | 'NOT_RELEASED'
  | 'RELEASE_EXPIRED'
  | 'RELEASE_RECALLED';

/** The viewer who asks a record, with their mandate and the time. */
export interface Asking {
  owner: Agency;
  viewer: Viewer;
  mandate: Mandate;
  side: Side;
  /** The owner's clock, once for the whole request. */
  now: Date;
  shareable: readonly DecidedClass[];
  /** The classes that a reason would open to an own viewer, where none was given. */
  wantReason: readonly InformationClass[];
}

/** The fields of a dossier that decide who may know of it and of its classes. */
export const decidingFields = {
  own: ['cases'],
  foreign: ['handlingCode', 'releases'],
} as const satisfies Record<Side, readonly (keyof DossierRecord)[]>;

export type Deciding = Partial<Pick<DossierRecord, 'handlingCode' | 'cases' | 'releases'>>;

const readerOf = ({ viewer, mandate, now }: Asking): Reader => ({ agency: viewer.agency, mandate, now });

/**
 * Asks a record whether a class of it may be read, where policy says BY_RECORD. An own viewer's mandate must name one of
 * its cases, or the viewer must give a reason where policy asks for no more. Another agency's viewer needs a release in force that covers the class, or a SHAREABLE record whose owner
 * shares the class. That a release has ended or been recalled is told only to the agency that had it.
 */
export function decideByRecord(
  column: DecidedClass,
  dossier: Deciding,
  asking: Asking,
): 'ALLOW' | RecordReason {
  if (asking.side === 'own') {
    const { case: caseNumber } = asking.mandate;
    if (caseNumber !== undefined && dossier.cases?.includes(caseNumber)) return 'ALLOW';
    return asking.wantReason.includes(column) ? 'REASON_NEEDED' : 'CASE';
  }
  if (dossier.handlingCode === 'SHAREABLE' && asking.shareable.includes(column)) return 'ALLOW';
  const reader = readerOf(asking);
  const releases = dossier.releases ?? [];
  // Asked for every field of every dossier, so the reasons are looked for only where there is something to explain.
  return releases.some((release) => opens(release, column, reader))
    ? 'ALLOW'
    : whyNotReleased(
        releases.filter((release) => release.grantedAt && isOf(release, column, reader)),
        reader,
      );
}

/** A restriction under which a class of a dossier may be used. */
export interface Restriction {
  handling: Exclude<AnswerHandling, 'H0'>;
  remark?: string;
}

/**
 * The restrictions under which a class that a record allows may be used: those of all releases that open it. There is none for own
 * viewers, for what is shared, and where one of the releases comes without any.
 */
export function restrictionsOn(column: DecidedClass, dossier: Deciding, asking: Asking): Restriction[] {
  if (asking.side === 'own') return [];
  if (dossier.handlingCode === 'SHAREABLE' && asking.shareable.includes(column)) return [];
  const reader = readerOf(asking);
  const opening = (dossier.releases ?? []).filter((release) => opens(release, column, reader));
  const restrictions = opening.flatMap(({ handling, handlingRemark: remark }): Restriction[] =>
    handling ? [{ handling, ...(remark != null && { remark }) }] : [],
  );
  return restrictions.length < opening.length ? [] : restrictions;
}

/** True when the release lets the reader read the class now, under their mandate. */
const opens = (release: Release, column: DecidedClass, reader: Reader): boolean =>
  isOf(release, column, reader) && isForMandate(release, reader) && isInForce(release, reader.now);

/** True when the release gives the class to the reader's agency, at any time, for any purpose and case. */
const isOf = ({ to, classes }: Release, column: DecidedClass, { agency }: Reader): boolean =>
  to === agency && classes.includes(column);

/** @param given every release that was granted of the class to the reader's agency, none in force for their mandate */
function whyNotReleased(given: readonly Release[], reader: Reader): RecordReason {
  const had = given.filter((release) => isForMandate(release, reader) && wasInForce(release, reader.now));
  if (had.some(({ recalledAt }) => recalledAt)) return 'RELEASE_RECALLED';
  if (had.some(({ until }) => until <= reader.now)) return 'RELEASE_EXPIRED';
  const inForce = given.filter((release) => isInForce(release, reader.now));
  if (inForce.length === 0) return 'NOT_RELEASED';
  return inForce.some(({ purposes }) => purposes.includes(reader.mandate.purpose)) ? 'CASE' : 'PURPOSE';
}

/** A filter of MongoDB. */
export type Filter = Readonly<Record<string, unknown>>;

/**
 * The same decision as a filter, for lists that must be cut, counted and paged after it.
 * @returns undefined when no record can allow it
 */
export function byRecordFilter(column: DecidedClass, asking: Asking): Filter | undefined {
  if (asking.side === 'own') {
    const { case: caseNumber } = asking.mandate;
    return caseNumber === undefined ? undefined : { cases: caseNumber };
  }
  const released = releaseFilter(readerOf(asking), column);
  return asking.shareable.includes(column) ? { $or: [{ handlingCode: 'SHAREABLE' }, released] } : released;
}

/**
 * The gate of a search, which is wider than that of existence: another agency's viewer may also be told, by a hit, that
 * there is an ON_RELEASE dossier which they may not see. Of an ORIGINATOR_ONLY one, and of a cleared person, not even that.
 */
export const searchGate = ({ side }: Pick<Asking, 'side'>): Filter =>
  side === 'own'
    ? {}
    : { handlingCode: { $in: ['SHAREABLE', 'ON_RELEASE'] }, 'status.stage': { $nin: clearingStages } };

/** Fields of a dossier that must be read to tell whether the existence gate lets it through. */
export const gateFields = [
  'handlingCode',
  'status',
  'links',
  'releases',
] as const satisfies readonly (keyof DossierRecord)[];

/**
 * The existence gate, which comes before any class: which dossiers there are at all for a viewer. To another agency a
 * SHAREABLE dossier is visible, an ON_RELEASE one with a confirmed link or a release in force, an ORIGINATOR_ONLY one
 * never. A person who was cleared is no longer shown to anybody abroad, whatever was released of them.
 */
export function existenceGate(asking: Asking): Filter {
  if (asking.side === 'own') return {};
  const { agency } = asking.viewer;
  const linked = {
    links: { $elemMatch: { agency, 'own.decision': 'SAME', 'told.decision': 'SAME' } },
  };
  return {
    'status.stage': { $nin: clearingStages },
    $or: [
      { handlingCode: 'SHAREABLE' },
      { handlingCode: 'ON_RELEASE', $or: [linked, releaseFilter(readerOf(asking))] },
    ],
  };
}
