import type { ReadPart } from '../../../../../subgraphs/agency/records/reads/read-entry.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { encodeQuestion } from '../../../../../terms/search-exchange.ts';
import { knownGroups } from '../../../../../workshop/demo-data/known/demo-ids.ts';
import { confirmedLink, dossierOf, groupOf, releaseOf } from '../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';
import { halfOf, proposalTo, proposeRelease } from '../dossier/releases/support.ts';

const member = { id: 'VMEMBER', group: knownGroups.BELARUS, rank: 'MEMBER' as const };
const { provenance } = dossierOf('BY-0000000000').status;
const shareable = { handlingCode: 'SHAREABLE' as const };
const dossiers = [
  dossierOf('BY-A000000001', {
    ...shareable,
    ...confirmedLink('RU-A000000001'),
    releases: [releaseOf()],
    memberships: [{ ...member, provenance }],
  }),
  dossierOf('BY-A000000002', shareable),
  dossierOf('BY-A000000003', { ...shareable, releases: [releaseOf()] }),
  dossierOf('BY-A000000004', { handlingCode: 'ON_RELEASE' }),
];
const group = groupOf(knownGroups.BELARUS);

describe('what is read', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers, groups: [group] });
  });
  beforeEach(async () => {
    await agency.models.reads.deleteMany({});
  });

  const foreign = () => agency.as('RUSSIA', 'INVESTIGATOR');
  const records = () => agency.models.reads.find({}).sort({ _id: 1 }).lean<ReadPart[]>();
  const suspects = (...ids: string[]) => ({ of: ids.map((id) => ({ __typename: 'Suspect', id })) });
  const names = halfOf('id names { full } status { stage }');

  test('is on record before the answer leaves: who, under what, which dossiers and fields, and no value', async () => {
    const { commands } = await foreign().run(names, suspects('RU-A000000001', 'BY-A000000002'));
    const ofRecords = commands.filter((command) => !Object.values(command).includes('budgets'));
    expect(ofRecords.map((command) => Object.keys(command)[0])).toEqual(['find', 'insert']);
    const found = await records();
    expect(found).toEqual([
      {
        _id: expect.stringMatching(/^[0-9a-z]{9}-[0-9a-f]{20}-[0-9a-f]{16}-[0-9A-Z]{8}$/),
        at: expect.any(Date),
        requestId: 'request-0001',
        by: 'russia-investigator',
        agency: 'RUSSIA',
        roles: ['INVESTIGATOR'],
        mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'RU-2026-000001' },
        dossiers: ['BY-A000000001', 'BY-A000000002'],
        groups: [],
        coordinates: [
          'BelarusDossier.id',
          'BelarusDossier.names',
          'BelarusDossier.status',
          'PersonName.full',
          'Status.stage',
          'Suspect.belarus',
        ],
        withheld: [
          { coordinate: 'BelarusDossier.status', reason: 'NOT_RELEASED', dossiers: ['BY-A000000002'] },
        ],
      },
    ]);
    expect(JSON.stringify(found)).not.toContain(dossiers[0]?.names[0]?.surname);
  });

  test('is on record without the fields that were not asked after all, or denied', async () => {
    const document = `query ($of: [_Any!]!, $more: Boolean = false) { _entities(representations: $of) { ... on Suspect {
      belarus { id names @include(if: $more) { full } history { nodes { by } } } } } }`;
    await foreign().run(document, suspects('BY-A000000002'));
    expect((await records())[0]?.coordinates).toEqual(['BelarusDossier.id', 'Suspect.belarus']);
    await foreign().run(document, { ...suspects('BY-A000000002'), more: true });
    expect((await records())[1]?.coordinates).toContain('PersonName.full');
  });

  test('is one entry a request, however many dossiers and ways to them', async () => {
    const { commands } = await foreign().run(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus { id suspect { belarus { version } } } } }
        belarus { first: releasedDossiers { nodes { id } } again: releasedDossiers { edges { node { id } } } } }`,
      suspects('BY-A000000002'),
    );
    expect(commands.filter(({ insert }) => insert)).toHaveLength(1);
    expect((await records()).map((record) => record.dossiers)).toEqual([
      ['BY-A000000001', 'BY-A000000002', 'BY-A000000003'],
    ]);
  });

  test('of a page is the page, and not the dossier that tells of the next', async () => {
    const { data } = await foreign().run(
      '{ belarus { releasedDossiers(first: 1) { nodes { id } pageInfo { hasNextPage } } } }',
    );
    expect(data.belarus.releasedDossiers.pageInfo.hasNextPage).toBe(true);
    expect((await records())[0]?.dossiers).toEqual(['BY-A000000001']);
  });

  test('through a shared thing is each dossier that the answer holds', async () => {
    await foreign().run(
      halfOf('infrastructure { node { dossiers(first: 2) { nodes { id } } } }'),
      suspects('BY-A000000001'),
    );
    expect((await records())[0]?.dossiers).toEqual(['BY-A000000001', 'BY-A000000002']);
  });

  test('of a group is on record, by itself, through a membership, and with its members', async () => {
    const byItself = await foreign().run(`{ belarus { group(id: "${knownGroups.BELARUS}") { name } } }`);
    expect(byItself.data.belarus.group).toEqual({ name: 'Heron' });
    await foreign().run(halfOf('memberships { group { name } }'), suspects('BY-A000000001'));
    await foreign().run(
      `{ belarus { group(id: "${knownGroups.BELARUS}") { members { nodes { dossier { id } } } } } }`,
    );
    expect((await records()).map((record) => [record.dossiers, record.groups])).toEqual([
      [[], [knownGroups.BELARUS]],
      [['BY-A000000001'], [knownGroups.BELARUS]],
      [['BY-A000000001'], [knownGroups.BELARUS]],
    ]);
  });

  test('is not on record when there was nothing for him', async () => {
    await foreign().run(names, suspects('BY-A000000004', 'BY-0000000000'));
    await foreign().run('{ belarus { articles { code } group(id: "BYG-0000000000000000") { name } } }');
    await foreign().for('PREVENTION').run(`{ belarus { group(id: "${knownGroups.BELARUS}") { name } } }`);
    await foreign().under('NATIONAL_LAW').run(names, suspects('BY-A000000001'));
    expect(await records()).toEqual([]);
  });

  test('has the fields that were answered alone: not one that was withheld of all, nor what stands below a null', async () => {
    await foreign().run(
      halfOf('id status { stage } sex { value } memberships { group { name } }'),
      suspects('BY-A000000002'),
    );
    expect((await records())[0]?.coordinates).toEqual([
      'BelarusDossier.id',
      'BelarusDossier.sex',
      'Suspect.belarus',
    ]);
  });

  describe('by the owner’s own viewers', () => {
    const own = () => agency.as('BELARUS', 'SUPERVISOR');

    test('is on record as another agency’s reads are, before the answer leaves', async () => {
      const { commands } = await own().run(names, suspects('BY-A000000001'));
      await own().run(`{ belarus { group(id: "${knownGroups.BELARUS}") { name } } }`);
      expect(commands.map((command) => Object.keys(command)[0])).toEqual(['find', 'insert']);
      expect(await records()).toMatchObject([
        { by: 'belarus-supervisor', agency: 'BELARUS', dossiers: ['BY-A000000001'], withheld: [] },
        { by: 'belarus-supervisor', dossiers: [], groups: [knownGroups.BELARUS] },
      ]);
    });

    test('is on record of what a mutation answers', async () => {
      const liaison = agency.as('BELARUS', 'LIAISON');
      expect((await proposeRelease(liaison, proposalTo('BY-A000000004'))).release).toBeDefined();
      expect((await records()).map(({ by, dossiers: read }) => [by, read])).toEqual([
        ['belarus-liaison', ['BY-A000000004']],
      ]);
    });

    test('is on record of a group that a mutation answers', async () => {
      const provenanceGiven = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
      const input = { kind: 'CALL_CENTRE', name: 'Egret', provenance: provenanceGiven };
      const { data } = await agency
        .as('BELARUS', 'INVESTIGATOR')
        .run(
          'mutation ($input: GroupInput!) { belarus { recordGroup(input: $input) { ... on RecordedGroup { id: of group { name } } } } }',
          { input },
        );
      expect(data.belarus.recordGroup.group).toEqual({ name: 'Egret' });
      expect((await records()).map(({ groups: read }) => read)).toEqual([[data.belarus.recordGroup.id]]);
    });

    test('is marked where a dossier has none of the mandate’s cases, and none of the viewer’s', async () => {
      const marks = async (...ids: string[]) => {
        await agency.models.reads.deleteMany({});
        await own().run(names, suspects(...ids));
        return (await records()).map(({ beyondMandate, ofNoCase }) => [beyondMandate, ofNoCase]);
      };
      await agency.models.dossiers.updateOne({ _id: 'BY-A000000002' }, { cases: ['BY-2026-000099'] });
      expect(await marks('BY-A000000001')).toEqual([[[], []]]);
      expect(await marks('BY-A000000001', 'BY-A000000002')).toEqual([[['BY-A000000002'], ['BY-A000000002']]]);
      await foreign().run(names, suspects('BY-A000000002'));
      expect((await records()).map(({ agency: of, ofNoCase }) => [of, ofNoCase])).toEqual(
        expect.arrayContaining([['RUSSIA', undefined]]),
      );
    });

    test('has the reason that they give, and none that they do not', async () => {
      await own().saying('Check of report 17').run(names, suspects('BY-A000000001'));
      await own().run(names, suspects('BY-A000000001'));
      expect((await records()).map(({ reason }) => reason)).toEqual(['Check of report 17', undefined]);
    });

    test('is on record where a search finds nothing', async () => {
      const question = encodeQuestion({ criteria: { phone: '+375290000001' } });
      await own().run(
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on BelarusSearch { matches } } }',
        { of: [{ __typename: 'BelarusSearch', question }] },
      );
      expect(await records()).toMatchObject([
        { by: 'belarus-supervisor', dossiers: [], search: { kinds: ['PHONE'], near: 0 } },
      ]);
    });
  });

  test('is on record although a part of the answer is an error', async () => {
    const { codes, data } = await foreign().run(
      halfOf('id infrastructure { node { dossiers(first: 0) { nodes { id } } } }'),
      suspects('BY-A000000001'),
    );
    expect(new Set(codes)).toEqual(new Set(['BAD_USER_INPUT']));
    expect(data._entities[0].belarus.id).toBe('BY-A000000001');
    expect((await records())[0]?.dossiers).toEqual(['BY-A000000001']);
  });

  test('tries nothing else by a mutation, which is refused before anything is read', async () => {
    const { codes, commands } = await foreign().run(
      `mutation { belarus { contestValue(input: { dossier: "BY-A000000001", version: 1, value: "V1", reason: "x" }) {
        ... on BelarusRecordedDossier { dossier { names { full } } } } } }`,
    );
    expect([codes, commands]).toEqual([['FORBIDDEN'], []]);
  });
});
