import {
  BelarusDossiersDocument,
  ProfileDocument,
  RecordBelarusDossierDocument,
  SearchSuspectsDocument,
  VisibilityDocument,
} from '../../sdk/src/generated/operations.ts';
import { type Mandate, within } from '../../sdk/src/index.ts';
import { alone, linked } from '../support/end-to-end/demo.ts';
import { sharedStack } from '../support/end-to-end/shared-stack.ts';
import { claimsOf, keyOf, officerToken, seconds, signed } from '../support/end-to-end/tokens.ts';
import { problemOf } from './support/gateway.ts';
import { officerAt } from './support/officer.ts';

const stack = sharedStack();
const investigator = officerAt(stack, 'belarus', 'investigator');
const id = linked.belarus;

describe('a profile', () => {
  test('has what is present, and what is withheld with its reason', async () => {
    const { data, outages, errors } = await investigator.query(ProfileDocument, { id });
    expect(data.suspect?.russia).toMatchObject({
      state: 'present',
      value: {
        names: { state: 'present' },
        instruments: { state: 'withheld', class: 'FINANCIAL', owner: 'RUSSIA', reason: 'RELEASE_EXPIRED' },
        harms: { state: 'withheld', class: 'VICTIM', owner: 'RUSSIA', reason: 'ROLE' },
      },
    });
    expect(data.suspect?.belarus).toMatchObject({ value: { instruments: { state: 'present' } } });
    expect([outages, errors]).toEqual([[], []]);
  });

  test('of a person whom one agency knows has an absent half', async () => {
    const { data } = await investigator.query(ProfileDocument, { id: alone });
    expect(data.suspect?.belarus.state).toBe('present');
    expect(data.suspect?.russia).toEqual({ state: 'absent' });
  });

  test('is withheld as a whole from who reads no personal data', async () => {
    const { data } = await officerAt(stack, 'belarus', 'overseer').query(ProfileDocument, { id });
    expect(data.suspect?.belarus).toMatchObject({ state: 'withheld', class: 'OPEN', reason: 'ROLE' });
    expect(data.suspect?.russia).toMatchObject({ state: 'withheld', owner: 'RUSSIA' });
  });

  test('has no gap that is not explained: each null of the gateway is one', async () => {
    const { data, gaps, receipts } = await investigator.query(ProfileDocument, { id });
    const withheld = gaps.filter(({ gap }) => gap.state === 'withheld');
    expect(withheld).toHaveLength(receipts.length);
    expect(JSON.stringify(data)).not.toContain('"names":null');
  });
});

test('the list of an agency’s dossiers is read page by page, each once', async () => {
  const ids: string[] = [];
  const pages = investigator.pages(BelarusDossiersDocument, { first: 100 }, ({ belarus }) =>
    within(belarus, ({ dossiers }) => dossiers),
  );
  for await (const { page } of pages) ids.push(...page.nodes.map((node) => node.id));
  expect(ids.length).toBeGreaterThan(100);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a person is found by a name as it was heard, page by page, with what is visible of each half', async () => {
  const criteria = { name: 'Haradzeyka Yauhen' };
  const pages = investigator.pages(SearchSuspectsDocument, { criteria }, (data) => data.searchSuspects);
  const { value: first } = await pages.next();
  expect(first?.page.nodes.missing).toEqual([]);
  const found = first?.page.nodes.items[0];
  expect(found?.suspect?.russia).toMatchObject({ state: 'present', value: { id: linked.russia } });
  expect(found?.matches.map(({ agency }) => agency)).toEqual(['BELARUS', 'RUSSIA']);
  expect(first?.page.agencies?.map(({ outcome }) => outcome)).toEqual(['ANSWERED', 'ANSWERED']);
});

test('what a search has found says which criteria were not compared', async () => {
  const mandate: Mandate = { purpose: 'PREVENTION', legalBasis: 'NATIONAL_LAW', case: 'BY-2026-000001' };
  const criteria = { name: 'Haradzeyka Yauhen' };
  const { data, gaps } = await investigator.query(SearchSuspectsDocument, { criteria }, { mandate });
  const missing = expect.objectContaining({
    state: 'withheld',
    coordinate: 'SuspectCriteria.name',
    owner: 'RUSSIA',
    reason: 'LEGAL_BASIS',
  });
  expect(data.searchSuspects?.nodes.missing).toEqual([missing]);
  expect(gaps).toContainEqual({ path: ['searchSuspects', 'nodes'], gap: missing });
});

test('what a viewer would see is asked before asking', async () => {
  const document = `{ suspect(id: "${id}") { russia { harms { loss } } } }`;
  const { data } = await investigator.query(VisibilityDocument, { document });
  const russia = data.visibility && within(data.visibility.russia, (fields) => fields);
  expect(russia).toEqual(
    expect.arrayContaining([expect.objectContaining({ coordinate: 'RussiaDossier.harms', verdict: 'DENY' })]),
  );
});

describe('the gateway answers JSON to who does not ask for a type, as the client does not:', () => {
  const typeOf = async (query: string) => {
    const headers = {
      authorization: `Bearer ${await officerToken(stack, 'belarus')}`,
      'content-type': 'application/json',
      accept: '*/*',
    };
    const response = await fetch(`${stack.gateway}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    return response.headers.get('content-type');
  };

  test.each(['{ __typename }', '{ nothing }', '{'])('%s', async (query) => {
    expect(await typeOf(query)).toMatch(/^application\/json/);
  });
});

describe('what is refused', () => {
  test('is a mandate to investigate without a case', async () => {
    const mandate = { purpose: 'INVESTIGATION', legalBasis: 'NATIONAL_LAW' } as unknown as Mandate;
    expect(await problemOf(investigator.query(ProfileDocument, { id }, { mandate }))).toEqual({
      code: 'MANDATE_INVALID',
    });
  });

  test('is an id that is none', async () => {
    const failed = investigator.query(ProfileDocument, { id: 'x' });
    expect(await problemOf(failed)).toEqual({ code: 'BAD_USER_INPUT' });
  });

  test('is an action that is not for the officer', async () => {
    const analyst = officerAt(stack, 'belarus', 'analyst');
    const provenance = {
      sourceReliability: 'B',
      informationAccuracy: 2,
      legalBasis: 'NATIONAL_LAW',
    } as const;
    const input = {
      handlingCode: 'ON_RELEASE',
      cases: ['BY-2026-000001'],
      offences: [{ article: '349', committedOn: '2025-03', provenance }],
      status: { stage: 'SUSPECTED', provenance },
    } as const;
    const failed = analyst.mutate(RecordBelarusDossierDocument, {
      input: { ...input, cases: [...input.cases], offences: [...input.offences] },
    });
    expect(await problemOf(failed)).toEqual({ code: 'FORBIDDEN' });
  });

  test('is a field that the gateway does not have, by its name', async () => {
    const { concord } = ProfileDocument;
    const source = concord.source.replace('fragment Half on Dossier{', '$&nickname ');
    const failed = investigator.query({ ...ProfileDocument, concord: { ...concord, source } }, { id });
    expect(await problemOf(failed)).toMatchObject({
      code: 'GRAPHQL_VALIDATION_FAILED',
      missing: ['Dossier.nickname'],
    });
  });
});

describe('a token that has expired', () => {
  const expired = () =>
    signed(
      keyOf(stack, 'belarus-issuer'),
      claimsOf('belarus', 'investigator', { iat: seconds() - 7_200, exp: seconds() - 3_600 }),
    );

  test('is refused', async () => {
    const concord = officerAt(stack, 'belarus', 'investigator', { token: await expired() });
    expect(await problemOf(concord.query(ProfileDocument, { id }))).toEqual({ code: 'UNAUTHENTICATED' });
  });

  test('is replaced by the function that gave it', async () => {
    let times = 0;
    const token = () => (times++ === 0 ? expired() : officerToken(stack, 'belarus'));
    const { data } = await officerAt(stack, 'belarus', 'investigator', { token }).query(ProfileDocument, {
      id,
    });
    expect(data.suspect?.id).toBe(`S-${id}`);
    expect(times).toBe(2);
  });
});
