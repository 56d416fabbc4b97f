import type { DossierPart, DossierStore } from '../../subgraphs/agency/dossiers/store.ts';
import type { ConfirmedLink, LinkStore } from '../../subgraphs/agency/links/store.ts';

/** A store of dossiers in memory, which keeps what it was asked: each entry is one command to a database. */
export function recordingDossierStore(dossiers: readonly DossierPart[]) {
  const byIds: { ids: readonly string[]; fields: readonly string[] }[] = [];
  const pages: { after: string | undefined; limit: number; fields: readonly string[] }[] = [];
  const store: DossierStore = {
    byIds: async (ids, fields) => {
      byIds.push({ ids, fields });
      // In an order that is not that of the ids, as a database answers.
      return dossiers.filter(({ _id }) => ids.includes(_id)).reverse();
    },
    page: async (after, limit, fields) => {
      pages.push({ after, limit, fields });
      return dossiers.filter(({ _id }) => after === undefined || _id > after).slice(0, limit);
    },
    sharing: async () => {
      throw new Error('not asked in these tests');
    },
  };
  return { store, byIds, pages };
}

/** A store of confirmed links in memory, which keeps what it was asked. */
export function recordingLinkStore(links: readonly ConfirmedLink[]) {
  const asked: (readonly string[])[] = [];
  const store: LinkStore = {
    confirmedWithForeign: async (foreignDossiers) => {
      asked.push(foreignDossiers);
      return links.filter(({ foreignDossier }) => foreignDossiers.includes(foreignDossier)).reverse();
    },
  };
  return { store, asked };
}
