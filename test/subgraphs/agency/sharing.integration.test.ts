import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { knownToOne, linkedPerson } from '../../../workshop/demo-data/known/demo-ids.ts';
import { type AgencyInProcess, agencyInProcess } from '../../support/world/agency.ts';

const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
const investigator = { roles: ['INVESTIGATOR'] as const };
const of = { of: [{ __typename: 'Suspect', id: linkedPerson.BELARUS }] };
const ofPerson = (fields: string) =>
  `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus { ${fields} } } } }`;

interface Page {
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe('what several dossiers share', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { demo: 60 });
  });

  async function person<Fields>(fields: string) {
    const { result, finds } = await agency.run(ofPerson(fields), of);
    expect(result.errors).toBeUndefined();
    return { dossier: (result.data as { _entities: { belarus: Fields }[] })._entities[0]?.belarus, finds };
  }

  test.each(['infrastructure', 'instruments'])(
    'leads from a dossier to all that hold it: %s',
    async (field) => {
      const { dossier } = await person<Record<string, { node: { id: string; dossiers: Page } }[]>>(
        `${field} { node { id dossiers(first: 100) { nodes { id } } } }`,
      );
      for (const { node } of dossier?.[field] ?? []) {
        const holders = agency.records.BELARUS.dossiers.filter((each) =>
          [...each.instruments, ...each.infrastructure].some((value) => `BYN-${value.node}` === node.id),
        );
        expect(node.dossiers.nodes.map(({ id }) => id)).toEqual(holders.map(({ _id }) => _id).sort());
      }
      const shared = dossier?.[field]?.filter(({ node }) =>
        node.dossiers.nodes.some(({ id }) => id === knownToOne),
      );
      expect(shared?.length).toBeGreaterThan(0);
    },
  );

  test('is paged, each dossier once', async () => {
    const group = agency.records.BELARUS.dossiers.find(({ _id }) => _id === linkedPerson.BELARUS)
      ?.memberships[0]?.group;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const query = `query ($id: ID!, $after: Cursor) { belarus { group(id: $id) { members(first: 2, after: $after) {
        nodes { rank dossier { id } } pageInfo { hasNextPage endCursor } } } } }`;
      const { result } = await agency.run(query, { id: group, after });
      const { members } = (
        result.data as {
          belarus: {
            group: { members: { nodes: { dossier: { id: string } }[]; pageInfo: Page['pageInfo'] } };
          };
        }
      ).belarus.group;
      seen.push(...members.nodes.map(({ dossier }) => dossier.id));
      after = members.pageInfo.hasNextPage ? members.pageInfo.endCursor : null;
    } while (after);
    const members = agency.records.BELARUS.dossiers.filter((each) =>
      each.memberships.some((m) => m.group === group),
    );
    expect(seen).toEqual(members.map(({ _id }) => _id).sort());
    expect(seen.length).toBeGreaterThan(1);
  });

  test('of a full profile takes the same number of reads, whatever the sizes of its lists', async () => {
    const fields = `names { full } documents { number } offences { counterparts { note } }
      instruments { node { dossiers(first: 5) { nodes { id names { full } } } } }
      infrastructure { node { dossiers(first: 5) { nodes { id names { full } } } } }
      memberships { rank group { name members(first: 5) { nodes { rank dossier { id names { full } } } } } }`;
    const rich = await person(fields);
    const { dossiers } = agency.records.BELARUS;
    const poor = dossiers.reduce((a, b) => (a.infrastructure.length <= b.infrastructure.length ? a : b));
    const lean = await agency.run(ofPerson(fields), { of: [{ __typename: 'Suspect', id: poor._id }] });
    expect(rich.finds.length).toBeLessThanOrEqual(8);
    expect(lean.finds.length).toBeLessThanOrEqual(rich.finds.length);
    expect(rich.finds.some((command) => 'getMore' in command)).toBe(false);
  });

  test('is a group that an investigator records, amends and fills with members', async () => {
    const recordGroup = `mutation ($input: GroupInput!) { belarus { recordGroup(input: $input) { __typename
      ... on RecordedGroup { group { id name kind version } } ... on InvalidInput { problems { path code } } } } }`;
    const amendGroup = `mutation ($input: AmendGroupInput!) { belarus { amendGroup(input: $input) { __typename
      ... on RecordedGroup { group { name version } } ... on StaleVersion { currentVersion } } } }`;
    const group = { kind: 'CALL_CENTRE', name: 'Office on the river', provenance };
    type Answer = { belarus: Record<string, { __typename: string; group: { id: string; version: number } }> };
    const recorded = await agency.run(
      recordGroup,
      { input: group },
      { roles: [...investigator.roles], key: 'group-key-1' },
    );
    const again = await agency.run(
      recordGroup,
      { input: group },
      { roles: [...investigator.roles], key: 'group-key-1' },
    );
    expect(again.result).toEqual(recorded.result);
    const { id } = (recorded.result.data as Answer).belarus.recordGroup?.group ?? {};
    const change = { group: id, version: 1, ...group, name: 'Office by the river' };
    const amended = await agency.run(amendGroup, { input: change }, { roles: [...investigator.roles] });
    expect(amended.result.data).toMatchObject({
      belarus: { amendGroup: { group: { name: 'Office by the river', version: 2 } } },
    });
    const stale = await agency.run(amendGroup, { input: change }, { roles: [...investigator.roles] });
    expect(stale.result.data).toMatchObject({
      belarus: { amendGroup: { __typename: 'StaleVersion', currentVersion: 2 } },
    });
    const other = { ...group, name: 'Office on the hill' };
    const reused = [
      await agency.run(recordGroup, { input: other }, { roles: [...investigator.roles], key: 'group-key-1' }),
      await agency.run(
        amendGroup,
        { input: { ...change, version: 2, name: 'Office under the hill' } },
        { roles: [...investigator.roles], key: 'group-key-2' },
      ),
      await agency.run(
        amendGroup,
        { input: { ...change, version: 3 } },
        { roles: [...investigator.roles], key: 'group-key-2' },
      ),
    ];
    expect(reused.map(({ result }) => result.errors?.[0]?.extensions.code)).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
      undefined,
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    const denied = await agency.run(recordGroup, { input: group }, { roles: ['ANALYST'] });
    expect(denied.result.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
