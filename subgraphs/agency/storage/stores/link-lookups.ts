import type { Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { HitRecord } from '../../records/hits/hit-record.ts';

/** Finds the dossiers that another agency means. */
export interface KnownAs {
  /** The dossier behind a hit that the agency was given: the one with a link that was named by it, else the one that it was given for. */
  dossierKnownAs(reference: string, by: Agency): Promise<string | undefined>;
  /** The dossiers that are linked with one of the other agency's, whatever was decided. */
  linkedWith(dossier: string): AsyncIterable<string>;
}

/** Finds links that nobody answers. */
export interface UnansweredLinks {
  /** The dossiers with a link that lapses by then. */
  due(now: Date): AsyncIterable<string>;
}

/** Looks links up in the dossiers that they are kept in. */
export function linkLookups({
  dossiers,
  hits,
}: {
  dossiers: Model<DossierRecord>;
  hits: Model<HitRecord>;
}): KnownAs & UnansweredLinks {
  async function* idsOf(filter: object) {
    for await (const { _id } of dossiers.find(filter, { _id: 1 }).lean<{ _id: string }>().cursor()) yield _id;
  }
  return {
    linkedWith: (dossier) => idsOf({ 'links.dossier': dossier }),
    due: (now) => idsOf({ 'links.lapsesAt': { $lte: now } }),
    async dossierKnownAs(reference, by) {
      const linked = await dossiers
        .findOne({ 'links.knownAs': reference }, { links: 1 })
        .lean<Pick<DossierRecord, '_id' | 'links'>>();
      if (linked?.links.some(({ agency, knownAs }) => agency === by && knownAs?.includes(reference)))
        return linked._id;
      const hit = await hits.findOne({ _id: reference }).lean<HitRecord>();
      return hit?.to === by ? hit.dossier : undefined;
    },
  };
}
