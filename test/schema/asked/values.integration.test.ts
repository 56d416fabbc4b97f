import { subgraphOf } from '../../../terms/agencies.ts';
import { demoAgencies } from '../../../workshop/demo-data/agencies/demo-agencies.ts';
import { linkedPerson } from '../../../workshop/demo-data/known/demo-ids.ts';
import { type DemoFederation, demoFederation, otherThan } from '../../support/composed/demo-federation.ts';

let federation: DemoFederation;
beforeAll(async () => {
  federation = await demoFederation();
});
afterAll(() => federation.stop());

/** Every kind of value with its id, by which actions name it. */
const valuesOf = (own: string) => `query ($id: ID!) { suspect(id: $id) { ${own} { suspect { id }
  names { id full surname givenName patronymic }
  birth { id date precision } birthPlace { id country } sex { id sex } citizenships { id country }
  documents { id number } contacts { id value } instruments { id kind node { id dossiers(first: 2) { nodes { id } } } }
  infrastructure { id value node { id } } roles { id kind } memberships { id rank }
  offences { id article { agency code validFrom validTo confirmed }
    counterparts { article { agency code } comparability note } }
  measures { id kind } plannedMeasures { id kind } harms { id victims } status { id stage } } } }`;

type Value = { id: string };
interface Values extends Record<string, Value | Value[] | null> {
  names: (Value & Record<'full' | 'surname' | 'givenName' | 'patronymic', string | null>)[];
}

const listsOf = (agency: string) => `query { ${agency} {
  articles { agency code en: title ru: title(language: RU) validFrom validTo confirmed }
  provisions { agency citation en: title ru: title(language: RU) measures validFrom validTo confirmed } } }`;

describe.each(demoAgencies)('what %s has recorded of a person', (agency) => {
  const own = subgraphOf(agency);
  const read = (role: string) =>
    federation.as(agency, role)<{ suspect: Record<string, Values> }>(valuesOf(own), {
      id: linkedPerson[agency],
    });

  test('has an id each, and no two have the same', async () => {
    const { data, codes } = await read('INVESTIGATOR');
    expect(codes).toEqual([]);
    const { suspect, ...kinds } = data.suspect[own] ?? { suspect: null };
    expect(suspect).toEqual({ id: `S-${linkedPerson[agency]}` });
    const values = Object.values(kinds).flatMap((value) => value ?? []);
    expect(values.length).toBeGreaterThan(10);
    for (const { id } of values) expect(id).toMatch(/\w/);
    expect(new Set(values.map(({ id }) => id)).size).toBe(values.length);
  });

  test('has names in parts, which make the whole', async () => {
    const { data } = await read('INVESTIGATOR');
    const [{ full, surname, givenName, patronymic } = { full: '' }] = data.suspect[own]?.names ?? [];
    expect([surname, givenName, patronymic].filter(Boolean).join(' ')).toBe(full);
  });

  test('says of an offence what it is at the other agency, and how far the two compare', async () => {
    const { data } = await read('INVESTIGATOR');
    expect(data.suspect[own]?.offences).toContainEqual(
      expect.objectContaining({
        article: expect.objectContaining({
          agency,
          validFrom: expect.any(String),
          validTo: null,
          confirmed: expect.any(Boolean),
        }),
        counterparts: expect.arrayContaining([
          {
            article: { agency: expect.not.stringMatching(agency), code: expect.any(String) },
            comparability: expect.stringMatching(/^[A-Z_]+$/),
            note: expect.anything(),
          },
        ]),
      }),
    );
  });

  test('leads from a thing to those who share it, and is withheld from who may not read its class', async () => {
    const { data } = await read('INVESTIGATOR');
    expect(data.suspect[own]?.instruments).toContainEqual(
      expect.objectContaining({
        node: {
          id: expect.any(String),
          dossiers: { nodes: expect.arrayContaining([{ id: linkedPerson[agency] }]) },
        },
      }),
    );
    const analyst = await read('PARTNER');
    expect(analyst.data.suspect[own]?.instruments ?? null).toBeNull();
    expect(analyst.withheld).not.toEqual([]);
  });

  test('is under articles and provisions of its own lists, with their titles and since when they hold', async () => {
    const { data, codes } = await federation.as(
      agency,
      'INVESTIGATOR',
    )<Record<string, Record<'articles' | 'provisions', object[]>>>(listsOf(own));
    expect(codes).toEqual([]);
    const since = {
      agency,
      en: expect.stringMatching(/^[A-Z][\x20-\x7e’–]+/),
      ru: expect.stringMatching(/[а-яё]/i),
      validFrom: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      validTo: null,
      confirmed: expect.any(Boolean),
    };
    expect(data[own]?.articles).toContainEqual({ ...since, code: expect.any(String) });
    expect(data[own]?.provisions).toContainEqual({
      ...since,
      citation: expect.any(String),
      measures: expect.arrayContaining([expect.any(String)]),
    });
  });
});

describe('the titles of the closed lists', () => {
  const titles =
    'query ($language: Language!) { titles(language: $language) { name values { value title } } }';
  interface Titles {
    titles: { name: string; values: { value: string; title: string }[] }[];
  }
  const titlesIn = async (language: string) => {
    const officer = federation.as('RUSSIA', 'INVESTIGATOR');
    const { data, codes } = await officer<Titles>(titles, { language });
    expect(codes).toEqual([]);
    return data.titles;
  };
  const stage = async (language: string) =>
    (await titlesIn(language))
      .find(({ name }) => name === 'ProceduralStage')
      ?.values.find(({ value }) => value === 'ACCUSED')?.title;

  test('are in each language, and another in each', async () => {
    const all = await Promise.all(['BE', 'RU', 'EN'].map(stage));
    expect(all[2]).toBe('Accused');
    expect(new Set(all).size).toBe(3);
    for (const title of all.slice(0, 2)) expect(title).toMatch(/[а-яёўі]/i);
  });

  test('have the same lists with the same values in every language', async () => {
    const shape = async (language: string) =>
      (await titlesIn(language)).map(({ name, values }) => [name, values.map(({ value }) => value)]);
    expect(await shape('BE')).toEqual(await shape('EN'));
    expect(await shape('RU')).toEqual(await shape('EN'));
  });

  test('are in no other language', async () => {
    const { codes } = await federation.as('RUSSIA', 'INVESTIGATOR')(titles, { language: 'DE' });
    expect(codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe.each(demoAgencies)('the record of reads of %s', (agency) => {
  const own = subgraphOf(agency);
  const type = agency === 'BELARUS' ? 'Belarus' : 'Russia';
  const readsOf = (agency: string) => `query { ${agency} { reads(first: 5) { nodes {
    by agency roles purpose case reason dossiers beyondMandate ofNoCase groups coordinates
    withheld { coordinate reason dossiers } } } } }`;
  interface Reads {
    reads: { nodes: object[] } | null;
  }

  const document = `query ($id: ID!) { suspect(id: $id) { ${own} { id instruments { kind } } } }`;
  const entries = async () => {
    const { data, codes } = await federation.as(agency, 'OVERSEER')<Record<string, Reads>>(readsOf(own));
    expect(codes).toEqual([]);
    return data[own]?.reads?.nodes;
  };

  test('says which own officer read what, with which roles and reason, and that it was within the mandate', async () => {
    const officer = federation.as(agency, 'ANALYST', { 'concord-reason': 'Check of report 17' });
    await officer(document, { id: linkedPerson[agency] });
    expect(await entries()).toContainEqual(
      expect.objectContaining({
        by: `${own}-analyst`,
        roles: ['ANALYST'],
        reason: 'Check of report 17',
        dossiers: [linkedPerson[agency]],
        beyondMandate: [],
        ofNoCase: [],
        groups: [],
      }),
    );
  });

  test('says what was withheld from an officer of the other agency, of which dossier and why', async () => {
    const other = otherThan(agency);
    const { withheld } = await federation.as(other, 'INVESTIGATOR')(document, { id: linkedPerson[agency] });
    expect(withheld).toEqual([`${type}Dossier.instruments`]);
    expect(await entries()).toContainEqual(
      expect.objectContaining({
        by: `${subgraphOf(other)}-investigator`,
        agency: other,
        beyondMandate: null,
        ofNoCase: null,
        withheld: [
          {
            coordinate: `${type}Dossier.instruments`,
            reason: agency === 'BELARUS' ? 'NOT_RELEASED' : 'RELEASE_EXPIRED',
            dossiers: [linkedPerson[agency]],
          },
        ],
      }),
    );
  });

  test('is withheld from everybody but an overseer of its own agency', async () => {
    const { data, withheld } = await federation.as(agency, 'SUPERVISOR')<Record<string, Reads>>(readsOf(own));
    expect(data[own]?.reads).toBeNull();
    expect(withheld).toEqual([`${type}Query.reads`]);
  });
});
