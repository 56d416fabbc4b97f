import { readEvidence } from '../../../../../subgraphs/agency/api/resolvers/link-evidence.ts';
import { dossierFeatures } from '../../../../../subgraphs/agency/matching/dossier-features.ts';
import { travellingTokens } from '../../../../../subgraphs/agency/matching/travelling-tokens.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { encodeQuestion } from '../../../../../terms/search-exchange.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { testKeys } from '../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';

const foreign = 'RU-CAND1DATE001';
const many = Array.from({ length: 6 }, (_, index) => `BY-CAND1DATE00${index}`);
const [same, theirs, ours, byHit, byId] = many as [string, string, string, string, string];
const hit = 'H0123456789ABCDEFGHJK';
const undecided = { decision: 'NONE' } as const;
const different = { decision: 'DIFFERENT', decidedAt: new Date('2026-04-27T08:15:00Z') } as const;
const link = (own: typeof undecided | typeof different, told: typeof own) => ({
  links: [{ agency: 'RUSSIA' as const, dossier: foreign, own, told }],
});

/** Dossiers of one person, all to be hits, unless people have decided of one. */
const dossiers = many.map((id) =>
  dossierOf(id, {
    handlingCode: 'ON_RELEASE',
    ...(id === theirs && {
      links: [
        { agency: 'RUSSIA' as const, dossier: foreign, references: [hit], own: undecided, told: different },
      ],
    }),
    ...(id === byId && link(undecided, different)),
    ...(id === ours && link(different, undecided)),
    ...(id === byHit && {
      links: [{ agency: 'RUSSIA' as const, references: [hit], own: different, told: undecided }],
    }),
  }),
);

const representationOf = (known: { version?: number; different?: string[] } = {}) => ({
  __typename: 'RussiaDossier',
  id: foreign,
  matchTokens: travellingTokens(
    testKeys,
    dossierFeatures(dossierOf(same), () => true),
    known,
  ),
});
const representation = representationOf();
const candidates = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on RussiaDossier { candidates { dossier { id } hit { reference } evidence } } } }`;
const search = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on BelarusSearch { matches } } }`;
const question = (surname: string) => ({
  __typename: 'BelarusSearch',
  question: encodeQuestion({ criteria: { names: [{ script: 'RUSSIAN', surname, givenName: 'Иван' }] } }),
});

describe('in one request', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers });
  });

  const compared = async (officer = agency.as('RUSSIA', 'INVESTIGATOR')) => {
    const { data, redactions } = await officer.run(candidates, { of: [representation] });
    const told: { hit: { reference: string } }[] | null = data._entities[0].candidates;
    return { references: told?.map(({ hit }) => hit.reference), redactions };
  };

  test('a dossier of which either agency has said DIFFERENT is no candidate, unless another one has said so alone, by its id', async () => {
    const { references } = await compared();
    const kept = await agency.models.hits.find().lean();
    const hits = kept.filter(({ _id }) => references?.includes(_id));
    expect(hits.map(({ dossier }) => dossier).sort()).toEqual(
      many.filter((id) => id !== theirs && id !== ours),
    );
  });

  test('one that its own officers have said so of by a hit is none, where the owner of that tells of which it was', async () => {
    const officer = agency.as('RUSSIA', 'INVESTIGATOR');
    const dossiersFound = async (different: string[]) => {
      const { data } = await officer.run(candidates, { of: [representationOf({ different })] });
      const told: { hit: { reference: string } }[] = data._entities[0].candidates;
      const kept = await agency.models.hits.find().lean();
      return told.map(({ hit: { reference } }) => kept.find(({ _id }) => _id === reference)?.dossier);
    };
    expect(await dossiersFound(['H0000000000000000000Z'])).toContain(byHit);
    const found = await dossiersFound([hit]);
    expect(found).not.toContain(byHit);
    expect(found).toContain(same);
  });

  test('evidence is for officers of the agency whose dossier was compared, on that pair', async () => {
    const of = [representationOf({ version: 5 })];
    const told = async (officer = agency.as('RUSSIA', 'LIAISON')) =>
      (await officer.run(candidates, { of })).data._entities[0].candidates[0];
    const { evidence, hit: found } = await told();
    const pair = { agency: 'RUSSIA', dossier: foreign, version: 5, foreign: found.reference } as const;
    expect(await readEvidence(evidence, testKeys, pair)).toMatchObject({
      evidence: { band: 'STRONG', version: 5, kinds: expect.arrayContaining([expect.anything()]) },
    });
    expect((await told(agency.as('BELARUS', 'INVESTIGATOR'))).evidence).toBeNull();
  });

  test('hits come in the order of their references, which is another for another case', async () => {
    const { references } = await compared();
    expect(references).toEqual([...(references ?? [])].sort());
    const { references: elsewhere } = await compared(
      agency.as('RUSSIA', 'INVESTIGATOR').for('INVESTIGATION', 'RU-2026-000777'),
    );
    expect(elsewhere).toEqual([...(elsewhere ?? [])].sort());
  });

  test('that may not come here nothing is compared, and a receipt says so', async () => {
    const { references, redactions } = await compared(
      agency.as('RUSSIA', 'INVESTIGATOR').under('NATIONAL_LAW'),
    );
    expect(references).toBeUndefined();
    expect(redactions).toContainEqual(
      expect.objectContaining({
        coordinate: 'RussiaDossier.candidates',
        class: 'OPEN',
        owner: 'BELARUS',
        reason: 'LEGAL_BASIS',
        records: null,
      }),
    );
  });

  test.each(['BELARUS', 'RUSSIA'] as const)(
    'a viewer of %s searches once, and twice in no way',
    async (of) => {
      const officer = agency.as(of, 'INVESTIGATOR');
      const once = await officer.run(search, { of: [question('Иванов')] });
      expect(once.codes).toEqual([]);
      const twice = await officer.run(search, { of: [question('Иванов'), question('Петров')] });
      expect(twice.codes).toEqual(['ONE_SEARCH_ONLY']);
      expect(
        twice.data._entities.filter((one: { matches: string | null } | null) => one?.matches),
      ).toHaveLength(1);
      const beside = await officer.run(
        `query ($of: [_Any!]!) { _entities(representations: $of) {
        ... on BelarusSearch { matches } ... on RussiaDossier { candidates { dossier { id } } } } }`,
        { of: [question('Иванов'), representation] },
      );
      expect(beside.codes).toEqual(['ONE_SEARCH_ONLY']);
    },
  );
});
