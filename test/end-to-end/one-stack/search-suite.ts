import { linked } from '../../support/end-to-end/demo.ts';
import type { OwnStack } from '../../support/end-to-end/own-stack.ts';
import { searching } from '../../support/end-to-end/search.ts';

export function searchSuite(stack: OwnStack): void {
  const investigator = stack.as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');
  const find = searching(investigator);

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
        id: `S-${linked.belarus}`,
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
      expect(person?.suspect?.id).toBe(`S-${linked.belarus}`);
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
      expect(found[0]?.suspect?.id).toBe(`S-${linked.belarus}`);
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
        reference: expect.stringMatching(/^RUH-[0-9A-Z]{20}$/),
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
      expect(found[0]?.suspect?.id).toMatch(/^S-RU-/);
      expect(found[0]?.hit).toBeNull();
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
      expect(answer.codes).toEqual(['BAD_USER_INPUT']);
      expect(answer.body.data?.searchSuspects ?? null).toBeNull();
    });

    test('an operator object is no text at all', async () => {
      expect((await find({ surname: { $ne: null } })).codes).toEqual(['BAD_USER_INPUT']);
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
    const analyst = stack.as('belarus', 'analyst').for('PREVENTION', 'BY-2026-000001');
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
    expect(found[0]?.suspect?.id).toBe(`S-${linked.belarus}`);
  });
}
