import type { Asker } from '../support/composed/callers.ts';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { criteriaOf, searchedIn, searchedRecords } from '../support/marked/searched.ts';
import { namedCase, otherCase } from '../support/policy/states.ts';
import { type Found, searchDocument } from '../support/search/asked.ts';

const mandate = { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: namedCase } as const;
const asker: Asker = { agency: 'RUSSIA', roles: ['INVESTIGATOR'], mandate };
const scope = ['BELARUS'];
const identity = criteriaOf(['surname', 'givenName', 'birthDate']);

describe('the reference of a hit, through the whole federation', () => {
  let federation: MarkedFederation;
  beforeAll(async () => {
    federation = await markedFederation({ records: searchedRecords });
  });
  afterAll(() => federation.stop());

  const search = async (by: Asker, criteria: object = identity) =>
    federation.ask(by, { query: searchDocument, variables: { criteria, scope } });
  async function hitsOf(by: Asker) {
    const { data } = JSON.parse((await search(by)).body);
    return (data.searchSuspects as Found).nodes.flatMap(({ hit }) => (hit ? [hit] : []));
  }

  test('is one for an agency and a case, and for another case another', async () => {
    const [once, again, colleague, elsewhere] = [
      await hitsOf(asker),
      await hitsOf(asker),
      await hitsOf({ ...asker, subject: 'colleague', roles: ['LIAISON'] }),
      await hitsOf({ ...asker, mandate: { ...mandate, case: otherCase } }),
    ];
    const referencesOf = (hits: typeof once) => hits.map(({ reference }) => reference);
    expect(once.length).toBeGreaterThan(3);
    expect(again).toEqual(once);
    expect(colleague).toEqual(once);
    expect(referencesOf(elsewhere).filter((one) => referencesOf(once).includes(one))).toEqual([]);
    for (const { until } of once) {
      const days = (Date.parse(until) - Date.now()) / (24 * 3_600_000);
      expect(days).toBeGreaterThan(29.9);
      expect(days).toBeLessThanOrEqual(30);
    }
  });

  test('neither holds nor opens the dossier that it stands for', async () => {
    const [hit] = await hitsOf(asker);
    const ids = searchedIn('BELARUS').map(({ id }) => id);
    expect(ids.filter((id) => hit?.reference.includes(id.slice(3)))).toEqual([]);
    const askFor = (id: unknown) =>
      federation.ask(asker, {
        query: 'query ($id: ID!) { suspect(id: $id) { id belarus { id } } }',
        variables: { id },
      });
    const malformed = await askFor('H123');
    expect(JSON.parse(malformed.body).errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(await askFor(hit?.reference)).toEqual(malformed);
    const { body } = await federation.askSubgraph('BELARUS', asker, {
      query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { belarus { id } } ... on BelarusDossier { id } } }`,
      variables: { of: [{ __typename: 'Suspect', id: hit?.reference }] },
    });
    expect(JSON.parse(body).data._entities[0]?.belarus ?? null).toBeNull();
  });

  /** The newest searches in the owner's record of reads; the marked read is of the future. */
  async function recorded(number: number) {
    const overseer: Asker = { agency: 'BELARUS', roles: ['OVERSEER'], mandate };
    const query = '{ belarus { reads(first: 100) { nodes { by dossiers search { kinds near } } } } }';
    const { data } = JSON.parse((await federation.ask(overseer, { query })).body);
    return data.belarus.reads.nodes.slice(1, 1 + number) as {
      by: string;
      dossiers: string[];
      search: { kinds: string[]; near: number };
    }[];
  }
  const by = (subject: string): Asker => ({ ...asker, subject });

  test('is on record with the search that told it: kinds, and the dossier by its id', async () => {
    await search(by('seeker'));
    const [read] = await recorded(1);
    const hidden = searchedIn('BELARUS').find(({ name }) => name === 'hit only')?.id;
    const dark = searchedIn('BELARUS').find(({ name }) => name === 'dark')?.id;
    expect(read).toMatchObject({
      by: 'seeker',
      search: { kinds: ['BIRTH_DATE', 'SURNAME', 'GIVEN_NAME'], near: 0 },
    });
    expect(read?.dossiers).toContain(hidden);
    expect(read?.dossiers).not.toContain(dark);
  });

  test('is not needed for that: what found nothing, and what counted for nothing, is on record too', async () => {
    await search(by('idler'), { surname: 'Никто', birthDate: '1950-01-01' });
    await search({ ...by('idler'), mandate: { ...mandate, legalBasis: 'NATIONAL_LAW' } });
    expect(await recorded(2)).toEqual([
      { by: 'idler', dossiers: [], search: { kinds: [], near: 0 } },
      { by: 'idler', dossiers: [], search: { kinds: ['BIRTH_DATE', 'SURNAME'], near: 0 } },
    ]);
  });

  test('of who tries one number after the other is told by how near his searches are', async () => {
    const tried = (phone: string) => search(by('guesser'), { surname: 'Кулешов', phone });
    for (const digit of [1, 2, 3]) await tried(`+37529111223${digit}`);
    const near = (await recorded(3)).map(({ search: { near: each } }) => each).reverse();
    expect(near).toEqual([0, 1, 2]);
  });

  test('and not of who asks the same again, its next page, or after another person of that sex', async () => {
    const ask = (variables: object) =>
      federation.ask(by('reader'), { query: searchDocument, variables: { scope, ...variables } });
    const { data } = JSON.parse((await ask({ criteria: identity, first: 2 })).body);
    await ask({ criteria: identity, first: 2 });
    await ask({ criteria: identity, first: 2, after: data.searchSuspects.pageInfo.endCursor });
    await ask({ criteria: { surname: 'Иванов', givenName: 'Олег', sex: 'MALE' } });
    await ask({ criteria: { surname: 'Петров', givenName: 'Сергей', sex: 'MALE' } });
    expect((await recorded(5)).map(({ search: { near } }) => near)).toEqual([0, 0, 0, 0, 0]);
  });
});
