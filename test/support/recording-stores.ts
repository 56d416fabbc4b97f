import type { Filter } from '../../subgraphs/agency/permissions/by-record.ts';
import type { DossierPart } from '../../subgraphs/agency/records/dossier/dossier-part.ts';
import type { DossierStore } from '../../subgraphs/agency/storage/stores/dossier-store.ts';

interface AskedByIds {
  own: readonly string[];
  foreign: readonly string[];
  fields: readonly string[];
  filter: Filter;
}

interface AskedPage {
  after: string | undefined;
  limit: number;
  fields: readonly string[];
  filter: Filter;
}

/**
 * A store of dossiers in memory, which keeps what it was asked: each entry is one command to a database. A filter is
 * kept and not applied: every dossier is visible.
 */
export function recordingDossierStore(dossiers: readonly DossierPart[]) {
  const byIds: AskedByIds[] = [];
  const pages: AskedPage[] = [];
  const store: DossierStore = {
    byIds: async ({ own, foreign }, fields, filter) => {
      byIds.push({ own, foreign, fields, filter });
      const isAsked = ({ _id, samePersonAs = [] }: DossierPart) =>
        own.includes(_id) || samePersonAs.some((id) => foreign.includes(id));
      // In an order that is not that of the ids, as a database answers.
      return dossiers.filter(isAsked).reverse();
    },
    page: async (after, limit, fields, filter) => {
      pages.push({ after, limit, fields, filter });
      return dossiers.filter(({ _id }) => after === undefined || _id > after).slice(0, limit);
    },
    chosen: async () => {
      throw new Error('not asked in these tests');
    },
    matching: () => {
      throw new Error('not asked in these tests');
    },
    sharing: async () => {
      throw new Error('not asked in these tests');
    },
  };
  return { store, byIds, pages };
}
