import { describe, expect, test } from '@jest/globals';
import { costsOf } from '../support/end-to-end/costs.ts';
import { linked } from '../support/end-to-end/demo.ts';
import { ownStack } from '../support/end-to-end/own-stack.ts';
import { type Search, search } from '../support/end-to-end/search.ts';
import { newSettings } from '../support/end-to-end/stack.ts';

const stack = ownStack(await newSettings());
const investigator = stack.as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');
const { costOf } = costsOf(stack, investigator);

async function find(criteria: object, more: object = {}, officer = investigator) {
  const { status, body } = await officer.query<Search>(search, { criteria, ...more });
  const { edges = [], agencies = [], pageInfo } = body.data?.searchSuspects ?? {};
  return {
    status,
    body,
    found: edges.map(({ node }) => node),
    cursors: edges.map(({ cursor }) => cursor),
    outcomes: Object.fromEntries(agencies.map(({ agency, outcome }) => [agency, outcome])),
    pageInfo,
  };
}
const codesOf = ({ body }: Awaited<ReturnType<typeof find>>) =>
  body.errors?.map(({ extensions }) => extensions?.code);

describe('a name heard on the phone', () => {
  test.each([
    'Haradzeyka Yauhen',
    'Gorodejko Jewgenij',
    'Yevgeniy Gorodeyko',
    'Гарадзейка Яўген',
    'Городейко Евгений Григорьевич',
    'Евгений Григорьевич Городейко',
    'Городейка Евгений',
  ])('finds whom both agencies know, first and as one person, however it is written: %s', async (name) => {
    const { body, found, outcomes } = await find({ name });
    expect(body.errors).toBeUndefined();
    expect(found[0]?.suspect).toMatchObject({
      id: linked.belarus,
      belarus: { id: linked.belarus },
      russia: { id: linked.russia },
    });
    expect(found[0]?.hit).toBeNull();
    expect(outcomes).toEqual({ BELARUS: 'ANSWERED', RUSSIA: 'ANSWERED' });
  });

  test('comes with its evidence, kind by kind, and what it adds up to', async () => {
    const [person] = (await find({ name: 'Haradzeyka Yauhen', birthDate: '1989' })).found;
    for (const match of person?.matches ?? []) {
      expect(match.evidence).toEqual([
        { kind: 'SURNAME', outcome: 'AGREED', weight: 8.8 },
        { kind: 'GIVEN_NAME', outcome: 'AGREED', weight: 5.5 },
        { kind: 'PATRONYMIC', outcome: 'MISSING', weight: 0 },
        { kind: 'BIRTH_DATE', outcome: 'CLOSE', weight: 5 },
      ]);
      expect(match).toMatchObject({ band: 'POSSIBLE', score: 19.3, isAssociation: false });
    }
    expect(person?.matches.map(({ agency }) => agency)).toEqual(['BELARUS', 'RUSSIA']);
  });

  test('with one typing slip says that it is one', async () => {
    const [person] = (await find({ name: 'Горотейко Евгений' })).found;
    expect(person?.suspect?.id).toBe(linked.belarus);
    expect(person?.matches[0]?.evidence[0]).toEqual({ kind: 'SURNAME', outcome: 'CLOSE', weight: 6 });
  });

  test('of nobody finds nobody', async () => {
    const { found, outcomes, pageInfo } = await find({ name: 'Несуществующий Аристарх' });
    expect(found).toEqual([]);
    expect(pageInfo).toEqual({ hasNextPage: false, endCursor: null });
    expect(outcomes).toEqual({ BELARUS: 'ANSWERED', RUSSIA: 'ANSWERED' });
  });
});

describe('a phone from a screenshot', () => {
  const phone = '+70004170823';

  test('finds its users at home, as no more than an association, and nobody abroad', async () => {
    const { found, outcomes } = await find({ phone });
    expect(outcomes).toEqual({ BELARUS: 'ANSWERED', RUSSIA: 'NEEDS_MORE_EVIDENCE' });
    expect(found[0]?.suspect?.id).toBe(linked.belarus);
    expect(found[0]?.matches).toEqual([
      expect.objectContaining({ agency: 'BELARUS', band: null, isAssociation: true }),
    ]);
  });

  test('finds them abroad with a second kind of evidence', async () => {
    const { found, outcomes } = await find({ phone, surname: 'Городейко' });
    expect(outcomes.RUSSIA).toBe('ANSWERED');
    expect(found[0]?.matches.map(({ agency }) => agency).sort()).toEqual(['BELARUS', 'RUSSIA']);
  });

  test('has no second kind in the sex of who uses it', async () => {
    expect((await find({ phone, sex: 'MALE' })).outcomes.RUSSIA).toBe('NEEDS_MORE_EVIDENCE');
  });
});

describe('a record that another agency has not released', () => {
  const criteria = { name: 'Цветков Николай Васильевич' };

  test('is a hit: a reference, its band and the kinds that agreed, and nothing of the dossier', async () => {
    const { found, body } = await find(criteria);
    const hit = found.find((one) => one.hit);
    expect(hit?.suspect).toBeNull();
    expect(hit?.hit).toEqual({
      reference: expect.stringMatching(/^H[0-9A-Z]{20}$/),
      until: expect.stringMatching(/^20\d\d-/),
    });
    expect(hit?.matches).toEqual([
      {
        agency: 'RUSSIA',
        band: 'POSSIBLE',
        score: null,
        isAssociation: false,
        evidence: ['SURNAME', 'GIVEN_NAME', 'PATRONYMIC'].map((kind) => ({
          kind,
          outcome: 'AGREED',
          weight: null,
        })),
      },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/RU-[0-9A-Z]{10,}/);
  });

  test('is nobody without a patronymic, for then it is not even possible that it is he', async () => {
    const { found } = await find({ name: 'Цветков Николай' });
    expect(found.filter((one) => one.hit)).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });

  test('is a dossier to its own officers', async () => {
    const own = stack.as('russia', 'investigator').for('INVESTIGATION', 'RU-2026-000001');
    const { found } = await find(criteria, { scope: ['RUSSIA'] }, own);
    expect(found[0]?.suspect?.id).toMatch(/^RU-/);
    expect(found[0]?.hit).toBeNull();
  });
});

describe('the candidates of a dossier', () => {
  const candidates = `query ($id: ID!) { suspect(id: $id) { belarus {
    candidates { match { agency band score evidence { kind } } dossier { id } hit { reference } } } } }`;
  interface Answer {
    suspect: {
      belarus: { candidates: { match: { band: string; score: number | null }; dossier: unknown }[] | null };
    };
  }

  test('are the other agency’s records that may be of the same person, and are not linked yet', async () => {
    const { found } = await find({ name: 'Цветков Николай Васильевич' }, { scope: ['BELARUS'] });
    const id = found[0]?.suspect?.id;
    const { body } = await investigator.query<Answer>(candidates, { id });
    expect(body.errors).toBeUndefined();
    expect(body.data?.suspect.belarus.candidates).toEqual([
      {
        match: {
          agency: 'RUSSIA',
          band: 'STRONG',
          score: null,
          evidence: expect.arrayContaining([{ kind: 'SURNAME' }, { kind: 'IMEI' }]),
        },
        dossier: null,
        hit: { reference: expect.stringMatching(/^H/) },
      },
    ]);
  });

  test('are none for one that is linked', async () => {
    const { body } = await investigator.query<Answer>(candidates, { id: linked.belarus });
    expect(body.data?.suspect.belarus.candidates).toEqual([]);
  });

  test.each([
    [
      'of two dossiers',
      '{ a: suspect(id: "BY-0000000000") { belarus { candidates { match { band } } } } b: suspect(id: "BY-1111111111") { belarus { candidates { match { band } } } } }',
    ],
    ['of a list', '{ belarus { dossiers { nodes { candidates { match { band } } } } } }'],
    [
      'beside a search',
      '{ suspect(id: "BY-0000000000") { belarus { candidates { match { band } } } } searchSuspects(criteria: { name: "Иванов Иван" }) { pageInfo { hasNextPage } } }',
    ],
  ])('are refused %s', async (_what, document) => {
    const { status, body } = await investigator.query(document);
    expect(status).toBe(400);
    expect(body.errors?.map(({ extensions }) => extensions?.code)).toEqual(['ONE_SEARCH_ONLY']);
  });
});

describe('a page', () => {
  const criteria = { birthDate: '1989-08-23', name: 'Городейко Евгений' };
  const namesakes = { surname: 'Каваленка' };

  test('goes on where the one before ended', async () => {
    const all = await find(namesakes, { scope: ['BELARUS'] });
    expect(all.found.length).toBeGreaterThan(1);
    const seen: unknown[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof find>> = await find(namesakes, {
        scope: ['BELARUS'],
        first: 1,
        after,
      });
      seen.push(...page.found);
      after = page.pageInfo?.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(all.found);
  });

  test('is refused to another officer, under another mandate, for another search, and when its cursor was altered', async () => {
    const first = await find(namesakes, { scope: ['BELARUS'], first: 1 });
    const after = first.cursors[0];
    const more = { scope: ['BELARUS'], after };
    expect(codesOf(await find(namesakes, more))).toBeUndefined();
    const refused = [
      await find(
        namesakes,
        more,
        stack.as('belarus', 'investigator', { sub: 'another' }).for('INVESTIGATION', 'BY-2026-000001'),
      ),
      await find(namesakes, more, investigator.for('SOLVING', 'BY-2026-000001')),
      await find({ surname: 'Петров' }, more),
      await find(namesakes, { after }),
      await find(namesakes, { ...more, after: `${after?.slice(0, -2)}AA` }),
      await find(namesakes, { ...more, after: 'first' }),
    ];
    for (const answer of refused) expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(new Set(refused.map(({ body }) => body.errors?.[0]?.message)).size).toBe(1);
  });

  test.each([1, 20, 100])(
    'of %i costs each agency two fetches at most: its matches, and its halves',
    async (first) => {
      const { fetches } = await costOf(search, { criteria, first });
      expect(fetches).toEqual({ belarus: 2, russia: 2 });
    },
  );

  test('of a search at home costs the other agency nothing that tells it of the criteria', async () => {
    const document = `query ($criteria: SuspectCriteria!, $scope: [Agency!]) {
      searchSuspects(criteria: $criteria, scope: $scope) { nodes { suspect { id belarus { id } } } } }`;
    const { fetches, commands } = await costOf(document, { criteria, scope: ['BELARUS'] });
    expect(fetches).toEqual({ belarus: 2, russia: 0 });
    expect(commands.russia).toBe(0);
  });
});

describe('criteria that cannot be searched by', () => {
  test.each<[string, object]>([
    ['none', {}],
    ['one letter', { name: 'И' }],
    ['10,000 characters', { name: 'И'.repeat(10_000) }],
    ['an emoji', { name: '😀😀' }],
    ['a right-to-left mark', { name: 'Иванов\u202E Иван' }],
    ['a regular expression', { surname: '^И.*$' }],
    ['an operator', { surname: '{"$ne":null}' }],
    ['a day that is in no calendar', { birthDate: '1990-02-30' }],
    ['a phone of no country', { phone: '12' }],
  ])('%s are refused and named', async (_what, criteria) => {
    const answer = await find(criteria);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.body.data?.searchSuspects ?? null).toBeNull();
  });

  test('an operator object is no text at all', async () => {
    expect(codesOf(await find({ surname: { $ne: null } }))).toEqual(['BAD_USER_INPUT']);
  });

  test('a thousand searches at once are refused', async () => {
    const one = (index: number) =>
      `s${index}: searchSuspects(criteria: { surname: "Иванов" }) { pageInfo { hasNextPage } }`;
    const { status, body } = await investigator.query(
      `{ ${Array.from({ length: 1000 }, (_, index) => one(index)).join(' ')} }`,
    );
    expect(status).toBe(400);
    expect(body.errors?.map(({ extensions }) => extensions?.code)).toContain('QUERY_TOO_LARGE');
  });
});

test('a criterion of a class that the viewer may not read counts for nothing, and a receipt says so', async () => {
  const analyst = stack.as('belarus', 'analyst').for('PREVENTION');
  const { body, found } = await find({ phone: '+70004170823', surname: 'Городейко' }, {}, analyst);
  expect(body.extensions?.redactions).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        coordinate: 'SuspectCriteria.phone',
        class: 'CONTACT',
        owner: 'BELARUS',
        reason: 'PURPOSE',
        records: null,
      }),
      expect.objectContaining({ coordinate: 'SuspectCriteria.name', owner: 'RUSSIA', reason: 'PURPOSE' }),
    ]),
  );
  const kinds = found.flatMap(({ matches }) =>
    matches.flatMap(({ evidence }) => evidence.map(({ kind }) => kind)),
  );
  expect(kinds).not.toContain('PHONE');
  expect(found[0]?.suspect?.id).toBe(linked.belarus);
});
