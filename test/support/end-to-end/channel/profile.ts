import type { Callers } from '../callers.ts';
import type { AgencyName } from '../tokens.ts';

/** A link as officers are shown it. */
export interface ShownLink {
  agency: string;
  dossier: string | null;
  reference: string | null;
  state: string;
  decided: { decision: string };
  told: { decision: string };
  lapsesAt: string | null;
}

const caseOf = { belarus: 'BY-2026-000001', russia: 'RU-2026-000001' };

async function asked<Data>(
  { as }: Callers,
  agency: AgencyName,
  role: string,
  document: string,
  id: string,
): Promise<Data> {
  const officer = as(agency, role).for('INVESTIGATION', caseOf[agency]);
  const { body, text } = await officer.query<{ suspect: Data }>(document, { id });
  if (!body.data || body.errors) throw new Error(text);
  return body.data.suspect;
}

/** What a liaison is shown of the links of a dossier of his agency. */
export const linksShown = async (callers: Callers, agency: AgencyName, id: string): Promise<ShownLink[]> => {
  const fields = 'agency dossier reference state decided { decision } told { decision } lapsesAt';
  const document = `query ($id: ID!) { suspect(id: $id) { ${agency} { links { ${fields} } } } }`;
  const suspect = await asked<Record<string, { links: ShownLink[] }>>(
    callers,
    agency,
    'liaison',
    document,
    id,
  );
  return suspect[agency]?.links ?? [];
};

/** The dossiers of a suspect that a liaison may know of. */
export const halvesShown = async (callers: Callers, agency: AgencyName, id: string) => {
  const document = 'query ($id: ID!) { suspect(id: $id) { belarus { id } russia { id } } }';
  const suspect = await asked<Record<AgencyName, { id: string } | null>>(
    callers,
    agency,
    'liaison',
    document,
    id,
  );
  return { belarus: suspect.belarus?.id ?? null, russia: suspect.russia?.id ?? null };
};

/** The hits that the other agency's records give for a dossier. */
export const hitsFor = async (callers: Callers, agency: AgencyName, id: string): Promise<string[]> => {
  const document = `query ($id: ID!) { suspect(id: $id) { ${agency} { candidates { hit { reference } } } } }`;
  const suspect = await asked<Record<string, { candidates: { hit: { reference: string } | null }[] }>>(
    ...([callers, agency, 'liaison', document, id] as const),
  );
  return (suspect[agency]?.candidates ?? []).flatMap(({ hit }) => hit?.reference ?? []);
};
