import { linked } from '../../support/end-to-end/demo.ts';
import type { OwnStack } from '../../support/end-to-end/own-stack.ts';
import { searching } from '../../support/end-to-end/search.ts';

export function candidatesSuite(stack: OwnStack, budget: number): void {
  const investigator = stack.as('belarus', 'investigator').for('INVESTIGATION', 'BY-2026-000001');
  const find = searching(investigator);

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
            band: 'POSSIBLE',
            score: null,
            evidence: [{ kind: 'SURNAME' }, { kind: 'GIVEN_NAME' }, { kind: 'PATRONYMIC' }],
          },
          dossier: null,
          hit: { reference: expect.stringMatching(/^RUH-/) },
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

  describe('the budget of an officer abroad', () => {
    const spender = stack
      .as('belarus', 'investigator', { sub: 'spender' })
      .for('INVESTIGATION', 'BY-2026-000001');
    const compare = `query ($id: ID!) { suspect(id: $id) { belarus { id candidates { match { band } } } } }`;

    test('is spent by comparisons: then they are refused, with the time at which it renews, and his own half is whole', async () => {
      let refused: Awaited<ReturnType<typeof spender.query>> | undefined;
      for (let tried = 0; tried <= budget && !refused; tried++) {
        const answer = await spender.query(compare, { id: linked.belarus });
        if (answer.codes.length > 0) refused = answer;
      }
      expect(refused?.codes).toEqual(['QUOTA_SPENT']);
      expect(refused?.body.errors?.[0]?.extensions).toMatchObject({
        agency: 'RUSSIA',
        renewsAt: expect.stringMatching(/^20\d\d-\d\d-\d\dT00:00:00\.000Z$/),
      });
      expect(refused?.body.data).toEqual({
        suspect: { belarus: { id: linked.belarus, candidates: null } },
      });
    });

    test('is spent for searches too, which say so of that agency alone', async () => {
      const search = `{ searchSuspects(criteria: { name: "Городейко Евгений" }) {
      nodes { suspect { id } } agencies { agency outcome renewsAt } } }`;
      const { body, codes } = await spender.query<{
        searchSuspects: { nodes: unknown[]; agencies: unknown[] };
      }>(search);
      expect(codes).toEqual([]);
      expect(body.data?.searchSuspects.agencies).toEqual([
        { agency: 'BELARUS', outcome: 'ANSWERED', renewsAt: null },
        { agency: 'RUSSIA', outcome: 'QUOTA_SPENT', renewsAt: expect.stringMatching(/T00:00:00/) },
      ]);
      expect(body.data?.searchSuspects.nodes.length).toBeGreaterThan(0);
      const { found } = await find({ name: 'Городейко Евгений' });
      expect(found.length).toBeGreaterThan(0);
    });
  });
}
