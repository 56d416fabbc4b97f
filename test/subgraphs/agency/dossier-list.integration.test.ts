import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isInForce } from '../../../subgraphs/agency/releases/record.ts';
import { russia } from '../../../subgraphs/russia/definition.ts';
import { type Officer, type SeededAgency, seededAgency } from '../../support/agency.ts';

interface Page {
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
}

const pageQuery = `query ($first: Int!, $after: String) { russia { dossiers(first: $first, after: $after) {
  nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`;

describe('the list of dossiers', () => {
  let agency: SeededAgency;
  beforeAll(async () => {
    agency = await seededAgency(russia);
  });
  afterAll(() => agency.stop());

  const page = async (variables: Record<string, unknown>, officer: Partial<Officer> = {}) => {
    const { result } = await agency.run(pageQuery, variables, officer);
    return {
      page: (result.data as { russia: { dossiers: Page | null } }).russia.dossiers,
      errors: result.errors,
    };
  };

  test('paged through gives every dossier once, in the order of their ids', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { page: found } = await page({ first: 25, after });
      seen.push(...(found?.nodes.map(({ id }) => id) ?? []));
      after = found?.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(agency.records.RUSSIA.dossiers.map(({ _id }) => _id).sort());
  });

  test('paged through by another agency gives it those that it may know of, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { page: found } = await page({ first: 7, after }, { agency: 'BELARUS' });
      seen.push(...(found?.nodes.map(({ id }) => id) ?? []));
      after = found?.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    } while (after);
    const now = new Date();
    const shown = agency.records.RUSSIA.dossiers.filter(
      ({ handlingCode, samePersonAs, releases }) =>
        handlingCode === 'SHAREABLE' ||
        (handlingCode === 'ON_RELEASE' &&
          (samePersonAs !== undefined || releases.some((release) => isInForce(release, now)))),
    );
    expect(seen).toEqual(shown.map(({ _id }) => _id).sort());
    expect(new Set(shown.map(({ handlingCode }) => handlingCode)).size).toBe(2);
    expect(seen.length).toBeLessThan(agency.records.RUSSIA.dossiers.length);
  });

  test('of a page of 50 with all its fields is one read, with the limit in the database', async () => {
    const { result, finds } = await agency.run(`{ russia { dossiers(first: 50) { edges { cursor node {
      id handlingCode names { full } birth { date } citizenships { country } contacts { value } roles { kind }
      offences { article { title } } status { stage } cases } } nodes { id } } } }`);
    expect(result.errors).toBeUndefined();
    expect(finds).toHaveLength(1);
    expect(finds[0]).toMatchObject({ find: 'dossiers', limit: 51, sort: expect.anything() });
  });

  test('asks the database only for the fields that edges or nodes ask', async () => {
    const { finds } = await agency.run(
      `{ russia { dossiers(first: 2) { edges { node { names { full } } } nodes { status { stage } } } } }`,
    );
    expect(finds[0]?.projection).toEqual({ _id: 1, names: 1, status: 1 });
  });

  test.each([0, -1, 101])('refuses first: %i, naming the range, and reads nothing', async (first) => {
    const { result, finds } = await agency.run(pageQuery, { first });
    expect(result.errors?.[0]?.message).toBe('`first` must be from 1 to 100.');
    expect(result.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(finds).toEqual([]);
  });

  test('accepts first: 100', async () => {
    const { page: found, errors } = await page({ first: 100 });
    expect(errors).toBeUndefined();
    expect(found?.nodes).toHaveLength(60);
  });

  test.each(['', 'x', 'YWZ0ZXI6', Buffer.from('after:BY-0000000000').toString('base64url')])(
    'refuses the cursor %j, which no page of this list had',
    async (after) => {
      const { page: found, errors } = await page({ first: 1, after });
      expect(found).toBeNull();
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    },
  );
});
