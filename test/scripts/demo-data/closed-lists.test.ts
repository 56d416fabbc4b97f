import { expect, test } from '@jest/globals';
import { agencyNames } from '../../../identity/agencies.ts';
import { legalBases } from '../../../identity/mandate.ts';
import * as lists from '../../../subgraphs/agency/dossiers/record.ts';
import { codes, demoIds, records, valuesOf } from './population.ts';

const sorted = (members: Iterable<unknown>) => [...new Set(members)].sort();

test.each(agencyNames)('every member of every closed list is among the dossiers of %s', (agency) => {
  const { dossiers } = records[agency];
  const found = (of: (dossier: lists.DossierRecord) => readonly unknown[]) => sorted(dossiers.flatMap(of));
  const provenances = dossiers.flatMap((dossier) => valuesOf(dossier).map(({ provenance }) => provenance));

  expect(found(({ handlingCode }) => [handlingCode])).toEqual(sorted(lists.handlingCodes));
  expect(found(({ names }) => names.map(({ kind }) => kind))).toEqual(sorted(lists.nameKinds));
  expect(found(({ contacts }) => contacts.map(({ kind }) => kind))).toEqual(sorted(lists.contactKinds));
  expect(found(({ roles }) => roles.map(({ kind }) => kind))).toEqual(sorted(lists.roleKinds));
  expect(found(({ status }) => [status.stage])).toEqual(sorted(lists.proceduralStages));
  expect(found(({ offences }) => offences.map(({ article }) => article))).toEqual(
    sorted(codes[agency].map(({ code }) => code)),
  );
  expect(sorted(provenances.map(({ legalBasis }) => legalBasis))).toEqual(sorted(legalBases));
  expect(sorted(provenances.map((provenance) => provenance.sourceReliability))).toEqual([
    ...lists.sourceReliabilities,
  ]);
  expect(sorted(provenances.map((provenance) => provenance.informationAccuracy))).toEqual([
    ...lists.informationAccuracies,
  ]);
  expect(sorted(provenances.map(({ contested }) => contested))).toEqual([false, true]);
});

test.each([
  ['BELARUS', ['BELARUSIAN', 'LATIN', 'RUSSIAN']],
  ['RUSSIA', ['LATIN', 'RUSSIAN']],
] as const)('%s writes names in %s', (agency, scripts) => {
  const generated = records[agency].dossiers.filter(({ _id }) => !demoIds.includes(_id));
  expect(sorted(generated.flatMap(({ names }) => names.map(({ script }) => script)))).toEqual(scripts);
});

test.each(agencyNames)('birth dates of %s are known to the day, month, year or not at all', (agency) => {
  const lengths = records[agency].dossiers.map(({ birth }) => birth?.date.length ?? 0);
  expect(sorted(lengths)).toEqual([0, 10, 4, 7]);
});
