/**
 * Fills one agency's database with demo records, for `bench:scale` only, in a process of its own: those of a hundred thousand dossiers
 * take more memory than a process has by itself. It prints what can be asked for: see `Sample`.
 */
import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { demoAgencyOf } from '../../demo-data/agencies/demo-agencies.ts';
import { writeDemoRecords } from '../../demo-data/write.ts';
import { benchMatch } from '../stacks/bench-keys.ts';
import { linkedDossiers, makeRecords } from '../stacks/bench-records.ts';
import type { Sample } from './fill.ts';
import { another, type Population } from './more-dossiers.ts';

const asMany = 200;
const batch = 2_000;
/** Records that are made as a demo's are; the others are made after them. */
const mostMade = 1_000;

const [name = '', uri = '', size = '', population = ''] = process.argv.slice(2);
const agency = demoAgencyOf(name as Parameters<typeof demoAgencyOf>[0]);
const records = makeRecords(Math.min(Number(size), mostMade));
const { dossiers: made, groups } = records[agency];
const dossiers = [
  ...made,
  ...Array.from({ length: Number(size) - made.length }, (_, index) =>
    another(agency, made[index % made.length] as DossierRecord, made, index, population as Population),
  ),
];
const matchOf = benchMatch();
for (let from = 0; from < dossiers.length; from += batch)
  await writeDemoRecords(
    agency,
    uri,
    { dossiers: dossiers.slice(from, from + batch), groups: from === 0 ? groups : [], operations: [] },
    matchOf,
  );

/** As many as are wanted, from all over. */
const spread = <One>(all: readonly One[]): One[] =>
  Array.from(
    { length: Math.min(asMany, all.length) },
    (_, index) => all[Math.floor((index * all.length) / Math.min(asMany, all.length))] as One,
  );
const alone = dossiers.filter(({ links, birth, names }) => {
  const legal = names.find(({ kind }) => kind === 'LEGAL');
  return (
    links.length === 0 && birth !== undefined && legal?.surname !== undefined && legal.givenName !== undefined
  );
});
const sample: Sample = {
  linked: spread(linkedDossiers(records)),
  alone: spread(alone).map(({ _id, names, birth }) => {
    const legal = names.find(({ kind }) => kind === 'LEGAL');
    return {
      id: _id,
      criteria: { surname: legal?.surname, givenName: legal?.givenName, birthDate: birth?.date },
    };
  }),
};
process.stdout.write(JSON.stringify(sample));
