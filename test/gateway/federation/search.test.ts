import type { RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import { decodeQuestion, encodeAnswer, type SearchAnswer } from '../../../terms/search-exchange.ts';
import { dossierAskedFor } from '../../../terms/suspect-id.ts';
import { gatewayBefore } from '../../support/gateway-before.ts';
import { bodyOf } from '../../support/loopback-server.ts';

type Match = SearchAnswer['matches'][number];
type Representation = { __typename: string; id: string; question: string };

const visible = (dossier: string, score: number, samePersonAs: string[] = []): Match => ({
  dossier,
  samePersonAs,
  score,
  band: 'POSSIBLE',
  isAssociation: false,
  evidence: [{ kind: 'SURNAME', outcome: 'AGREED', weight: 8.8 }],
});
const hit: Match = {
  hit: { reference: 'hit-1', until: '2026-12-24T00:00:00Z' },
  band: 'STRONG',
  isAssociation: false,
  evidence: [{ kind: 'SURNAME', outcome: 'AGREED', weight: null }],
};

/** An agency that has these matches, and keeps what it was asked. */
function agency(name: 'belarus' | 'russia', matches: string | Match[] | null) {
  const asked: Representation[][] = [];
  const answer = Array.isArray(matches) ? encodeAnswer({ matches, isCut: false }) : matches;
  const listener: RequestListener = async (request, response) => {
    const { variables } = JSON.parse((await bodyOf(request)).toString());
    const representations: Representation[] = variables.representations;
    asked.push(representations);
    const entities = representations.map(({ __typename, id }) =>
      __typename === 'Suspect'
        ? { __typename, [name]: { id: dossierAskedFor(id) } }
        : { __typename, matches: answer },
    );
    response.end(JSON.stringify({ data: { _entities: entities } }));
  };
  return { listener, asked, searches: () => asked.filter(([first]) => first?.question !== undefined) };
}

const document = `query ($criteria: SuspectCriteria!, $scope: [Agency!], $first: Int! = 20, $after: Cursor) {
  searchSuspects(criteria: $criteria, scope: $scope, first: $first, after: $after) {
    edges { cursor }
    nodes {
      suspect { id belarus { id } russia { id } }
      hit { reference until }
      matches { agency band score isAssociation evidence { kind outcome weight } }
    }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    agencies { agency outcome }
  }
}`;

const criteria = { name: 'Иванов Иван', birthDate: '1990-01-02' };
const [by, ru] = ['BY-0000000000', 'RU-0000000000'];

interface Found {
  edges: { cursor: string }[];
  nodes: { suspect: unknown; hit: unknown; matches: Record<string, unknown>[] }[];
  pageInfo: Record<string, unknown>;
  agencies: { agency: string; outcome: string }[];
}

/** The gateway before these agencies, asked for a search. */
async function searchBefore(belarus: ReturnType<typeof agency>, russia: ReturnType<typeof agency>) {
  const ask = await gatewayBefore({ belarus: belarus.listener, russia: russia.listener });
  return async (variables: Record<string, unknown>) => {
    const { data, errors = [] } = await ask(document, { criteria, ...variables });
    const found = data?.searchSuspects as Found | null | undefined;
    return { found, outcomes: found?.agencies.map(({ outcome }) => outcome), errors };
  };
}

describe('a search across agencies', () => {
  const [belarus, russia] = [
    agency('belarus', [visible(by, 20)]),
    agency('russia', [visible(ru, 30, [by]), hit]),
  ];
  const asked = searchBefore(belarus, russia).then((search) => search({}));

  test('finds a linked person once, with both halves, and a hit where it stands', async () => {
    const { found, errors } = await asked;
    expect(errors).toEqual([]);
    expect(found?.nodes).toEqual([
      {
        suspect: { id: `S-${by}`, belarus: { id: by }, russia: { id: by } },
        hit: null,
        matches: [
          expect.objectContaining({ agency: 'RUSSIA', score: 30, band: 'POSSIBLE' }),
          expect.objectContaining({ agency: 'BELARUS', score: 20 }),
        ],
      },
      {
        suspect: null,
        hit: { reference: 'hit-1', until: '2026-12-24T00:00:00Z' },
        matches: [
          {
            agency: 'RUSSIA',
            band: 'STRONG',
            score: null,
            isAssociation: false,
            evidence: [{ kind: 'SURNAME', outcome: 'AGREED', weight: null }],
          },
        ],
      },
    ]);
    expect(found?.agencies).toEqual([
      { agency: 'BELARUS', outcome: 'ANSWERED' },
      { agency: 'RUSSIA', outcome: 'ANSWERED' },
    ]);
    expect(found?.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });

  test('asks each agency once for matches and once for all halves', async () => {
    await asked;
    for (const each of [belarus, russia]) expect(each.asked.map(({ length }) => length)).toEqual([1, 1]);
  });

  test('tells an agency the criteria, and neither the scope nor who is asked beside it', async () => {
    await asked;
    expect(decodeQuestion(russia.searches()[0]?.[0]?.question)).toEqual({
      criteria: {
        names: [{ script: 'RUSSIAN', surname: 'Иванов', givenName: 'Иван' }],
        birthDate: '1990-01-02',
      },
    });
  });
});

describe('an agency', () => {
  test('out of scope is sent nothing', async () => {
    const russia = agency('russia', []);
    const search = await searchBefore(agency('belarus', [visible(by, 20)]), russia);
    const { found, outcomes, errors } = await search({ scope: ['BELARUS'] });
    expect(errors).toEqual([]);
    expect(outcomes).toEqual(['ANSWERED', 'OUT_OF_SCOPE']);
    expect(found?.nodes).toHaveLength(1);
    expect(russia.searches()).toEqual([]);
  });

  test('abroad is sent nothing of one kind of evidence', async () => {
    const russia = agency('russia', []);
    const search = await searchBefore(agency('belarus', []), russia);
    const { outcomes, errors } = await search({ criteria: { phone: '+375291234567' } });
    expect(errors).toEqual([]);
    expect(outcomes).toEqual(['ANSWERED', 'NEEDS_MORE_EVIDENCE']);
    expect(russia.asked).toEqual([]);
  });

  test('none of which is left to ask leaves an empty page', async () => {
    const [belarus, russia] = [agency('belarus', []), agency('russia', [])];
    const search = await searchBefore(belarus, russia);
    const { found, errors } = await search({ criteria: { phone: '+375291234567' }, scope: ['RUSSIA'] });
    expect(errors).toEqual([]);
    expect(found).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      agencies: [
        { agency: 'BELARUS', outcome: 'OUT_OF_SCOPE' },
        { agency: 'RUSSIA', outcome: 'NEEDS_MORE_EVIDENCE' },
      ],
    });
    expect([belarus.asked, russia.asked]).toEqual([[], []]);
  });

  test('that is down leaves what the other found', async () => {
    const belarus = agency('belarus', [visible(by, 20)]);
    const ask = await gatewayBefore({
      belarus: belarus.listener,
      russia: (request) => request.socket.destroy(),
    });
    const { data, errors } = await ask(
      'query ($criteria: SuspectCriteria!) { searchSuspects(criteria: $criteria) { nodes { suspect { belarus { id } } } agencies { outcome } } }',
      { criteria },
    );
    expect(data?.searchSuspects).toEqual({
      nodes: [{ suspect: { belarus: { id: by } } }],
      agencies: [{ outcome: 'ANSWERED' }, { outcome: 'UNAVAILABLE' }],
    });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'AGENCY_UNAVAILABLE', agency: 'RUSSIA' },
    ]);
  });

  test.each<[string, string | Match[] | null]>([
    ['answers null', null],
    ['answers what is no JSON', '{"matches":'],
    ['answers for another', [visible(by, 90)]],
  ])('that %s counts as down, and the other does not', async (_name, answer) => {
    const search = await searchBefore(agency('belarus', [visible(by, 20)]), agency('russia', answer));
    const { found, outcomes } = await search({});
    expect(outcomes).toEqual(['ANSWERED', 'UNAVAILABLE']);
    expect(found?.nodes.map(({ matches }) => matches.map(({ score }) => score))).toEqual([[20]]);
  });
});

describe('the pages of a search', () => {
  const ids = ['BY-0000000001', 'BY-0000000002', 'BY-0000000003'];
  const belarus = agency(
    'belarus',
    ids.map((id, index) => visible(id, 30 - index)),
  );
  const asked = searchBefore(belarus, agency('russia', []));
  const pageOf = (found: Found | null | undefined) =>
    found?.nodes.map(({ suspect }) => dossierAskedFor((suspect as { id: string }).id));

  test('follow each other, of whatever length', async () => {
    const search = await asked;
    const { found: first } = await search({ first: 1 });
    expect(pageOf(first)).toEqual(ids.slice(0, 1));
    expect(first?.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const { found: next } = await search({ first: 2, after: first?.pageInfo.endCursor });
    expect(pageOf(next)).toEqual(ids.slice(1));
    expect(next?.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test('begin after any cursor of an edge', async () => {
    const search = await asked;
    const { found } = await search({});
    const { found: next } = await search({ after: found?.edges[1]?.cursor });
    expect(pageOf(next)).toEqual(ids.slice(2));
  });

  test('are of one search: another’s cursor is refused', async () => {
    const search = await asked;
    const { found } = await search({ first: 1 });
    for (const other of [{ criteria: { ...criteria, birthDate: '1990-01-03' } }, { scope: ['BELARUS'] }]) {
      const { errors } = await search({ ...other, after: found?.pageInfo.endCursor });
      expect(errors).toMatchObject([{ path: ['searchSuspects'], extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});

describe('a search is refused before an agency is asked', () => {
  const [belarus, russia] = [agency('belarus', []), agency('russia', [])];
  const asked = searchBefore(belarus, russia);

  test.each([
    { criteria: {} },
    { criteria: { surname: 'И' } },
    { criteria: { surname: '.*' } },
    { scope: [] },
    { first: 0 },
    { first: 101 },
    { first: -1 },
    { after: 'BY-0000000000' },
  ])('for %j', async (variables) => {
    const { found, errors } = await (await asked)(variables);
    expect(found).toBeNull();
    expect(errors).toMatchObject([{ path: ['searchSuspects'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect([belarus.asked, russia.asked]).toEqual([[], []]);
  });

  test.each([
    [{ after: '' }, 'Variable "$after": Cursor must be a cursor of an earlier page, unchanged.'],
    [
      { criteria: { birthDate: '02.01.1990' } },
      'Variable "$criteria" at "criteria.birthDate": PartialDate must be YYYY, YYYY-MM or a day of the calendar, YYYY-MM-DD, as far as it is known.',
    ],
    [
      { criteria: { document: { issuer: 'Belarus', kind: 'PASSPORT', number: 'MP1234567' } } },
      'Variable "$criteria" at "criteria.document.issuer": CountryCode must be a country code of two capital letters, such as BY (ISO 3166-1 alpha-2).',
    ],
  ])('for the form of %j, which the error names without the value', async (variables, message) => {
    const { errors } = await (await asked)(variables);
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
    expect([belarus.asked, russia.asked]).toEqual([[], []]);
  });

  test('and not for an agency that is named twice', async () => {
    const { errors } = await (await asked)({ scope: ['RUSSIA', 'BELARUS', 'RUSSIA'] });
    expect(errors).toEqual([]);
    expect(russia.searches()).toHaveLength(1);
  });
});
