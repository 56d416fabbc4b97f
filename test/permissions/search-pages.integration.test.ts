import { dossierOfSuspect } from '../../terms/suspect-id.ts';
import type { Asker } from '../support/composed/callers.ts';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { criteriaOf, searchedIn, searchedRecords } from '../support/marked/searched.ts';
import { namedCase, otherCase } from '../support/policy/states.ts';
import { type Found, searchDocument } from '../support/search/asked.ts';

const mandate = { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: namedCase } as const;
const asker: Asker = { agency: 'RUSSIA', roles: ['INVESTIGATOR'], mandate };
const criteria = criteriaOf(['surname', 'givenName', 'birthDate']);

describe('the pages of a search', () => {
  let federation: MarkedFederation;
  beforeAll(async () => {
    federation = await markedFederation({ records: searchedRecords });
  });
  afterAll(() => federation.stop());

  async function ask(by: Asker, variables: Record<string, unknown>) {
    const { body } = await federation.ask(by, {
      query: searchDocument,
      variables: { criteria, ...variables },
    });
    const { data, errors } = JSON.parse(body);
    return { found: data?.searchSuspects as Found | null, errors, body };
  }
  const nameOf = ({ suspect, hit }: Found['nodes'][number]) =>
    dossierOfSuspect(suspect?.id) ?? hit?.reference ?? '';

  /** Every page from the start, and what is done after each. */
  async function pages(first: number, between: (page: number) => Promise<void> = async () => undefined) {
    const found: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 100; page += 1) {
      const answer: Awaited<ReturnType<typeof ask>> = await ask(asker, { first, after });
      found.push(...(answer.found?.nodes ?? []).map(nameOf));
      if (!answer.found?.pageInfo.hasNextPage) return found;
      after = answer.found.pageInfo.endCursor;
      await between(page);
    }
    throw new Error('pages without end');
  }

  test('of one each hold everything once and in order, and the number of all is told nowhere', async () => {
    const { found, body } = await ask(asker, { first: 100 });
    const all = found?.nodes.map(nameOf) ?? [];
    expect(all.length).toBeGreaterThan(20);
    expect(await pages(1)).toEqual(all);
    expect(await pages(7)).toEqual(all);
    expect(body).not.toMatch(/total|count/i);
  });

  const others: [string, Asker, Record<string, unknown>][] = [
    ['a colleague', { ...asker, subject: 'colleague' }, {}],
    ['the other agency’s viewer of that name', { ...asker, agency: 'BELARUS' }, {}],
    ['another purpose', { ...asker, mandate: { ...mandate, purpose: 'SOLVING' } }, {}],
    ['another agreement', { ...asker, mandate: { ...mandate, legalBasis: 'CHISINAU_CONVENTION_2002' } }, {}],
    ['national law', { ...asker, mandate: { ...mandate, legalBasis: 'NATIONAL_LAW' } }, {}],
    ['another case', { ...asker, mandate: { ...mandate, case: otherCase } }, {}],
    ['other criteria', asker, { criteria: criteriaOf(['surname', 'givenName']) }],
    ['more criteria', asker, { criteria: criteriaOf(['surname', 'givenName', 'birthDate', 'sex']) }],
    ['another scope', asker, { scope: ['BELARUS'] }],
  ];
  test('begin after a cursor of this search of this viewer alone: all else gets one and the same answer', async () => {
    const { found } = await ask(asker, { first: 2 });
    const after = found?.pageInfo.endCursor as string;
    expect((await ask(asker, { first: 2, after })).errors).toBeUndefined();
    const refused = await Promise.all(
      others.map(([, by, changed]) => ask(by, { first: 2, after, ...changed })),
    );
    const invented = await ask(asker, { after: 'invented' });
    for (const [index, { errors, body }] of refused.entries())
      expect([others[index]?.[0], errors?.[0]?.extensions.code, body]).toEqual([
        others[index]?.[0],
        'BAD_USER_INPUT',
        invented.body,
      ]);
  });

  test('begin after no cursor that was altered, at whatever place', async () => {
    const { found } = await ask(asker, { first: 2 });
    const after = found?.pageInfo.endCursor as string;
    const altered = [...after].map(
      (letter, at) => `${after.slice(0, at)}${letter === 'A' ? 'B' : 'A'}${after.slice(at + 1)}`,
    );
    const cut = [after.slice(1), after.slice(0, -1), `${after}A`, after.slice(0, 20)];
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    // As many at a time as one officer may ask.
    for (const all = [...altered, ...cut]; all.length > 0; )
      answers.push(
        ...(await Promise.all(all.splice(0, 20).map((one) => ask(asker, { first: 2, after: one })))),
      );
    expect([...new Set(answers.map(({ body }) => body))].slice(1)).toEqual([]);
    expect(answers[0]?.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  test.each(['', ' ', '='])(
    'begin after no text that is no cursor by its form, such as one with %j',
    async (more) => {
      const { found } = await ask(asker, { first: 2 });
      const { errors } = await ask(asker, { first: 2, after: more && `${found?.pageInfo.endCursor}${more}` });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect(errors?.[0]?.message).toContain('Cursor');
    },
  );

  test('have cursors whose length tells of a hit no more than the hit', async () => {
    const { found } = await ask(asker, { first: 100 });
    const lengths = found?.nodes.flatMap(({ hit }, index) =>
      hit ? [found.edges[index]?.cursor.length] : [],
    );
    expect(lengths?.length).toBeGreaterThan(5);
    expect(new Set(lengths).size).toBe(1);
  });

  test('do not shift when what was on an earlier one becomes dark', async () => {
    const all = await pages(3);
    const first = searchedIn('BELARUS').find(({ id }) => all.slice(0, 3).includes(id))?.id as string;
    const { dossiers } = federation.databases.BELARUS.models;
    const hide = async (page: number) => {
      if (page === 0)
        await dossiers.collection.updateOne({ _id: first } as never, {
          $set: { handlingCode: 'ORIGINATOR_ONLY' },
        });
    };
    expect(await pages(3, hide)).toEqual(all);
    expect(await pages(3)).toEqual(all.filter((one) => one !== first));
  });
});
