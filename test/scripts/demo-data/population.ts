import { agencyNames } from '../../../identity/agencies.ts';
import { knownToOne, linkedPerson } from '../../../scripts/demo-data/demo-ids.ts';
import { type DemoRecords, demoRecords } from '../../../scripts/demo-data/records.ts';
import type { DossierRecord } from '../../../subgraphs/agency/dossiers/record.ts';
import { criminalCode as belarus } from '../../../subgraphs/belarus/criminal-code.ts';
import { criminalCode as russia } from '../../../subgraphs/russia/criminal-code.ts';

/** What the tests of the demo data look at: the records of one seed at the size that databases are filled with. */
export const records = demoRecords({ seed: 7, dossiersPerAgency: 300 });

export const codes = { BELARUS: belarus, RUSSIA: russia };
export const demoIds: string[] = [linkedPerson.BELARUS, linkedPerson.RUSSIA, knownToOne];

export const dossiersOf = (of: DemoRecords) => agencyNames.flatMap((agency) => of[agency].dossiers);
export const idsOf = (of: DemoRecords) => dossiersOf(of).map(({ _id }) => _id);
export const linksOf = (of: DemoRecords) => agencyNames.flatMap((agency) => of[agency].links);
export const demoDossiersOf = (of: DemoRecords) => dossiersOf(of).filter(({ _id }) => demoIds.includes(_id));

export const everyDossier = dossiersOf(records);

/** Everything of a dossier that has a provenance. */
export function valuesOf(dossier: DossierRecord) {
  const { names, birth, citizenships, contacts, roles, offences, status } = dossier;
  return [...names, ...(birth ? [birth] : []), ...citizenships, ...contacts, ...roles, ...offences, status];
}

export const yearsLater = (day: string, years: number) => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
