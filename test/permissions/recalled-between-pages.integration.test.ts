import type { Asker } from '../support/composed/callers.ts';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { dossierIn, markedRecords } from '../support/marked/records.ts';
import { namedCase } from '../support/policy/states.ts';

interface Page {
  nodes: { id?: string; dossier?: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const page = (node: string) => `{ nodes { ${node} } pageInfo { hasNextPage endCursor } }`;
const paged = (field: string, node = 'id') => `${field}(first: $first, after: $after) ${page(node)}`;
const inBelarus = (body: string) => `query ($first: Int!, $after: Cursor) { belarus { ${body} } }`;
/** From a dossier that stays visible to what it shares. */
const inDossier = (body: string) =>
  `query ($first: Int!, $after: Cursor) { suspect(id: "${dossierIn('BELARUS', 'released')}") { belarus { ${body} } } }`;

const lists = {
  releasedDossiers: inBelarus(paged('releasedDossiers')),
  'dossiers of a payment instrument': inDossier(`instruments { node { ${paged('dossiers')} } }`),
  'dossiers of infrastructure': inDossier(`infrastructure { node { ${paged('dossiers')} } }`),
  'members of a group': inDossier(`memberships { group { ${paged('members', 'dossier { id }')} } }`),
} as const;

const treaty = { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: namedCase } as const;
const reader: Asker = { agency: 'RUSSIA', roles: ['INVESTIGATOR'], mandate: treaty };
const supervisor: Asker = { agency: 'BELARUS', roles: ['SUPERVISOR'], mandate: treaty };
const target = dossierIn('BELARUS', 'released for the case');

/** The first page in an answer, however deep it stands. */
function pageIn(value: unknown): Page | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('pageInfo' in value) return value as unknown as Page;
  for (const below of Object.values(value)) {
    const found = pageIn(below);
    if (found) return found;
  }
  return undefined;
}

describe('a release that is recalled between two pages', () => {
  let federation: MarkedFederation;
  beforeAll(async () => {
    federation = await markedFederation();
  });
  afterAll(() => federation.stop());
  afterEach(async () => {
    const before = markedRecords('BELARUS').dossiers.find(({ _id }) => _id === target);
    const { dossiers, history, notices } = federation.databases.BELARUS.models;
    await dossiers.replaceOne({ _id: target }, before);
    await history.deleteMany({ record: target, version: { $gt: before?.version ?? 0 } });
    await notices.deleteMany({ 'data.dossier': target });
  });

  async function turn(query: string, first: number, after: string | null = null) {
    const { body } = await federation.ask(reader, { query, variables: { first, after } });
    const found = pageIn(JSON.parse(body).data) as Page;
    return { ids: found.nodes.map(({ id, dossier }) => id ?? dossier?.id), ...found.pageInfo };
  }

  /** A first page that ends just before the dossier, which has been released and is on the next. */
  async function pageBefore(query: string) {
    const all = await turn(query, 50);
    const place = all.ids.indexOf(target);
    expect(place).toBeGreaterThan(0);
    const one = await turn(query, place);
    expect(one).toMatchObject({ ids: all.ids.slice(0, place), hasNextPage: true });
    return { cursor: one.endCursor, rest: all.ids.slice(place) };
  }

  async function recall() {
    const { body } = await federation.ask(
      supervisor,
      {
        query: `mutation ($input: RecallReleaseInput!) { belarus { recallRelease(input: $input) { __typename } } }`,
        variables: {
          input: { dossier: target, release: `R0${target.replace('-', '')}`, reason: 'The measure is over' },
        },
      },
      { 'idempotency-key': crypto.randomUUID() },
    );
    expect(JSON.parse(body)).toEqual({
      data: { belarus: { recallRelease: { __typename: 'BelarusRecordedDossier' } } },
    });
  }

  test.each(Object.entries(lists))('closes the second page of %s', async (_name, query) => {
    const { cursor, rest } = await pageBefore(query);
    await recall();
    const second = await turn(query, 50, cursor);
    expect(second).toMatchObject({ ids: rest.filter((id) => id !== target), hasNextPage: false });
  });

  test.each(Object.entries(lists))('and in force it is on the second page of %s', async (_name, query) => {
    const { cursor, rest } = await pageBefore(query);
    expect(await turn(query, 50, cursor)).toMatchObject({ ids: rest, hasNextPage: false });
  });
});
