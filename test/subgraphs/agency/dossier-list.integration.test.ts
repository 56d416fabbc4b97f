import { russia } from '../../../subgraphs/russia/definition.ts';
import { type AgencyInProcess, agencyInProcess } from '../../support/world/agency.ts';
import type { Asking } from '../../support/world/officer.ts';

interface Page {
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
}

const pageQuery = `query ($first: Int!, $after: Cursor) { russia { dossiers(first: $first, after: $after) {
  nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`;

describe('the list of dossiers', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(russia, { demo: 60 });
  });

  const page = async (variables: Record<string, unknown>, officer: Partial<Asking> = {}) => {
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

  test('is null to another agency, with a receipt, and nothing is read for it', async () => {
    const { result, finds } = await agency.run(pageQuery, { first: 7 }, { agency: 'BELARUS' });
    expect(result).toMatchObject({
      data: { russia: { dossiers: null } },
      extensions: {
        redactions: [
          {
            coordinate: 'RussiaQuery.dossiers',
            class: 'OPEN',
            owner: 'RUSSIA',
            reason: 'ROLE',
            records: null,
            advice: { code: 'OWNERS_OFFICERS' },
          },
        ],
      },
    });
    expect(finds).toEqual([]);
  });

  test('of another agency’s viewer is what was released to it, each once, and nothing that is shared with all', async () => {
    const released = `query ($first: Int!, $after: Cursor) { russia { dossiers: releasedDossiers(first: $first, after: $after) {
      nodes { id } pageInfo { hasNextPage endCursor } } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { result } = await agency.run(released, { first: 3, after }, { agency: 'BELARUS' });
      const { dossiers } = (result.data as { russia: { dossiers: Page } }).russia;
      seen.push(...dossiers.nodes.map(({ id }) => id));
      after = dossiers.pageInfo.hasNextPage ? dossiers.pageInfo.endCursor : null;
    } while (after);
    const given = agency.records.RUSSIA.dossiers.filter(({ releases }) =>
      releases.some(({ grantedAt }) => grantedAt),
    );
    const ids = new Set(given.map(({ _id }) => _id));
    expect(seen.length).toBeGreaterThan(3);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => !ids.has(id))).toEqual([]);
    const shared = agency.records.RUSSIA.dossiers.filter(({ handlingCode }) => handlingCode === 'SHAREABLE');
    expect(shared.some(({ _id }) => !seen.includes(_id))).toBe(true);
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
    // With the cases, for the record of reads.
    expect(finds[0]?.projection).toEqual({ _id: 1, names: 1, status: 1, cases: 1 });
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

  test.each(['x', 'YWZ0ZXI6', Buffer.from('after:BY-0000000000').toString('base64url')])(
    'refuses the cursor %j, which no page of this list had',
    async (after) => {
      const { page: found, errors } = await page({ first: 1, after });
      expect(found).toBeNull();
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    },
  );
});
