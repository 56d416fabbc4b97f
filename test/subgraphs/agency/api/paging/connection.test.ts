import { randomBytes } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { connectionOf } from '../../../../../subgraphs/agency/api/paging/connection.ts';
import { cursorsOf } from '../../../../../subgraphs/agency/api/paging/cursors.ts';
import { type PageRequest, pageRequest } from '../../../../../subgraphs/agency/api/paging/page-request.ts';

/** A page of records that are in the order of their ids. */
const pageOf = (request: PageRequest, found: { _id: string }[]) =>
  connectionOf(request, found, ({ _id }) => _id);

const mandate = {
  purpose: 'INVESTIGATION',
  legalBasis: 'COOPERATION_AGREEMENT',
  case: 'BY-2026-000001',
} as const;
const who = { viewer: { agency: 'BELARUS', subject: 'officer-1' }, mandate } as const;
const key = randomBytes(32);
const cursors = cursorsOf(key, who);
const records = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ _id: `BY-${String(index).padStart(10, '0')}` }));
const paged = (first: number, after?: string | null) =>
  pageRequest({ first, ...(after !== undefined && { after }) }, cursors, 'dossiers');

async function request(page: { first: number; after?: string | null }, by = cursors, list = 'dossiers') {
  try {
    const { first, after } = await pageRequest(page, by, list);
    return { first, after };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { code: error.extensions.code, message: error.message };
  }
}

describe('the size of a page', () => {
  test.each([1, 2, 100])('may be %i', async (first) => {
    expect(await request({ first })).toEqual({ first, after: undefined });
  });

  test.each([0, -1, 101, 2_147_483_647])('is not %i', async (first) => {
    expect(await request({ first })).toEqual({
      code: 'BAD_USER_INPUT',
      message: '`first` must be from 1 to 100.',
    });
  });
});

describe('the cursor of a page', () => {
  const refused = {
    code: 'BAD_USER_INPUT',
    message:
      '`after` must be the `endCursor` of an earlier page of this list, asked by you and under the same mandate.',
  };
  let endCursor: string;
  beforeAll(async () => {
    endCursor = (await pageOf(await paged(2), records(3)).pageInfo.endCursor) ?? '';
  });

  test('is the end of the page before', async () => {
    expect(await request({ first: 2, after: endCursor })).toEqual({ first: 2, after: 'BY-0000000001' });
  });

  test('may be left out or null: then it is the first page', async () => {
    expect(await request({ first: 1 })).toEqual({ first: 1, after: undefined });
    expect(await request({ first: 1, after: null })).toEqual({ first: 1, after: undefined });
  });

  test('is sealed where it is asked for, and nowhere else', async () => {
    const sealed: string[] = [];
    const counting = {
      ...cursors,
      seal: (list: string, position: string) => {
        sealed.push(position);
        return cursors.seal(list, position);
      },
    };
    const page = pageOf(await pageRequest({ first: 50 }, counting, 'dossiers'), records(51));
    expect([page.nodes.length, page.pageInfo.hasNextPage, sealed]).toEqual([50, true, []]);
    expect(await page.pageInfo.endCursor).toBe(await page.edges.at(-1)?.cursor);
    expect(new Set(sealed)).toEqual(new Set(['BY-0000000049']));
  });

  test('is the same for the same place, and shows nothing of it', async () => {
    expect(await pageOf(await paged(2), records(3)).pageInfo.endCursor).toBe(endCursor);
    expect(Buffer.from(endCursor, 'base64url').toString('latin1')).not.toContain('BY-');
  });

  test.each([
    ['another agency’s viewer', { ...who, viewer: { ...who.viewer, agency: 'RUSSIA' as const } }],
    ['another viewer', { ...who, viewer: { ...who.viewer, subject: 'officer-2' } }],
    ['another purpose', { ...who, mandate: { ...mandate, purpose: 'SOLVING' as const } }],
    ['another legal basis', { ...who, mandate: { ...mandate, legalBasis: 'NATIONAL_LAW' as const } }],
    ['another case', { ...who, mandate: { ...mandate, case: 'BY-2026-000002' } }],
  ])('is not for %s', async (_whom, other) => {
    expect(await request({ first: 1, after: endCursor }, cursorsOf(key, other))).toEqual(refused);
  });

  test('is not for another list, nor under another key', async () => {
    expect(await request({ first: 1, after: endCursor }, cursors, 'releasedDossiers')).toEqual(refused);
    expect(await request({ first: 1, after: endCursor }, cursorsOf(randomBytes(32), who))).toEqual(refused);
  });

  test('is refused when it is altered at any byte', async () => {
    const bytes = Buffer.from(endCursor, 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
      expect(await request({ first: 1, after: altered.toString('base64url') })).toEqual(refused);
    }
  });

  test.each([
    ['nothing', ''],
    ['an id as it is', 'BY-0000000000'],
    ['one as they were before', Buffer.from('after:BY-0000000000').toString('base64url')],
    ['cut', () => endCursor.slice(0, -4)],
    ['padded', () => `${endCursor}=`],
    ['what is not base64url', '%%%'],
    ['a long text', 'x'.repeat(100_000)],
  ] as [string, string | (() => string)][])('is not %s', async (_what, given) => {
    const after = typeof given === 'string' ? given : given();
    expect(await request({ first: 1, after })).toEqual(refused);
  });
});

describe('a page', () => {
  test('holds what was asked, and one more record tells that another follows', async () => {
    const page = pageOf(await paged(2), records(3));
    expect(page.nodes).toEqual(records(2));
    expect(page.edges.map(({ node }) => node)).toEqual(records(2));
    const { startCursor, endCursor, ...neighbours } = page.pageInfo;
    expect(neighbours).toEqual({ hasNextPage: true, hasPreviousPage: false });
    expect(await startCursor).toBe(await page.edges[0]?.cursor);
    expect(await endCursor).toBe(await page.edges[1]?.cursor);
  });

  test('is the last one when no record more was found', async () => {
    expect(pageOf(await paged(2), records(2)).pageInfo.hasNextPage).toBe(false);
    expect(pageOf(await paged(2), records(1)).pageInfo.hasNextPage).toBe(false);
  });

  test('has one before it when it begins after something', async () => {
    expect(
      pageOf(await paged(2, await cursors.seal('dossiers', 'BY-0000000000')), records(1)).pageInfo
        .hasPreviousPage,
    ).toBe(true);
  });

  test('of nothing has no cursors', async () => {
    expect(pageOf(await paged(100), [])).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test('has cursors that do not look like ids', async () => {
    const [edge] = pageOf(await paged(1), records(1)).edges;
    expect(await edge?.cursor).toMatch(/^[\w-]+$/);
    expect(await edge?.cursor).not.toContain('BY-');
  });
});
