import { RussiaDossiersDocument, SearchSuspectsDocument } from '../../sdk/src/generated/operations.ts';
import { within } from '../../sdk/src/index.ts';
import { clientOf, gatewayAnswering, problemOf } from './support/gateway.ts';

const page = (ids: string[], pageInfo: object) => ({
  data: { russia: { dossiers: { nodes: ids.map((id) => ({ id, names: null, status: null })), pageInfo } } },
});
const first = page(['RU-1', 'RU-2'], { hasNextPage: true, endCursor: 'c1' });
const last = page(['RU-3'], { hasNextPage: false, endCursor: 'c2' });

async function pagesFrom(...bodies: unknown[]) {
  const { url, reached } = await gatewayAnswering(...bodies);
  const pages = clientOf(url).pages(RussiaDossiersDocument, { first: 2 }, ({ russia }) =>
    within(russia, ({ dossiers }) => dossiers),
  );
  return { pages, reached };
}

async function idsIn({ pages }: Awaited<ReturnType<typeof pagesFrom>>) {
  const ids: string[] = [];
  for await (const { page } of pages) ids.push(...page.nodes.map(({ id }) => id));
  return ids;
}

test('a list is read to its end, page by page', async () => {
  const listed = await pagesFrom(first, last);
  expect(await idsIn(listed)).toEqual(['RU-1', 'RU-2', 'RU-3']);
  expect(listed.reached.map(({ body }) => body.variables)).toEqual([{ first: 2 }, { first: 2, after: 'c1' }]);
});

test('a page is asked for only when it is wanted', async () => {
  const { pages, reached } = await pagesFrom(first, last);
  for await (const _page of pages) break;
  expect(reached).toHaveLength(1);
});

test('a page comes with what its answer said beside it', async () => {
  const receipt = {
    coordinate: 'RussiaDossier.names',
    class: 'IDENTITY',
    owner: 'RUSSIA',
    reason: 'NOT_RELEASED',
    records: ['RU-3'],
    remedy: 'Ask.',
  };
  const { pages } = await pagesFrom(first, { ...last, extensions: { redactions: [receipt] } });
  const withheld = [];
  for await (const { gaps, receipts } of pages)
    withheld.push([receipts.length, gaps.filter(({ gap }) => gap.state === 'withheld').length]);
  expect(withheld).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

describe('a page that lacks what an agency has', () => {
  const errors = [{ message: 'No.', extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' } }];
  const found = { nodes: [], agencies: [], pageInfo: { hasNextPage: false, endCursor: null } };
  const pagesOf = async (body: object, options = {}) => {
    const { url } = await gatewayAnswering(body);
    return clientOf(url).pages(
      SearchSuspectsDocument,
      { criteria: { name: 'Haradzeyka' } },
      ({ searchSuspects }) => searchSuspects,
      options,
    );
  };
  const body = { data: { searchSuspects: found }, errors };

  test('is an error, as the list would look whole', async () => {
    const pages = await pagesOf(body);
    expect(await problemOf(pages.next())).toEqual({
      code: 'PAGE_MISSING',
      gap: { state: 'unavailable', coordinate: 'SuspectSearchConnection.nodes', agency: 'RUSSIA' },
    });
  });

  test('is given to who takes it, with the outage', async () => {
    const { value } = await (await pagesOf(body, { partial: true })).next();
    expect(value).toMatchObject({
      outages: ['RUSSIA'],
      page: { nodes: { missing: [{ agency: 'RUSSIA' }] } },
    });
  });

  test('is an error all the same where there is no page at all', async () => {
    const pages = await pagesOf({ data: { searchSuspects: null } }, { partial: true });
    expect(await problemOf(pages.next())).toMatchObject({ code: 'PAGE_MISSING' });
  });

  test('is none where all have answered', async () => {
    const { value } = await (await pagesOf({ data: body.data })).next();
    expect(value).toMatchObject({ outages: [], page: { nodes: { items: [], missing: [] } } });
  });
});

describe('a list that would end too early is an error', () => {
  const errors = [{ message: 'No.', extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' } }];
  const withheld = {
    coordinate: 'Query.russia',
    class: 'OPEN',
    owner: 'RUSSIA',
    reason: 'ROLE',
    records: null,
    remedy: 'Ask a colleague.',
  };

  test.each<[string, object, object]>([
    ['as its agency is down', { data: { russia: null }, errors }, { state: 'unavailable', agency: 'RUSSIA' }],
    [
      'as it is withheld',
      { data: { russia: null }, extensions: { redactions: [withheld] } },
      { state: 'withheld', reason: 'ROLE' },
    ],
    ['as it is not there', { data: { russia: { dossiers: null } } }, { state: 'absent' }],
  ])('%s', async (_name, second, gap) => {
    const problem = await problemOf(pagesFrom(first, second).then(idsIn));
    expect(problem).toEqual({ code: 'PAGE_MISSING', gap: expect.objectContaining(gap) });
  });

  test.each([
    ['as its cursors lead in a circle', first],
    ['as there is no cursor', page(['RU-3'], { hasNextPage: true, endCursor: null })],
  ])('%s', async (_name, second) => {
    expect(await problemOf(pagesFrom(first, second).then(idsIn))).toEqual({
      code: 'PAGE_MISSING',
      gap: undefined,
    });
  });
});
