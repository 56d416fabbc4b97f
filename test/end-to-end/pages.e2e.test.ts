import { linked } from '../support/end-to-end/demo.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';

const { as } = sharedStack();
const investigator = as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');

interface Page {
  nodes: { id: string; suspect: { russia: { id: string } | null } }[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

const pageOfBelarus = `query Page($first: Int!, $after: Cursor) {
  belarus {
    dossiers(first: $first, after: $after) {
      nodes { id suspect { russia { id } } }
      edges { cursor node { id } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
}`;

async function page(first: number, after?: string | null): Promise<Page> {
  const { body } = await investigator.query<{ belarus: { dossiers: Page } }>(pageOfBelarus, { first, after });
  expect(body.errors).toBeUndefined();
  const dossiers = body.data?.belarus.dossiers;
  if (!dossiers) throw new Error(`no page: ${JSON.stringify(body)}`);
  return dossiers;
}

async function allPages(first: number): Promise<Page[]> {
  const pages = [await page(first)];
  for (let last = pages[0]; last?.pageInfo.hasNextPage && pages.length < 100; last = pages.at(-1)) {
    pages.push(await page(first, last.pageInfo.endCursor));
  }
  return pages;
}

const ids = (pages: readonly Page[]) => pages.flatMap(({ nodes }) => nodes.map(({ id }) => id));

describe('a page of an agency’s dossiers', () => {
  test('holds as many as were asked for, in the order of their ids, and says where it stands', async () => {
    const { nodes, edges, pageInfo } = await page(5);
    expect(nodes).toHaveLength(5);
    expect(ids([await page(5)])).toEqual(nodes.map(({ id }) => id).toSorted());
    expect(edges.map(({ node }) => node.id)).toEqual(nodes.map(({ id }) => id));
    expect(pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor,
      endCursor: edges[4]?.cursor,
    });
  });

  test('brings the other agency’s half of each person, where there is one', async () => {
    const nodes = (await allPages(100)).flatMap((each) => each.nodes);
    const halves = new Map(nodes.map(({ id, suspect }) => [id, suspect.russia?.id]));
    expect(halves.get(linked.belarus)).toBe(linked.russia);
    const joined = [...halves.values()].filter((id) => id !== undefined);
    expect(joined.length).toBeGreaterThan(1);
    expect(joined.length).toBeLessThan(nodes.length);
    expect(new Set(joined).size).toBe(joined.length);
    for (const id of joined) expect(id).toMatch(/^RU-/);
  });
});

describe('pages one after another', () => {
  test('hold every dossier once, whatever their size', async () => {
    const bySeventy = await allPages(70);
    const byHundred = await allPages(100);
    const all = ids(byHundred);
    expect(all).toHaveLength(300);
    expect(new Set(all).size).toBe(300);
    expect(ids(bySeventy)).toEqual(all);
    expect(bySeventy.map(({ nodes }) => nodes.length)).toEqual([70, 70, 70, 70, 20]);
  });

  test('know that there are others before them, and the last that there is none after', async () => {
    const [first, second, last] = await allPages(100);
    expect(first?.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
    expect(second?.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
    expect(last?.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
  });

  test('end with an empty one when it is asked for what follows the last', async () => {
    const last = (await allPages(100)).at(-1);
    const beyond = await page(100, last?.pageInfo.endCursor);
    expect(beyond).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });
});

test('each agency’s namespace has its own dossiers, and both are asked at once', async () => {
  type Lists = Record<'belarus' | 'russia', { dossiers: { nodes: { id: string }[] } }>;
  const { body } = await investigator.query<Lists>(
    '{ belarus { dossiers(first: 3) { nodes { id } } } russia { dossiers: releasedDossiers(first: 3) { nodes { id } } } }',
  );
  expect(body.errors).toBeUndefined();
  const prefixes = (lists: { nodes: { id: string }[] } | undefined) =>
    lists?.nodes.map(({ id }) => id.slice(0, 3));
  expect(prefixes(body.data?.belarus.dossiers)).toEqual(['BY-', 'BY-', 'BY-']);
  expect(prefixes(body.data?.russia.dossiers)).toEqual(['RU-', 'RU-', 'RU-']);
});
