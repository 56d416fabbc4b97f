import type { Stores } from '../subgraphs/agency/context.ts';
import type { DossierRecord } from '../subgraphs/agency/dossiers/record.ts';
import type { DossierField, DossierPart } from '../subgraphs/agency/dossiers/store.ts';
import type { LinkRecord } from '../subgraphs/agency/links/record.ts';

function project(dossier: DossierRecord, fields: readonly DossierField[]): DossierPart {
  const part: Record<string, unknown> = { _id: dossier._id };
  for (const field of fields) part[field] = dossier[field];
  return part as unknown as DossierPart;
}

const notMeasured = async (): Promise<never> => {
  throw new Error('no benchmark asks for this');
};

/** Stand-ins for an agency's collections, so that a benchmark shows the gateway and not the database. */
export function memoryStores({
  dossiers,
  links,
}: {
  dossiers: DossierRecord[];
  links: LinkRecord[];
}): Stores {
  const byId = new Map(dossiers.map((dossier) => [dossier._id, dossier]));
  const sorted = [...dossiers].sort((a, b) => (a._id < b._id ? -1 : 1));
  const confirmed = new Map(
    links
      .filter((link) => link.own.decision === 'SAME' && link.told.decision === 'SAME')
      .map((link) => [link.foreignDossier, link]),
  );
  return {
    dossiers: {
      byIds: async (ids, fields) =>
        ids.flatMap((id) => {
          const dossier = byId.get(id);
          return dossier ? [project(dossier, fields)] : [];
        }),
      page: async (after, limit, fields) => {
        const from = after === undefined ? 0 : sorted.findIndex((dossier) => dossier._id > after);
        return from < 0 ? [] : sorted.slice(from, from + limit).map((dossier) => project(dossier, fields));
      },
      sharing: notMeasured,
    },
    groups: { byIds: notMeasured, recordedWith: notMeasured, insert: notMeasured, replace: notMeasured },
    writes: { read: notMeasured, recordedWith: notMeasured, insert: notMeasured, take: notMeasured },
    links: {
      confirmedWithForeign: async (foreignDossiers) =>
        foreignDossiers.flatMap((id) => confirmed.get(id) ?? []),
    },
  };
}
