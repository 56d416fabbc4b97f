import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { informationAccuracies } from '../../../subgraphs/agency/records/values/value.ts';
import {
  checksums,
  contactKinds,
  documentKinds,
  groupKinds,
  groupRanks,
  handlingCodes,
  infrastructureKinds,
  instrumentKinds,
  legalBases,
  measureKinds,
  measureStates,
  nameKinds,
  proceduralStages,
  roleKinds,
  sexes,
  sourceReliabilities,
  walletChains,
} from '../../../terms/enums.ts';
import { demoAgencies } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { codes, demoIds, records, sorted, valuesOf } from './population.ts';

type Of = (dossier: DossierRecord) => readonly unknown[];

const lists: [string, readonly unknown[], Of][] = [
  ['handling codes', handlingCodes, ({ handlingCode }) => [handlingCode]],
  ['name kinds', nameKinds, ({ names }) => names.map(({ kind }) => kind)],
  ['sexes', sexes, ({ sex }) => (sex ? [sex.sex] : [])],
  ['document kinds', documentKinds, ({ documents }) => documents.map(({ kind }) => kind)],
  ['document checksums', checksums, ({ documents }) => documents.map(({ checksum }) => checksum)],
  ['contact kinds', contactKinds, ({ contacts }) => contacts.map(({ kind }) => kind)],
  ['instrument kinds', instrumentKinds, ({ instruments }) => instruments.map(({ kind }) => kind)],
  ['chains', walletChains, ({ instruments }) => instruments.flatMap(({ chain }) => chain ?? [])],
  [
    'infrastructure kinds',
    infrastructureKinds,
    ({ infrastructure }) => infrastructure.map(({ kind }) => kind),
  ],
  ['device checksums', checksums, ({ infrastructure }) => infrastructure.map(({ checksum }) => checksum)],
  ['role kinds', roleKinds, ({ roles }) => roles.map(({ kind }) => kind)],
  ['ranks', groupRanks, ({ memberships }) => memberships.map(({ rank }) => rank)],
  ['measure kinds', measureKinds, ({ measures }) => measures.map(({ kind }) => kind)],
  ['measure states', measureStates, ({ measures }) => measures.map(({ state }) => state)],
  ['currencies', ['BYN', 'EUR', 'RUB', 'USD'], ({ harms }) => harms.map(({ currency }) => currency)],
  ['stages', proceduralStages, ({ status }) => [status.stage]],
  ['legal bases', legalBases, (of) => valuesOf(of).map(({ provenance }) => provenance.legalBasis)],
  [
    'reliabilities',
    sourceReliabilities,
    (of) => valuesOf(of).map(({ provenance }) => provenance.sourceReliability),
  ],
  [
    'accuracies',
    informationAccuracies,
    (of) => valuesOf(of).map(({ provenance }) => provenance.informationAccuracy),
  ],
  ['contested', [false, true], (of) => valuesOf(of).map(({ provenance }) => provenance.contested)],
];

test.each(demoAgencies.flatMap((agency) => lists.map((list) => [agency, ...list] as const)))(
  '%s has all %s',
  (agency, _list, members, of) => {
    expect(sorted(records[agency].dossiers.flatMap(of))).toEqual(sorted(members));
  },
);

test.each(demoAgencies)('%s has offences of all its articles, and groups of all kinds', (agency) => {
  const articles = records[agency].dossiers.flatMap(({ offences }) => offences.map(({ article }) => article));
  expect(sorted(articles)).toEqual(sorted(codes[agency].map(({ code }) => code)));
  expect(sorted(records[agency].groups.map(({ kind }) => kind))).toEqual(sorted(groupKinds));
});

test.each([
  ['BELARUS', ['BELARUSIAN', 'LATIN', 'RUSSIAN']],
  ['RUSSIA', ['LATIN', 'RUSSIAN']],
] as const)('%s writes names in %s', (agency, scripts) => {
  const generated = records[agency].dossiers.filter(({ _id }) => !demoIds.includes(_id));
  expect(sorted(generated.flatMap(({ names }) => names.map(({ script }) => script)))).toEqual(scripts);
});

test.each(demoAgencies)('birth dates of %s are known to the day, month, year or not at all', (agency) => {
  const lengths = records[agency].dossiers.map(({ birth }) => birth?.date.length ?? 0);
  expect(sorted(lengths)).toEqual([0, 10, 4, 7]);
});
