import { storedEntry } from '../../../../../subgraphs/agency/records/history/history-entry.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import type { HistoryAction } from '../../../../../terms/enums.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';

interface Told {
  nodes: { version: number; action: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const laterSteps: HistoryAction[] = ['AMEND', 'PROPOSE_LINK', 'CONTEST'];

describe('histories, with a few lines each', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { demo: 60 });
    for (const [index, { _id }] of agency.records.BELARUS.dossiers.entries()) {
      const [recorded] = await agency.models.history.find({ record: _id }).lean();
      if (!recorded) throw new Error('a dossier has no history');
      const later = laterSteps.slice(0, index % 4);
      await agency.models.history.insertMany(
        later.map((action, number) => storedEntry(_id, { ...recorded, action, version: number + 2 })),
      );
    }
  });

  async function page(first: number, history: string) {
    const { result, finds } = await agency.run(
      `query ($first: Int!) { belarus { dossiers(first: $first) { nodes { id ${history} } } } }`,
      { first },
    );
    expect(result.errors).toBeUndefined();
    const { dossiers } = (
      result.data as { belarus: { dossiers: { nodes: { id: string; history: Told }[] } } }
    ).belarus;
    return { dossiers: dossiers.nodes, finds };
  }

  const versions = 'history(first: 2) { nodes { version action } pageInfo { hasNextPage endCursor } }';

  test('of a page of 20 dossiers are one read, and each is its own dossier’s, newest first', async () => {
    const { dossiers, finds } = await page(20, versions);
    expect(finds.map((command) => Object.keys(command)[0])).toEqual(['find', 'aggregate']);
    expect(dossiers).toHaveLength(20);
    for (const { id, history } of dossiers) {
      const lines = await agency.models.history.find({ record: id }).sort({ version: -1 }).lean();
      // An investigator does not read of links.
      const open = lines.filter(({ action }) => action !== 'PROPOSE_LINK');
      expect(history.nodes).toEqual(open.slice(0, 2).map(({ version, action }) => ({ version, action })));
      expect(history.pageInfo.hasNextPage).toBe(open.length > 2);
    }
  });

  test('of more than 50 are one read for each 50', async () => {
    const { dossiers, finds } = await page(60, versions);
    expect(finds.map((command) => Object.keys(command)[0])).toEqual(['find', 'aggregate', 'aggregate']);
    expect(dossiers.filter(({ history }) => history.nodes.length === 0)).toEqual([]);
  });

  test('go on where one of them ended', async () => {
    const { dossiers } = await page(20, versions);
    const long = dossiers.find(({ history }) => history.pageInfo.hasNextPage);
    const { result, finds } = await agency.run(
      `query ($of: [_Any!]!, $after: Cursor) { _entities(representations: $of) { ... on Suspect { belarus {
        history(first: 2, after: $after) { nodes { version } pageInfo { hasNextPage } } } } } }`,
      { of: [{ __typename: 'Suspect', id: long?.id }], after: long?.history.pageInfo.endCursor },
    );
    expect(result.data).toMatchObject({
      _entities: [{ belarus: { history: { nodes: [{ version: 1 }], pageInfo: { hasNextPage: false } } } }],
    });
    expect(finds).toHaveLength(2);
  });

  test('of a page where nobody asks for them are not read', async () => {
    expect((await page(20, '')).finds).toHaveLength(1);
  });
});
