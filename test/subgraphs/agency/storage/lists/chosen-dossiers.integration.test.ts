import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import type { ProceduralStage, Purpose, RoleKind } from '../../../../../terms/enums.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';

const ofOfficer = 'BY-2026-000001';
const ofOthers = 'BY-2026-000002';

/** @param day of its recording; dossiers of one day are of one moment, as those of an import are */
function listed(
  id: string,
  day: number,
  stage: ProceduralStage,
  kinds: readonly RoleKind[],
  cases: string[],
): DossierRecord {
  const whole = dossierOf(id);
  const [role] = whole.roles;
  if (!role) throw new Error('the known dossier has lost its role');
  return dossierOf(id, {
    createdAt: new Date(Date.UTC(2026, 0, day)),
    status: { ...whole.status, stage },
    roles: kinds.map((kind, index) => ({ ...role, id: `V00000000000${index}`, kind })),
    cases,
  });
}

const dossiers = [
  listed('BY-0000000001', 1, 'SUSPECTED', ['MONEY_MULE'], [ofOfficer]),
  listed('BY-0000000002', 2, 'SUSPECTED', ['MONEY_MULE', 'CASH_COURIER'], [ofOthers]),
  listed('BY-0000000003', 2, 'SUSPECTED', [], [ofOfficer, ofOthers]),
  listed('BY-0000000004', 2, 'ACCUSED', ['CASH_COURIER'], [ofOfficer]),
  listed('BY-0000000005', 3, 'ACQUITTED', ['MONEY_MULE'], [ofOthers]),
  {
    ...listed('BY-0000000006', 4, 'ACCUSED', ['MONEY_MULE'], [ofOthers]),
    handlingCode: 'ORIGINATOR_ONLY' as const,
  },
];

describe('the list of dossiers by stage, role and case', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers });
  });

  const investigator = () => agency.as('BELARUS', 'INVESTIGATOR');
  const document = (given: string) =>
    `{ belarus { dossiers(${given}) { nodes { id } pageInfo { hasNextPage endCursor } } } }`;

  async function listOf(given: string, officer = investigator()) {
    const { data, codes, redactions } = await officer.run(document(given));
    const list = data?.belarus?.dossiers as
      | { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
      | null
      | undefined;
    return {
      codes,
      redactions,
      pageInfo: list?.pageInfo,
      ids: list?.nodes.map(({ id }) => Number(id.slice(-1))),
    };
  }

  test.each([
    ['orderBy: RECORDED_NEWEST', [6, 5, 4, 3, 2, 1]],
    ['orderBy: RECORDED_OLDEST', [1, 2, 3, 4, 5, 6]],
    ['stages: [SUSPECTED]', [3, 2, 1]],
    ['stages: [ACCUSED, ACQUITTED], orderBy: RECORDED_OLDEST', [4, 5, 6]],
    ['stages: []', []],
    ['roles: [MONEY_MULE]', [6, 5, 2, 1]],
    // A person with both roles is one person.
    ['roles: [MONEY_MULE, CASH_COURIER]', [6, 5, 4, 2, 1]],
    ['roles: [MONEY_MULE], stages: [SUSPECTED]', [2, 1]],
    [`case: "${ofOthers}"`, [6, 5, 3, 2]],
    [`case: "${ofOthers}", stages: [SUSPECTED], roles: [CASH_COURIER]`, [2]],
    ['case: "BY-2026-999999"', []],
    ['stages: null, roles: null, case: null, orderBy: null', [1, 2, 3, 4, 5, 6]],
  ])('has those that are asked for by %s, and no others', async (given, expected) => {
    const { ids, codes, redactions } = await listOf(given);
    expect({ ids, codes, redactions }).toEqual({ ids: expected, codes: [], redactions: [] });
  });

  test.each(['stages: [SUSPECTED, ACCUSED]', 'orderBy: RECORDED_OLDEST', `case: "${ofOthers}"`])(
    'paged through by one (%s) gives each once, those of one moment too',
    async (given) => {
      const whole = await listOf(given);
      const seen: number[] = [];
      let after = '';
      for (let left = 10; left > 0; left -= 1) {
        const { ids = [], pageInfo } = await listOf(`${given}, first: 1${after}`);
        seen.push(...ids);
        if (!pageInfo?.hasNextPage) break;
        after = `, after: "${pageInfo.endCursor}"`;
      }
      expect(seen).toEqual(whole.ids);
    },
  );

  test('has cursors that are good for the same choice alone', async () => {
    const { pageInfo } = await listOf('stages: [SUSPECTED], first: 1');
    const after = `after: "${pageInfo?.endCursor}"`;
    expect((await listOf(`stages: [SUSPECTED], ${after}`)).ids).toEqual([2, 1]);
    for (const other of ['stages: [ACCUSED],', 'stages: [SUSPECTED], orderBy: RECORDED_OLDEST,', ''])
      expect((await listOf(`${other} ${after}`)).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('goes on where it was when a dossier is recorded meanwhile', async () => {
    const { ids, pageInfo } = await listOf('stages: [ACCUSED], first: 1');
    expect(ids).toEqual([6]);
    const newer = listed('BY-0000000009', 9, 'ACCUSED', [], [ofOthers]);
    await agency.models.dossiers.collection.insertOne(newer as never);
    expect((await listOf(`stages: [ACCUSED], after: "${pageInfo?.endCursor}"`)).ids).toEqual([4]);
    await agency.models.dossiers.deleteOne({ _id: newer._id });
  });

  const withheld = (given: string, officer: ReturnType<typeof investigator>) => listOf(given, officer);

  test.each([
    'stages: [SUSPECTED]',
    'roles: [MONEY_MULE]',
    `case: "${ofOfficer}"`,
    'orderBy: RECORDED_OLDEST',
  ])(
    'is withheld with a receipt where policy denies CASE, and nothing is looked up, whoever has it (%s)',
    async (given) => {
      const preventing = agency.as('BELARUS', 'ANALYST').for('PREVENTION', ofOfficer);
      const denied = await withheld(given, preventing);
      expect(denied.ids).toBeUndefined();
      expect(denied.redactions).toMatchObject([
        {
          coordinate: 'BelarusQuery.dossiers',
          class: 'CASE',
          owner: 'BELARUS',
          reason: 'PURPOSE',
          records: null,
        },
      ]);
      // The same officer lists all of them without it, and another with it.
      expect((await listOf('first: 20', preventing)).ids).toEqual([1, 2, 3, 4, 5, 6]);
      expect((await listOf(given)).ids).not.toEqual([]);
    },
  );

  test.each<[string, Purpose, string | undefined, number[]]>([
    ['of their case', 'INVESTIGATION', ofOfficer, [3, 1]],
    ['of another case', 'INVESTIGATION', ofOthers, [3, 2]],
    ['of no case', 'INVESTIGATION', undefined, []],
  ])(
    'is chosen among the dossiers %s where policy asks the dossier',
    async (_what, purpose, number, expected) => {
      const liaison = agency.as('BELARUS', 'LIAISON').for(purpose, number);
      expect((await listOf('stages: [SUSPECTED]', liaison)).ids).toEqual(expected);
      // It says nothing of the others: they are there, and are found by nothing of theirs.
      expect((await listOf('first: 20', liaison)).ids).toEqual([1, 2, 3, 4, 5, 6]);
    },
  );

  test('asks for both cases where the mandate is for another one than is asked for', async () => {
    const liaison = agency.as('BELARUS', 'LIAISON').for('INVESTIGATION', ofOfficer);
    expect((await listOf(`case: "${ofOthers}"`, liaison)).ids).toEqual([3]);
  });

  test('is nothing to another agency, by whatever it asks', async () => {
    for (const given of ['stages: [ACCUSED]', `case: "${ofOfficer}"`, 'first: 1']) {
      const foreign = await listOf(given, agency.as('RUSSIA', 'INVESTIGATOR'));
      expect([foreign.ids, foreign.redactions[0]?.reason]).toEqual([undefined, 'ROLE']);
    }
  });
});
