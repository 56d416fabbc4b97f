import { randomBytes } from 'node:crypto';
import { graphql } from 'graphql';
import type { CrossborderContext } from '../../../../subgraphs/crossborder/crossborder-context.ts';
import { crossborderSchema } from '../../../../subgraphs/crossborder/crossborder-schema.ts';
import { encodePage } from '../../../../subgraphs/crossborder/search/search-page.ts';
import { encodeAnswer } from '../../../../terms/search-exchange.ts';

const schema = crossborderSchema({
  cursorKey: randomBytes(32),
  today: () => new Date('2026-11-24T12:00:00Z'),
});

/** What the log is told of agencies. */
const warned: unknown[] = [];
const contextValue: CrossborderContext = {
  viewer: { subject: 'officer-1', agency: 'RUSSIA', roles: ['INVESTIGATOR'], cases: [] },
  mandate: { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT', case: 'RU-2026-000001' },
  log: { warn: (told: unknown) => warned.push(told) } as unknown as CrossborderContext['log'],
};

async function run(source: string, variableValues: Record<string, unknown>) {
  const { data, errors = [] } = await graphql({ schema, source, variableValues, contextValue });
  return { data, codes: errors.map(({ extensions }) => extensions.code ?? 'none') };
}

const asked = (variables: Record<string, unknown>) =>
  run(
    `query ($criteria: SuspectCriteria!, $scope: [Agency!]) {
      searchSuspects(criteria: $criteria, scope: $scope) { belarus { question } russia { question } }
    }`,
    variables,
  );

/** Merges the halves as the gateway hands them back. */
const merged = (representation: Record<string, unknown>) =>
  run(
    `query ($of: [_Any!]!) {
      _entities(representations: $of) { ... on SuspectSearchConnection { nodes { suspect { id } } agencies { outcome isRekeying } } }
    }`,
    { of: [{ __typename: 'SuspectSearchConnection', ...representation }] },
  );

const question = encodePage({
  criteria: { phone: '+375291234567', birthDate: '1990' },
  scope: ['BELARUS', 'RUSSIA'],
  first: 10,
});

describe('a search', () => {
  test('is a question to each agency', async () => {
    const { data, codes } = await asked({ criteria: { surname: 'Ivanou', givenName: 'Ivan' } });
    expect(codes).toEqual([]);
    const asks = { question: expect.stringMatching(/^[\w-]+$/) };
    expect(data).toEqual({ searchSuspects: { belarus: asks, russia: asks } });
  });

  test('is none to an agency out of scope, or abroad with one kind of evidence', async () => {
    const none = async (variables: Record<string, unknown>) => {
      const { data } = await asked(variables);
      return Object.entries(data?.searchSuspects ?? {}).flatMap(([name, half]) => (half ? [] : [name]));
    };
    expect(await none({ criteria: { phone: '+375291234567' } })).toEqual(['belarus']);
    expect(await none({ criteria: { phone: '+375291234567' }, scope: ['BELARUS'] })).toEqual([
      'belarus',
      'russia',
    ]);
    expect(await none({ criteria: { surname: 'Ivanou' }, scope: null })).toEqual(['belarus']);
  });

  test('judges a birth date by the day that it is told', async () => {
    const born = (birthDate: string) => asked({ criteria: { surname: 'Ivanou', birthDate } });
    expect((await born('2026-11-25')).codes).toEqual([]);
    expect((await born('2026-11-26')).codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('the merge', () => {
  test('is of what the agencies answered', async () => {
    const matches = encodeAnswer({ matches: [], isCut: true, isRekeying: true });
    const agencies = [
      { outcome: 'TOO_MANY', isRekeying: true },
      { outcome: 'UNAVAILABLE', isRekeying: false },
    ];
    expect(await merged({ question, belarus: { matches }, russia: { matches: null } })).toEqual({
      data: { _entities: [{ nodes: [], agencies }] },
      codes: [],
    });
    expect(warned).toEqual([]);
  });

  test('leaves out an agency that was not asked, whatever comes in its name', async () => {
    const only = encodePage({ criteria: { phone: '+375291234567' }, scope: ['RUSSIA'], first: 10 });
    const matches = encodeAnswer({
      matches: [
        {
          dossier: 'BY-0000000000',
          samePersonAs: [],
          score: 1,
          band: null,
          isAssociation: true,
          evidence: [],
        },
      ],
      isCut: false,
    });
    const { data } = await merged({ question: only, belarus: { matches }, russia: null });
    expect(data).toEqual({
      _entities: [
        {
          nodes: [],
          agencies: [
            { outcome: 'OUT_OF_SCOPE', isRekeying: false },
            { outcome: 'UNAVAILABLE', isRekeying: false },
          ],
        },
      ],
    });
  });

  test('names in the log an agency whose answer cannot be used, and nothing of the answer', async () => {
    await merged({ question, belarus: { matches: 'secret' }, russia: null });
    expect(warned).toEqual([{ agency: 'BELARUS', reason: 'it is malformed' }]);
  });

  test.each([
    ['no question', ''],
    ['no page', Buffer.from('{}').toString('base64url')],
    [
      'a page too long',
      Buffer.from(JSON.stringify({ criteria: {}, scope: ['RUSSIA'], first: 101 })).toString('base64url'),
    ],
    [
      'more than a page',
      Buffer.from(JSON.stringify({ criteria: {}, scope: ['RUSSIA'], first: 1, all: true })).toString(
        'base64url',
      ),
    ],
  ])('is not of %s', async (_name, given) => {
    const { data, codes } = await merged({ question: given, belarus: null, russia: null });
    expect(data).toBeNull();
    expect(codes).toHaveLength(1);
  });
});
