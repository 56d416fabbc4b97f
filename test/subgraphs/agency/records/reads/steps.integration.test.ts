import { getNamedType, isInputObjectType } from 'graphql';
import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { ReadPart } from '../../../../../subgraphs/agency/records/reads/read-entry.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import type { Role } from '../../../../../terms/enums.ts';
import { take } from '../../../../actions/take.ts';
import { everyAction } from '../../../../support/coordinates/actions.ts';
import { refusedInput } from '../../../../support/end-to-end/refused-input.ts';
import { dossierOf, groupOf, proposalOf } from '../../../../support/hand-made-dossiers.ts';
import { rolesOfMutation } from '../../../../support/policy/actions.ts';
import { projectFile, schemaOf } from '../../../../support/schema-files.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';
import { grantRelease, proposalTo, proposeRelease } from '../dossier/releases/support.ts';

const ids = {
  open: 'BY-STEPREAD0001',
  cleared: 'BY-STEPREAD0002',
  dark: 'BY-STEPREAD0003',
  unknown: 'BY-STEPREAD0009',
};
const acquitted = (dossier: DossierRecord): DossierRecord => ({
  ...dossier,
  status: { ...dossier.status, stage: 'ACQUITTED' },
});
const source = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
const group = groupOf('BYG-STEPREAD00001');

/** Every action whose input names a record that is there already, with the least that its input needs. */
const [{ actions } = { actions: [] }] = everyAction(schemaOf(projectFile('schema/built/api.graphql')));
const onRecords = (field: 'dossier' | 'group') =>
  actions.flatMap(({ name, args: [argument] }) => {
    const type = argument && getNamedType(argument.type);
    // What names a request is not taken on a dossier, although an answer names one of those that it is about.
    if (!isInputObjectType(type) || !type.getFields()[field] || type.getFields().request) return [];
    return [{ action: name, input: refusedInput(type) as Record<string, unknown> }];
  });

describe('a step', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    const dossiers = [
      dossierOf(ids.open, { handlingCode: 'ON_RELEASE', releases: [proposalOf({ id: 'VPROPOSED' })] }),
      acquitted(dossierOf(ids.cleared, { handlingCode: 'ON_RELEASE' })),
      dossierOf(ids.dark, { handlingCode: 'ORIGINATOR_ONLY' }),
    ];
    agency = await agencyInProcess(belarus, { dossiers, groups: [group] });
  });
  beforeEach(async () => {
    await agency.models.reads.deleteMany({});
  });

  const records = () => agency.models.reads.find({}).sort({ _id: 1 }).lean<ReadPart[]>();
  const read = async () => (await records()).map(({ by, dossiers, groups }) => [by, dossiers, groups]);
  async function act(action: string, input: object, told?: string) {
    const [role] = rolesOfMutation.get(action) ?? [];
    const officer = agency.as('BELARUS', role as Role).called('officer');
    const { codes, problems, __typename } = await take(officer, 'BELARUS', action, input, told);
    return codes[0] ?? problems?.[0]?.code ?? __typename;
  }
  const sweep = (dossier: string, version = 1) => act('countersignValues', { dossier, version });

  test('that tells what became of a person, although it is refused, is one entry a request', async () => {
    const told = [await sweep(ids.open), await sweep(ids.cleared), await sweep(ids.dark)];
    expect(told).toEqual(['NOT_PROPOSED', 'DOSSIER_CLOSED', 'ORIGINATOR_ONLY']);
    expect(await read()).toEqual([
      ['officer', [ids.open], []],
      ['officer', [ids.cleared], []],
      ['officer', [ids.dark], []],
    ]);
    expect((await records())[0]).toMatchObject({
      coordinates: expect.any(Array),
      beyondMandate: [],
      withheld: [],
    });
  });

  test('is no entry where there is no such dossier or group, nor where its officer has no such action', async () => {
    expect(await sweep(ids.unknown)).toBe('UnknownRecord');
    const input = { dossier: ids.cleared, version: 1 };
    const { codes } = await take(agency.as('BELARUS', 'ANALYST'), 'BELARUS', 'countersignValues', input);
    expect(codes).toEqual(['FORBIDDEN']);
    const unknown = { group: 'BYG-STEPREAD00009', version: 1, neutrality: 'Facts of the case alone' };
    expect(await act('countersignGroup', unknown)).toBe('UnknownRecord');
    expect(await read()).toEqual([]);
  });

  test('is an entry where its officer may not read the dossier, or has read an older one', async () => {
    const outside = agency.as('BELARUS', 'LIAISON').for('PREVENTION', 'BY-2026-000777').called('outside');
    expect((await proposeRelease(outside, proposalTo(ids.cleared))).codes).toEqual(['FORBIDDEN']);
    expect(await sweep(ids.open, 99)).toBe('StaleVersion');
    expect((await records()).map(({ by, dossiers, beyondMandate }) => [by, dossiers, beyondMandate])).toEqual(
      [
        ['outside', [ids.cleared], [ids.cleared]],
        ['officer', [ids.open], []],
      ],
    );
  });

  test.each(onRecords('dossier'))('is an entry of its dossier, whichever it is: $action', async (step) => {
    const { action, input } = step;
    const given = {
      ...input,
      dossier: ids.cleared,
      foreign: { dossier: 'RU-0000000001' },
      reason: action === 'overrideMeasure' ? 'LIFE' : 'A reason',
      version: 99,
    };
    const asked = Object.fromEntries(Object.entries(given).filter(([name]) => name in input));
    await act(action, asked);
    expect(await read()).toEqual([['officer', [ids.cleared], []]]);
  });

  test.each(onRecords('group'))('is an entry of its group, whichever it is: $action', async (step) => {
    const { action, input } = step;
    expect(await act(action, { ...input, group: group._id, version: 99 })).toBe('StaleVersion');
    expect(await read()).toEqual([['officer', [], [group._id]]]);
  });

  test('that is taken is one entry, whether its answer shows the dossier or not', async () => {
    const supervisor = agency.as('BELARUS', 'SUPERVISOR').called('granting');
    expect((await grantRelease(supervisor, ids.open, 'VPROPOSED')).codes).toEqual([]);
    expect(await read()).toEqual([['granting', [ids.open], []]]);
  });

  test('that records somebody anew is a read of whom its answer shows', async () => {
    const input = {
      handlingCode: 'ON_RELEASE',
      cases: ['BY-2026-000001'],
      offences: [{ article: '209', committedOn: '2025-03', provenance: source }],
      status: { stage: 'SUSPECTED', provenance: source },
    };
    await act('recordDossier', input);
    expect(await read()).toEqual([]);
    await act('recordDossier', input, 'dossier { version }');
    expect(await read()).toEqual([['officer', [expect.stringMatching(/^BY-/)], []]]);
  });
});
