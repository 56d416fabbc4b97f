import { type Importer, writeImport } from '../../../../../subgraphs/agency/actions/import/import-once.ts';
import { type GivenDossier, planImport } from '../../../../../subgraphs/agency/actions/import/plan-import.ts';
import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { erasedFingerprint } from '../../../../../subgraphs/agency/records/history/erase-from-history.ts';
import { groupImportStore } from '../../../../../subgraphs/agency/storage/stores/group-import-store.ts';
import { groupStore } from '../../../../../subgraphs/agency/storage/stores/group-store.ts';
import { importStore } from '../../../../../subgraphs/agency/storage/stores/import-store.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { knownGroups } from '../../../../../workshop/demo-data/known/demo-ids.ts';
import { historyOf } from '../../../../support/history-of.ts';
import { testMatch, testNaming } from '../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';

const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
const name = { kind: 'LEGAL', script: 'LATIN', surname: 'Probny', givenName: 'Test', provenance };
const person = {
  handlingCode: 'ON_RELEASE',
  cases: ['BY-2026-000007', 'BY-2026-000001'],
  names: [name],
  offences: [{ article: '209', committedOn: '2025-03', provenance }],
  status: { stage: 'SUSPECTED', provenance },
};
const importer: Importer = {
  by: 'clerk-7',
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW' },
};
const at = new Date('2026-11-24T12:00:00Z');

describe('an import of dossiers', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { demo: 10 });
  });
  beforeEach(async () => {
    await agency.models.dossiers.deleteMany({ recordedWith: /^import / });
  });

  const stores = () => ({
    imports: importStore(agency.models, testMatch),
    groups: { ...groupStore(agency.models), ...groupImportStore(agency.models) },
    nodeIdOf: testNaming.idOf,
  });
  const decide = (given: readonly GivenDossier[], by = importer) =>
    planImport(belarus, stores(), by, given, at);
  const write = (planned: Awaited<ReturnType<typeof decide>>) => writeImport(stores().imports, planned);
  const importing = async (given: readonly GivenDossier[], by = importer) => write(await decide(given, by));
  const codesOf = (imported: Awaited<ReturnType<typeof importing>>) =>
    imported.map((each) =>
      typeof each === 'string' ? each : each.problems.map(({ path, code }) => `${path} ${code}`),
    );
  const stored = (key: string) =>
    agency.models.dossiers.findOne({ recordedWith: `import ${key}` }).lean<DossierRecord>();
  const count = () => agency.models.dossiers.estimatedDocumentCount();

  test('takes grounds of measures from the list alone, as the mutation does', async () => {
    const on = (ground: string) => ({
      ...person,
      measures: [{ kind: 'SEARCH', state: 'DONE', date: '2026-01', ground, provenance }],
    });
    const before = await count();
    expect(
      codesOf(
        await importing([
          { key: 'rally', dossier: on('took part in an unauthorised rally') },
          { key: 'custody', dossier: on('Code of Criminal Procedure, Article 126') },
        ]),
      ),
    ).toEqual([['measures.0.ground GROUND_UNKNOWN'], ['measures.0.ground GROUND_OF_ANOTHER_MEASURE']]);
    expect(await count()).toBe(before);
    expect(
      await importing([{ key: 'search', dossier: on('Code of Criminal Procedure, Article 208') }]),
    ).toEqual(['RECORDED']);
  });

  test('records as the mutation does: in the form of the model, with the first entry of a history', async () => {
    expect(await importing([{ key: 'a', dossier: person }])).toEqual(['RECORDED']);
    const record = await stored('a');
    const { dossiers } = agency.models;
    await expect(new dossiers(record).validate()).resolves.toBeUndefined();
    expect(new dossiers(record).toObject()).toEqual(record);
    expect(record).toMatchObject({
      agency: 'BELARUS',
      version: 1,
      createdAt: at,
      names: [{ surname: 'Probny' }],
    });
    const history = await historyOf(agency.models, record?._id ?? '');
    expect(history).toMatchObject([
      {
        version: 1,
        at,
        by: 'clerk-7',
        action: 'RECORD',
        mandate: { ...importer.mandate, case: 'BY-2026-000007' },
        idempotency: { key: 'a' },
      },
    ]);
    expect(history[0]?.changes.map(({ field }) => field)).toEqual(['names', 'offences', 'status']);
  });

  test('is under the case that is named, where one is', async () => {
    const mandate = { ...importer.mandate, case: 'BY-2026-000099' };
    await importing([{ key: 'a', dossier: person }], { ...importer, mandate });
    const [first] = await historyOf(agency.models, (await stored('a'))?._id ?? '');
    expect(first?.mandate.case).toBe('BY-2026-000099');
  });

  test('takes the right ones, and tells of each other one every problem', async () => {
    const wrong = { ...person, names: [{ ...name, surname: 'Card 4111 1111 1111 1111' }], offences: [] };
    const imported = await importing([
      { key: 'a', dossier: person },
      { key: 'b', dossier: wrong },
      { key: 'c', dossier: undefined },
      { key: 'd', dossier: person },
    ]);
    expect(codesOf(imported)).toEqual([
      'RECORDED',
      ['names.0.surname CARD_NUMBER', 'offences NO_OFFENCE'],
      [' MISSING'],
      'RECORDED',
    ]);
    expect(JSON.stringify(imported)).not.toContain('4111');
    expect(await stored('b')).toBeNull();
  });

  test('takes the cases that its file names, and none of another agency', async () => {
    const imported = await importing([
      { key: 'a', dossier: { ...person, cases: ['BY-2026-000777', 'BY-2026-000778'] } },
      { key: 'b', dossier: { ...person, cases: ['BY-2026-000777', 'RU-2026-000001'] } },
    ]);
    expect(codesOf(imported)).toEqual(['RECORDED', ['cases CASE_OF_ANOTHER_AGENCY']]);
    const recorded = await stored('a');
    expect(recorded).toMatchObject({ recordedWith: 'import a', cases: ['BY-2026-000777', 'BY-2026-000778'] });
  });

  test('takes members of groups that the agency has, asked for in one read, and of no other', async () => {
    const member = (group: string) => ({ ...person, memberships: [{ group, rank: 'MEMBER', provenance }] });
    const [group] = await agency.models.groups.find({}).limit(1).lean();
    const imported = await importing([
      { key: 'a', dossier: member(group?._id ?? '') },
      { key: 'b', dossier: member('BYG-0000000000000000') },
      { key: 'c', dossier: member(knownGroups.RUSSIA) },
    ]);
    const unknown = ['memberships.0.group GROUP_UNKNOWN'];
    expect(codesOf(imported)).toEqual(['RECORDED', unknown, unknown]);
  });

  test('a second time finds all there, whoever imports and in whatever order the fields are now', async () => {
    await importing([{ key: 'a', dossier: person }]);
    const before = [await count(), await stored('a')];
    const { status, ...rest } = person;
    const again = { status, harms: null, ...rest };
    expect(await importing([{ key: 'a', dossier: again }], { ...importer, by: 'clerk-8' })).toEqual([
      'ALREADY_THERE',
    ]);
    expect([await count(), await stored('a')]).toEqual(before);
  });

  test('refuses a known key with other content, and changes nothing', async () => {
    await importing([{ key: 'a', dossier: person }]);
    const before = await stored('a');
    for (const dossier of [
      { ...person, handlingCode: 'ORIGINATOR_ONLY' },
      { ...person, cases: [...person.cases].reverse() },
    ])
      expect(codesOf(await importing([{ key: 'a', dossier }]))).toEqual([['key KEY_REUSED']]);
    expect(await stored('a')).toEqual(before);
  });

  test('of which a part was written before records the rest', async () => {
    await importing(['b', 'd'].map((key) => ({ key, dossier: person })));
    const all = ['a', 'b', 'c', 'd'].map((key) => ({ key, dossier: person }));
    expect(await importing(all)).toEqual(['RECORDED', 'ALREADY_THERE', 'RECORDED', 'ALREADY_THERE']);
  });

  test('that meets another one, of the same and of other content, loses and doubles nothing', async () => {
    const before = await count();
    const mine = await decide(['a', 'b', 'c'].map((key) => ({ key, dossier: person })));
    const others = await decide([
      { key: 'b', dossier: person },
      { key: 'c', dossier: { ...person, handlingCode: 'ORIGINATOR_ONLY' } },
    ]);
    expect(await write(others)).toEqual(['RECORDED', 'RECORDED']);
    expect(codesOf(await write(mine))).toEqual(['RECORDED', 'ALREADY_THERE', ['key KEY_REUSED']]);
    expect(await count()).toBe(before + 3);
  });

  test('does not bring back what was erased of a dossier since', async () => {
    await importing([{ key: 'a', dossier: person }]);
    await agency.models.dossiers.updateOne({ recordedWith: 'import a' }, { $set: { names: [] } });
    const erased = { $set: { 'idempotency.fingerprint': erasedFingerprint } };
    await agency.models.history.updateOne({ record: (await stored('a'))?._id ?? '' }, erased);
    expect(await importing([{ key: 'a', dossier: person }])).toEqual(['ALREADY_THERE']);
    expect((await stored('a'))?.names).toEqual([]);
  });

  test('looks the keys up in two reads of indexes, and checks nothing that is there', async () => {
    const all = ['a', 'b', 'c'].map((key) => ({ key, dossier: person }));
    await importing(all);
    const commands: string[] = [];
    const note = ({ commandName }: { commandName: string }) => commands.push(commandName);
    agency.connection.getClient().on('commandStarted', note);
    await importing(all);
    agency.connection.getClient().off('commandStarted', note);
    expect(commands).toEqual(['find', 'find']);
  });

  test('fails when the database does not take one, without telling what was in it', async () => {
    const planned = await decide([{ key: 'secret-key', dossier: person }]);
    const [first] = planned;
    if (typeof first?.plan !== 'object' || !('record' in first.plan)) throw new Error('not planned');
    const tooLarge = {
      ...first.plan.record,
      cases: Array.from({ length: 18 }, () => 'x'.repeat(1024 * 1024)),
    };
    const failed = await write([{ ...first, plan: { ...first.plan, record: tooLarge } }]).catch(
      ({ message }) => message,
    );
    expect(failed).toEqual(expect.any(String));
    expect(failed).not.toContain('secret-key');
  });
});
