import type { Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import { ownerOf } from '../../../../terms/agencies.ts';
import type { SearchCriteria } from '../../../../terms/search-exchange.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { obstacleAbroad } from '../../records/dossier/obstacle-abroad.ts';
import type { HitRecord } from '../../records/hits/hit-record.ts';
import type { FoundSubject } from '../../records/requests/received-request.ts';
import type { RequestContent } from '../../records/requests/request-record.ts';
import type { KnownAs } from '../stores/link-lookups.ts';

/** Finds the dossier that another agency's request is about. */
export type FindSubject = (
  asker: Agency,
  content: Pick<RequestContent, 'subject' | 'case'>,
  at: Date,
) => Promise<FoundSubject>;

/** Finds the dossier of a person of whom this is known. */
export type FindKnown = (
  asker: Agency,
  asked: { criteria: SearchCriteria; case: string },
  at: Date,
) => Promise<string | undefined>;

type Subject = Pick<DossierRecord, '_id' | 'handlingCode' | 'status' | 'links'>;

/**
 * The subject of a request among an agency's own dossiers. One that is for its owner alone, and one of a person who was cleared, are
 * found as little as none. A hit counts as held while it is in force and for its case, a dossier named by its id where a link with the
 * asking agency's says that it knows it so, or where every agency may see it. Whoever asks by criteria holds nothing.
 */
export function subjectLookups(
  own: Agency,
  { dossiers, hits }: { dossiers: Model<DossierRecord>; hits: Model<HitRecord> },
  { dossierKnownAs }: Pick<KnownAs, 'dossierKnownAs'>,
  findKnown: FindKnown,
): FindSubject {
  const read = (id: string) =>
    dossiers.findOne({ _id: id }, { handlingCode: 1, status: 1, links: 1 }).lean<Subject>();
  const none: FoundSubject = { isHeld: false };

  return async (asker, { subject, case: number }, at) => {
    const id =
      'criteria' in subject
        ? await findKnown(asker, { criteria: subject.criteria, case: number }, at)
        : 'dossier' in subject
          ? subject.dossier
          : await dossierKnownAs(subject.reference, asker);
    if (id === undefined || ownerOf(id) !== own) return none;
    const dossier = await read(id);
    if (!dossier || obstacleAbroad(dossier)) return none;
    if ('criteria' in subject) return { dossier: id, isHeld: false };
    const links = dossier.links.filter(({ agency, ended }) => agency === asker && ended === undefined);
    if ('dossier' in subject) {
      const isKnown = links.some(({ isKnownById }) => isKnownById) || dossier.handlingCode === 'SHAREABLE';
      return { dossier: id, isHeld: isKnown };
    }
    const { reference } = subject;
    const hit = await hits.findOne({ _id: reference }).lean<HitRecord>();
    const isInForce = hit?.to === asker && hit.until > at && (hit.case ?? number) === number;
    return { dossier: id, isHeld: isInForce || links.some(({ knownAs }) => knownAs?.includes(reference)) };
  };
}
