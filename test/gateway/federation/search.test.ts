import { decodeQuestion } from '../../../terms/search-exchange.ts';
import { gatewayBefore } from '../../support/gateway-before.ts';
import { agency, criteria, hit, type Match, searchBefore, visible } from './support/search-before.ts';

const [by, ru] = ['BY-0000000000', 'RU-0000000000'];

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
