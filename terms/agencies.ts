import { type Agency, agencyNames } from './enums.ts';

export { type Agency, agencyNames };

/**
 * The agencies of the SDL's enum `Agency`, with the prefix of their dossiers' ids and the port of their subgraph where none is set.
 * An agency's subgraph is its name in lower case, its environment variables begin with its name in upper case.
 */
export const agencies: Readonly<Record<Agency, { idPrefix: string; port: number }>> = {
  BELARUS: { idPrefix: 'BY', port: 4001 },
  RUSSIA: { idPrefix: 'RU', port: 4002 },
};

export const subgraphOf = (agency: Agency): Lowercase<Agency> => agency.toLowerCase() as Lowercase<Agency>;

/** The agency's name in a sentence, and in its types: `Belarus` of `BelarusDossier`. */
export const titleOf = (agency: Agency): string => agency.charAt(0) + agency.slice(1).toLowerCase();

/**
 * The audience of a token that makes an officer known at an agency other than their own, and opens nothing else: neither the
 * gateway nor any other agency accepts it.
 */
export const audienceOf = (agency: Agency): string => `concord-${subgraphOf(agency)}`;

export const othersThan = (agency: Agency): Agency[] => agencyNames.filter((other) => other !== agency);

/**
 * The field of another agency's dossiers in which an agency tells its candidates for them. One subgraph answers a field: of several
 * agencies the first answers `candidates`, and each later one a field of its own, such as `exampleCandidates`.
 */
export const candidatesField = (owner: Agency, foreign: Agency): string =>
  othersThan(foreign)[0] === owner ? 'candidates' : `${subgraphOf(owner)}Candidates`;

const prefixes = Object.values(agencies).map(({ idPrefix }) => idPrefix);

/** Prefix, hyphen, 10 to 26 characters of Crockford's base32 (no I, L, O, U). */
export const dossierIdForm = `^(${prefixes.join('|')})-[0-9A-HJKMNP-TV-Z]{10,26}$`;
const dossierIdPattern = new RegExp(dossierIdForm);

export const isDossierId = (value: unknown): value is string =>
  typeof value === 'string' && dossierIdPattern.test(value);

/** The agency that owns a dossier, told by its id; undefined when it is not a dossier id at all. */
export function ownerOf(dossierId: string): Agency | undefined {
  if (!isDossierId(dossierId)) return undefined;
  return agencyNames.find((agency) => dossierId.startsWith(`${agencies[agency].idPrefix}-`));
}
