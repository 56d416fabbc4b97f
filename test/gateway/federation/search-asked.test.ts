import { dossierAskedFor } from '../../../terms/suspect-id.ts';
import { agency, criteria, type Found, searchBefore, visible } from './support/search-before.ts';

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
