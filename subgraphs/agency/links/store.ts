import type { Model } from 'mongoose';
import type { DossierRecord } from '../dossiers/record.ts';
import type { HitRecord } from '../hits/record.ts';
import type { KnownAs } from './effects.ts';
import type { UnansweredLinks } from './lapse.ts';

/** What is looked up of links in the dossiers that they are kept in. */
export function linkLookups({
  dossiers,
  hits,
}: {
  dossiers: Model<DossierRecord>;
  hits: Model<HitRecord>;
}): KnownAs & UnansweredLinks {
  return {
    async dossierKnownAs(reference, by) {
      const linked = await dossiers.findOne({ 'links.knownAs': reference }, { _id: 1 }).lean();
      if (linked) return linked._id;
      const hit = await hits.findOne({ _id: reference }).lean<HitRecord>();
      return hit?.to === by ? hit.dossier : undefined;
    },
    async *due(now) {
      const due = dossiers.find({ 'links.lapsesAt': { $lte: now } }, { _id: 1 }).lean<{ _id: string }>();
      for await (const { _id } of due.cursor()) yield _id;
    },
  };
}
