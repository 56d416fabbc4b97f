import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Valued } from '../../../subgraphs/agency/records/values/value.ts';
import { type ValueField, valueFields } from '../../../subgraphs/agency/records/values/value-kinds.ts';
import { codeOfProcedure as ofBelarus } from '../../../terms/codes-of-procedure/belarus.ts';
import { codeOfProcedure as ofRussia } from '../../../terms/codes-of-procedure/russia.ts';
import { criminalCode as belarus } from '../../../terms/criminal-codes/belarus.ts';
import { criminalCode as russia } from '../../../terms/criminal-codes/russia.ts';
import { type DemoAgency, demoAgencies } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { knownToOne, linkedPerson, unlinkedPerson } from '../../../workshop/demo-data/known/demo-ids.ts';
import type { PerAgency } from '../../../workshop/demo-data/people/links.ts';
import { type DemoRecords, demoRecords } from '../../../workshop/demo-data/records.ts';

/** The day that releases are seen from, so that a test that runs over midnight sees those of one day. */
export const today = new Date('2026-11-24T00:00:00Z');

/** What the tests of the demo data look at: the records of one seed at the size that databases are filled with. */
export const records = demoRecords({ seed: 7, dossiersPerAgency: 300, today });

export const codes = { BELARUS: belarus, RUSSIA: russia };
export const provisions = { BELARUS: ofBelarus, RUSSIA: ofRussia };
export const demoIds: string[] = [
  ...Object.values(linkedPerson),
  ...Object.values(unlinkedPerson),
  knownToOne,
];

export const dossiersOf = (of: DemoRecords) => demoAgencies.flatMap((agency) => of[agency].dossiers);
export const idsOf = (of: DemoRecords) => dossiersOf(of).map(({ _id }) => _id);
/** An agency's links, each with the dossier that it stands in. */
export const linksAt = (agency: DemoAgency, of: DemoRecords) =>
  of[agency].dossiers.flatMap((holder) => holder.links.map((link) => ({ holder, link })));
export const demoDossiersOf = (of: DemoRecords) => dossiersOf(of).filter(({ _id }) => demoIds.includes(_id));

export const everyDossier = dossiersOf(records);

/** Everything of a dossier that has a provenance, in lists by its field. */
export function fieldsOf(dossier: DossierRecord): Record<ValueField, Valued[]> {
  const lists = valueFields.map((field) => [field, [dossier[field] ?? []].flat()]);
  return Object.fromEntries(lists) as Record<ValueField, Valued[]>;
}

export const valuesOf = (dossier: DossierRecord): Valued[] => Object.values(fieldsOf(dossier)).flat();

export const groupsOf = (of: DemoRecords) => demoAgencies.flatMap((agency) => of[agency].groups);

/** The pairs of dossiers that both agencies say are one person's. */
export function confirmedPairs(of: DemoRecords): PerAgency<DossierRecord>[] {
  const byId = new Map(dossiersOf(of).map((dossier) => [dossier._id, dossier]));
  return of.BELARUS.dossiers.flatMap((own) =>
    (own.samePersonAs ?? []).flatMap((id) => {
      const foreign = byId.get(id);
      return foreign ? [{ BELARUS: own, RUSSIA: foreign }] : [];
    }),
  );
}

export const sorted = (members: Iterable<unknown>) => [...new Set(members)].sort();
