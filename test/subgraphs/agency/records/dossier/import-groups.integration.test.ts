import {
  type Imported,
  type Importer,
  writeImport,
} from '../../../../../subgraphs/agency/actions/import/import-once.ts';
import {
  type GivenGroup,
  planGroupImport,
} from '../../../../../subgraphs/agency/actions/import/plan-group-import.ts';
import { type GivenDossier, planImport } from '../../../../../subgraphs/agency/actions/import/plan-import.ts';
import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { GroupRecord } from '../../../../../subgraphs/agency/records/group/group-record.ts';
import { groupImportStore } from '../../../../../subgraphs/agency/storage/stores/group-import-store.ts';
import { groupStore } from '../../../../../subgraphs/agency/storage/stores/group-store.ts';
import { importStore } from '../../../../../subgraphs/agency/storage/stores/import-store.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { testMatch, testNaming } from '../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';

const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
const gang = { kind: 'CALL_CENTRE', name: 'Probny call centre', provenance };
const memberOf = (...groups: unknown[]) => ({
  handlingCode: 'ON_RELEASE',
  cases: ['BY-2026-000001'],
  names: [{ kind: 'LEGAL', script: 'LATIN', surname: 'Probny', givenName: 'Test', provenance }],
  memberships: groups.map((group) => ({ group, rank: 'MEMBER', provenance })),
  offences: [{ article: '209', committedOn: '2025-03', provenance }],
  status: { stage: 'SUSPECTED', provenance },
});
const importer: Importer = {
  by: 'clerk-7',
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW' },
};
const at = new Date('2026-11-24T12:00:00Z');

describe('an import of groups', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { demo: 10 });
  });
  beforeEach(async () => {
    await agency.models.dossiers.deleteMany({ recordedWith: /^import / });
    await agency.models.groups.deleteMany({ recordedWith: /^import / });
  });

  const groups = () => groupImportStore(agency.models);
  const decide = (given: readonly GivenGroup[]) => planGroupImport(belarus, groups(), importer, given, at);
  const importing = async (...given: GivenGroup[]) => writeImport(groups(), await decide(given));
  const importingDossiers = async (...given: GivenDossier[]) => {
    const imports = importStore(agency.models, testMatch);
    const nodeIdOf = testNaming.idOf;
    const stores = { imports, groups: { ...groupStore(agency.models), ...groups() }, nodeIdOf };
    return writeImport(imports, await planImport(belarus, stores, importer, given, at));
  };
  const codesOf = (imported: readonly Imported[]) =>
    imported.map((each) =>
      typeof each === 'string' ? each : each.problems.map(({ path, code }) => `${path} ${code}`),
    );
  const stored = (key: string) =>
    agency.models.groups.findOne({ recordedWith: `import ${key}` }).lean<GroupRecord>();
  const count = () => agency.models.groups.countDocuments({});

  test('records as the mutation does, in the form of the model', async () => {
    expect(await importing({ key: 'g', group: gang })).toEqual(['RECORDED']);
    const record = await stored('g');
    const model = new agency.models.groups(record);
    await expect(model.validate()).resolves.toBeUndefined();
    expect(model.toObject()).toEqual(record);
    expect(record).toMatchObject({
      _id: expect.stringMatching(/^BYG-[0-9A-Z]{16}$/),
      agency: 'BELARUS',
      kind: 'CALL_CENTRE',
      name: 'Probny call centre',
      // It waits for a second officer, as one does that an officer has recorded.
      provenance: { recordedAt: at, contested: false, unsigned: { by: 'clerk-7', at } },
      version: 1,
      createdAt: at,
    });
  });

  test('takes the right ones, and tells of each other one every problem', async () => {
    const wrong = { ...gang, kind: 'CHOIR', name: 'Card 4111 1111 1111 1111' };
    const imported = await importing(
      { key: 'g', group: gang },
      { key: 'h', group: wrong },
      { key: 'i', group: undefined },
      { key: 'j', group: { ...gang, provenance: { ...provenance, retainUntil: '2020-01-01' } } },
    );
    expect(codesOf(imported)).toEqual([
      'RECORDED',
      ['kind UNKNOWN_VALUE', 'name CARD_NUMBER'],
      [' MISSING'],
      ['provenance.retainUntil RETENTION_PAST'],
    ]);
    expect(JSON.stringify(imported)).not.toContain('4111');
    expect(await stored('h')).toBeNull();
  });

  test('a second time finds all there, amended since or not, and refuses other content under the key', async () => {
    await importing({ key: 'g', group: gang });
    const before = await count();
    const { name, ...rest } = gang;
    expect(await importing({ key: 'g', group: { name, ...rest } })).toEqual(['ALREADY_THERE']);
    await agency.models.groups.updateOne({ recordedWith: 'import g' }, { name: 'Another name', version: 2 });
    expect(await importing({ key: 'g', group: gang })).toEqual(['ALREADY_THERE']);
    expect(codesOf(await importing({ key: 'g', group: { ...gang, name: 'Other' } }))).toEqual([
      ['key KEY_REUSED'],
    ]);
    expect([await count(), (await stored('g'))?.name]).toEqual([before, 'Another name']);
  });

  test('that meets another one, of the same and of other content, loses and doubles nothing', async () => {
    const before = await count();
    const mine = await decide(['g', 'h', 'i'].map((key) => ({ key, group: gang })));
    await importing({ key: 'h', group: gang }, { key: 'i', group: { ...gang, name: 'Other' } });
    expect(codesOf(await writeImport(groups(), mine))).toEqual([
      'RECORDED',
      'ALREADY_THERE',
      ['key KEY_REUSED'],
    ]);
    expect(await count()).toBe(before + 3);
  });

  describe('and of dossiers that name them', () => {
    const groupsOf = async (key: string) => {
      const dossier = await agency.models.dossiers
        .findOne({ recordedWith: `import ${key}` })
        .lean<DossierRecord>();
      return dossier?.memberships.map(({ group }) => group);
    };

    test('by their keys or by their ids, a key of a dossier being no key of a group', async () => {
      await importing({ key: 'g', group: gang }, { key: 'h', group: gang });
      const [g, h] = [(await stored('g'))?._id ?? '', (await stored('h'))?._id ?? ''];
      expect(await importingDossiers({ key: 'g', dossier: memberOf({ key: 'g' }, { key: 'h' }, g) })).toEqual(
        ['RECORDED'],
      );
      expect(await groupsOf('g')).toEqual([g, h, g]);
    });

    test('refuses a key under which no group is, and what is no key, at its place', async () => {
      await importing({ key: 'g', group: gang });
      const imported = await importingDossiers(
        { key: 'a', dossier: memberOf({ key: 'g' }, { key: 'nobody' }) },
        { key: 'b', dossier: { ...memberOf({ key: 'nobody' }), offences: [] } },
        { key: 'c', dossier: memberOf({ key: 'two words' }) },
        { key: 'd', dossier: memberOf({ key: 'g', name: 'x' }) },
        { key: 'e', dossier: memberOf(7) },
      );
      expect(codesOf(imported)).toEqual([
        ['memberships.1.group GROUP_UNKNOWN'],
        ['memberships.0.group GROUP_UNKNOWN', 'offences NO_OFFENCE'],
        ['memberships.0.group MALFORMED'],
        ['memberships.0.group MALFORMED'],
        ['memberships.0.group MALFORMED'],
      ]);
      expect(JSON.stringify(imported)).not.toContain('nobody');
      expect(await groupsOf('a')).toBeUndefined();
    });

    test('finds them there a second time, without asking for their groups again', async () => {
      await importing({ key: 'g', group: gang });
      const dossiers = [{ key: 'a', dossier: memberOf({ key: 'g' }) }];
      expect(await importingDossiers(...dossiers)).toEqual(['RECORDED']);
      await agency.models.groups.deleteMany({ recordedWith: 'import g' });
      expect(await importingDossiers(...dossiers)).toEqual(['ALREADY_THERE']);
    });
  });
});
