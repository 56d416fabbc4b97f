import { describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { ownerOf } from '../../../../identity/agencies.ts';
import {
  connectionOf,
  type PageRequest,
  pageRequest,
} from '../../../../subgraphs/agency/paging/connection.ts';

const isBelarusian = (id: string) => ownerOf(id) === 'BELARUS';
const cursor = (text: string) => Buffer.from(text).toString('base64url');
const records = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ _id: `BY-${String(index).padStart(10, '0')}` }));

function request(page: {
  first: number;
  after?: string | null;
}): PageRequest | { code: unknown; message: string } {
  try {
    return pageRequest(page, isBelarusian);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { code: error.extensions.code, message: error.message };
  }
}

describe('the size of a page', () => {
  test.each([1, 2, 100])('may be %i', (first) => {
    expect(request({ first })).toEqual({ first, after: undefined });
  });

  test.each([0, -1, 101, 2_147_483_647])('is not %i', (first) => {
    expect(request({ first })).toEqual({ code: 'BAD_USER_INPUT', message: '`first` must be from 1 to 100.' });
  });
});

describe('the cursor of a page', () => {
  const refused = {
    code: 'BAD_USER_INPUT',
    message: '`after` must be the `endCursor` of an earlier page of this list.',
  };

  test('is the end of the page before', () => {
    const { endCursor } = connectionOf({ first: 2, after: undefined }, records(3)).pageInfo;
    expect(request({ first: 2, after: endCursor })).toEqual({ first: 2, after: 'BY-0000000001' });
  });

  test('may be left out or null: then it is the first page', () => {
    expect(request({ first: 1 })).toEqual({ first: 1, after: undefined });
    expect(request({ first: 1, after: null })).toEqual({ first: 1, after: undefined });
  });

  test('is not one of another agency’s list', () => {
    expect(request({ first: 1, after: cursor('after:BY-0000000000') })).toHaveProperty('after');
    expect(request({ first: 1, after: cursor('after:RU-0000000000') })).toEqual(refused);
  });

  test.each([
    ['nothing', ''],
    ['an id as it is', 'BY-0000000000'],
    ['an id without its prefix', cursor('BY-0000000000')],
    ['another prefix', cursor('before:BY-0000000000')],
    ['no id', cursor('after:')],
    ['more than an id', cursor('after:BY-0000000000\n')],
    ['an operator', cursor('after:{"$gt":""}')],
    ['what is not base64url', '%%%'],
    ['a long text', 'x'.repeat(100_000)],
  ])('is not %s', (_what, after) => {
    expect(request({ first: 1, after })).toEqual(refused);
  });
});

describe('a page', () => {
  test('holds what was asked, and one more record tells that another follows', () => {
    const page = connectionOf({ first: 2, after: undefined }, records(3));
    expect(page.nodes).toEqual(records(2));
    expect(page.edges.map(({ node }) => node)).toEqual(records(2));
    expect(page.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: page.edges[0]?.cursor,
      endCursor: page.edges[1]?.cursor,
    });
  });

  test('is the last one when no record more was found', () => {
    expect(connectionOf({ first: 2, after: undefined }, records(2)).pageInfo.hasNextPage).toBe(false);
    expect(connectionOf({ first: 2, after: undefined }, records(1)).pageInfo.hasNextPage).toBe(false);
  });

  test('has one before it when it begins after something', () => {
    expect(connectionOf({ first: 2, after: 'BY-0000000000' }, records(1)).pageInfo.hasPreviousPage).toBe(
      true,
    );
  });

  test('of nothing has no cursors', () => {
    expect(connectionOf({ first: 100, after: undefined }, [])).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test('has cursors that do not look like ids', () => {
    const [edge] = connectionOf({ first: 1, after: undefined }, records(1)).edges;
    expect(edge?.cursor).toMatch(/^[\w-]+$/);
    expect(edge?.cursor).not.toContain('BY-');
  });
});
