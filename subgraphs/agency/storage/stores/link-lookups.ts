import type { Model } from 'mongoose';
import type { KnownAs } from '../../actions/receive/link-effects.ts';
import type { UnansweredLinks } from '../../jobs/lapse-links.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { HitRecord } from '../../records/hits/hit-record.ts';

/** What is looked up of links in the dossiers that they are kept in. */
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
