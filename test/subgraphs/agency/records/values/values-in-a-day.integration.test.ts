import { mostRecordedADay } from '../../../../../subgraphs/agency/records/dossier/step.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { dayOf } from '../../../../../terms/days.ts';
import { leastDossier } from '../../../../support/end-to-end/officer.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';

const known = 'BY-KN0WN0000001';
const given = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };

let agency: AgencyInProcess;
beforeAll(async () => {
  agency = await agencyInProcess(belarus, { dossiers: [dossierOf(known, { recordedWith: 'a officer' })] });
});

const officerNamed = (name: string) =>
  agency.as('BELARUS', 'INVESTIGATOR').called(name).for('INVESTIGATION', 'BY-2026-000001');
type Officer = ReturnType<typeof officerNamed>;

const record = async (officer: Officer, key?: string) => {
  const asking = key === undefined ? officer : officer.withKey(key);
  const { data, codes, errors } = await asking.run(
    `mutation ($input: DossierInput!) { belarus { recordDossier(input: $input) {
      __typename ... on BelarusRecordedDossier { of } } } }`,
    { input: leastDossier.belarus },
  );
  return { codes, errors, of: data?.belarus?.recordDossier?.of };
};
const amend = async (officer: Officer) => {
  const { codes } = await officer.run(
    'mutation ($input: AmendDossierInput!) { belarus { amendDossier(input: $input) { __typename } } }',
    {
      input: {
        dossier: known,
        version: (await agency.models.dossiers.findById(known).lean())?.version,
        add: { citizenships: [{ country: 'BY', provenance: given }] },
      },
    },
  );
  return codes;
};
const dayOfOfficer = (name: string) => `${dayOf(new Date())} ${name}`;
const recordedBy = async (name: string) =>
  (await agency.models.officerDays.findById(dayOfOfficer(name)).lean())?.recorded;
const hasRecorded = (name: string, recorded: number) =>
  agency.models.officerDays.create({ _id: dayOfOfficer(name), recorded, at: new Date() });

test('an officer records as many values in a day as may be, and not one more', async () => {
  const officer = officerNamed('busy');
  const first = await record(officer);
  expect(first.codes).toEqual([]);
  const values = (await recordedBy('busy')) ?? 0;
  expect(values).toBeGreaterThan(0);
  await agency.models.officerDays.updateOne(
    { _id: dayOfOfficer('busy') },
    { recorded: mostRecordedADay - values },
  );
  const key = '0f8e5c1e-6f1c-4f0e-9d57-3b6f3a2c9b10';
  const last = await record(officer, key);
  expect(last.codes).toEqual([]);
  const dossiers = await agency.models.dossiers.countDocuments();
  const refused = await record(officer);
  expect(refused.codes).toEqual(['QUOTA_SPENT']);
  expect(refused.errors?.[0]?.message).toContain(`at most ${mostRecordedADay} values in a day`);
  expect(await amend(officer)).toEqual(['QUOTA_SPENT']);
  expect(await agency.models.dossiers.countDocuments()).toBe(dossiers);
  expect(await recordedBy('busy')).toBe(mostRecordedADay);
  // What was recorded before is told again to whoever did not hear of it.
  expect((await record(officer, key)).of).toBe(last.of);
  expect((await record(officerNamed('another'))).codes).toEqual([]);
});

test('what is added to a dossier counts', async () => {
  await hasRecorded('adding', mostRecordedADay - 1);
  const officer = officerNamed('adding');
  expect(await amend(officer)).toEqual([]);
  expect(await amend(officer)).toEqual(['QUOTA_SPENT']);
});

test('a supervisor clears twenty persons in a day, and another one goes on', async () => {
  const clear = async (name: string) => {
    const { codes } = await agency
      .as('BELARUS', 'SUPERVISOR')
      .called(name)
      .for('INVESTIGATION', 'BY-2026-000001')
      .run(
        'mutation ($input: CloseDossierInput!) { belarus { closeDossier(input: $input) { __typename ... on InvalidInput { problems { code } } } } }',
        {
          input: {
            dossier: (await record(officerNamed('another'))).of,
            version: 1,
            stage: 'ACQUITTED',
            reason: 'By judgment',
            provenance: given,
          },
        },
      );
    return codes;
  };
  await agency.models.officerDays.create({
    _id: dayOfOfficer('clearing'),
    cleared: 19,
    at: new Date(),
  });
  expect(await clear('clearing')).toEqual([]);
  expect(await clear('clearing')).toEqual(['QUOTA_SPENT']);
  expect(await clear('another supervisor')).toEqual([]);
});
