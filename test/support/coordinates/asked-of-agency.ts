import type { DemoAgency } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { comparedElsewhere } from '../policy/fields.ts';
import { everyField, fieldNamed, pathsOf, textOf } from './selection.ts';

const prefixOf = { BELARUS: 'Belarus', RUSSIA: 'Russia' } as const;

/** The type of an agency's dossiers. */
export const dossierType = (agency: DemoAgency): string => `${prefixOf[agency]}Dossier`;
export const queryType = (agency: DemoAgency): string => `${prefixOf[agency]}Query`;
/** The field of an agency in `Suspect` and `Query`. */
export const fieldOf = (agency: DemoAgency): string => agency.toLowerCase();

const dossierFields = (agency: DemoAgency) =>
  everyField(dossierType(agency)).filter(({ name }) => !comparedElsewhere.includes(name));
const dossierText = (agency: DemoAgency) => textOf(dossierFields(agency));
const readsText = (agency: DemoAgency) => textOf([fieldNamed(queryType(agency), 'reads')]);

/** Everything that the schema has of one dossier, and the record of reads, in one query to the gateway. */
export const everythingOf = (agency: DemoAgency): string => `query Everything($id: ID!) {
  suspect(id: $id) { id ${fieldOf(agency)} { ${dossierText(agency)} } }
  ${fieldOf(agency)} { ${readsText(agency)} }
}`;

/** The same, straight to the agency's subgraph. */
export const everythingAtSubgraph = (agency: DemoAgency): string => `query Everything($of: [_Any!]!) {
  _entities(representations: $of) { ... on Suspect { ${fieldOf(agency)} { ${dossierText(agency)} } } }
  ${fieldOf(agency)} { ${readsText(agency)} }
}`;

/** Of no code in the agencies' lists. */
const neverFilled = (path: string): boolean => path.endsWith('article/validTo');

/** Every path of a full dossier. */
export const fullPaths = (agency: DemoAgency): string[] =>
  pathsOf(dossierFields(agency)).filter((path) => !neverFilled(path));

export const fullReads = (agency: DemoAgency): string[] => pathsOf([fieldNamed(queryType(agency), 'reads')]);
