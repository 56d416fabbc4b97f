import { describe, expect, test } from '@jest/globals';
import { linked } from '../support/end-to-end/demo.ts';
import { ownStack } from '../support/end-to-end/own-stack.ts';
import { searching } from '../support/end-to-end/search.ts';
import { newSettings } from '../support/end-to-end/stack.ts';

const stack = ownStack(await newSettings());
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
