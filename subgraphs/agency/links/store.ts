import type { Model } from 'mongoose';
import type { LinkRecord } from './record.ts';

export type ConfirmedLink = Pick<LinkRecord, 'ownDossier' | 'foreignDossier'>;

/** What is read of the agency's links. */
export interface LinkStore {
  /** The confirmed links to these dossiers of another agency, in any order. */
  confirmedWithForeign(foreignDossiers: readonly string[]): Promise<ConfirmedLink[]>;
}

export const linkStore = (links: Model<LinkRecord>): LinkStore => ({
  confirmedWithForeign: (foreignDossiers) =>
    links
      .find({ confirmedForeign: { $in: foreignDossiers } }, { _id: 0, ownDossier: 1, foreignDossier: 1 })
      .lean<ConfirmedLink[]>()
      .exec(),
});
