import type { DossierPart } from '../../../../../subgraphs/agency/records/dossier/dossier-part.ts';
import type { Provenance } from '../../../../../subgraphs/agency/records/values/value.ts';
import { belarusAnswers } from '../../../../support/belarus-subgraph.ts';

const own = ['BY-0000000001', 'BY-0000000002', 'BY-0000000003'] as const;
const foreign = ['RU-0000000001', 'RU-0000000002'] as const;
const dossiers: DossierPart[] = [
  { _id: own[0] },
  { _id: own[1], samePersonAs: [foreign[0]] },
  { _id: own[2] },
];

const document = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Suspect { belarus { id } } }
}`;
const halvesOf = (...ids: unknown[]) =>
  belarusAnswers(
    { document, variables: { representations: ids.map((id) => ({ __typename: 'Suspect', id })) } },
    dossiers,
  );

describe('Belarus’s half of a suspect', () => {
  test('is its dossier of that id', async () => {
    expect((await halvesOf(own[0])).data).toEqual({ _entities: [{ belarus: { id: own[0] } }] });
  });

  test('is its dossier that a confirmed link joins to another agency’s', async () => {
    const { data } = await halvesOf(foreign[0]);
    expect(data).toEqual({ _entities: [{ belarus: { id: own[1] } }] });
  });

  test('is null for an id that it does not hold, and for one that no link names', async () => {
    const { data, errors } = await halvesOf('BY-9999999999', foreign[1]);
    expect(data).toEqual({ _entities: [{ belarus: null }, { belarus: null }] });
    expect(errors).toBeUndefined();
  });

  test('is the same for the id of a suspect', async () => {
    const { data } = await halvesOf(`S-${own[0]}`, `S-${foreign[0]}`, 'S-BY-9999999999');
    expect(data).toEqual({
      _entities: [{ belarus: { id: own[0] } }, { belarus: { id: own[1] } }, { belarus: null }],
    });
  });

  test('takes one read for a page of own and foreign ids', async () => {
    const { byIds } = await halvesOf(own[0], foreign[0], own[2], foreign[1]);
    expect(byIds).toEqual([{ own: [own[0], own[2]], foreign, fields: ['cases'], filter: {} }]);
  });

  test.each([[{ $ne: null }], [[own[0]]], [7], [null], [''], ['BY-1'], ['by-0000000001'], ['S-BY-1']])(
    'is nothing, and reads nothing, for what is no dossier id: %j',
    async (id) => {
      const { data, byIds } = await halvesOf(id);
      expect(data).toEqual({ _entities: [{ belarus: null }] });
      expect(byIds).toEqual([]);
    },
  );
});

describe('a dossier', () => {
  const provenance: Provenance = {
    sourceReliability: 'A',
    informationAccuracy: 1,
    legalBasis: 'NATIONAL_LAW',
    recordedAt: new Date('2026-01-02T03:04:05Z'),
    retainUntil: new Date('2031-01-02T00:00:00Z'),
    contested: false,
  };
  const answer = async (selection: string, record: Omit<DossierPart, '_id'>) => {
    const { data, errors } = await belarusAnswers(
      { document: `{ belarus { dossiers(first: 1) { nodes { ${selection} } } } }` },
      [{ _id: own[0], ...record }],
    );
    expect(errors).toBeUndefined();
    return data?.belarus;
  };
  const nodes = (...values: unknown[]) => ({ dossiers: { nodes: values } });

  test('says who owns it and where its owner answers', async () => {
    expect(await answer('__typename agency contactPoint suspect { id }', {})).toEqual(
      nodes({
        __typename: 'BelarusDossier',
        agency: 'BELARUS',
        contactPoint: 'liaison@investigative-committee.by.example',
        suspect: { id: `S-${own[0]}` },
      }),
    );
  });

  test('has names in one line, without the parts that are not recorded', async () => {
    const legal = { id: 'V1', kind: 'LEGAL', script: 'LATIN', provenance } as const;
    const names = [
      { ...legal, surname: 'Ivanou', givenName: 'Ivan', patronymic: 'Ivanavich' },
      { ...legal, surname: 'Ivanou', givenName: 'Ivan' },
      { ...legal, kind: 'HANDLE', handle: 'night_owl' } as const,
    ];
    expect(await answer('names { full patronymic }', { names })).toEqual(
      nodes({
        names: [
          { full: 'Ivanou Ivan Ivanavich', patronymic: 'Ivanavich' },
          { full: 'Ivanou Ivan', patronymic: null },
          { full: 'night_owl', patronymic: null },
        ],
      }),
    );
  });

  test('has articles of its owner’s code, and says so of one that is not on the list', async () => {
    const offences = ['209', '159.3'].map((article) => ({
      id: 'V1',
      article,
      committedOn: '2025-03',
      provenance,
    }));
    expect(await answer('offences { precision article { agency code title } }', { offences })).toEqual(
      nodes({
        offences: [
          { precision: 'MONTH', article: { agency: 'BELARUS', code: '209', title: expect.any(String) } },
          { precision: 'MONTH', article: { agency: 'BELARUS', code: '159.3', title: 'No longer listed' } },
        ],
      }),
    );
  });

  test('has titles of articles in the language that is asked for, and in English where none is', async () => {
    const offences = [{ id: 'V1', article: '209', committedOn: '2025-03', provenance }];
    const asked = 'offences { article { title be: title(language: BE) ru: title(language: RU) } }';
    expect(await answer(asked, { offences })).toEqual(
      nodes({
        offences: [
          { article: { title: 'Fraud by deceit or abuse of trust', be: 'Махлярства', ru: 'Мошенничество' } },
        ],
      }),
    );
  });

  test('has a moment of recording and a day of erasure for each value', async () => {
    const birth = { id: 'V1', date: '1985', provenance };
    expect(await answer('birth { precision provenance { recordedAt retainUntil } }', { birth })).toEqual(
      nodes({
        birth: {
          precision: 'YEAR',
          provenance: { recordedAt: '2026-01-02T03:04:05.000Z', retainUntil: '2031-01-02' },
        },
      }),
    );
  });
});

describe('a page of dossiers', () => {
  const page = (argument: string) =>
    belarusAnswers(
      { document: `{ belarus { dossiers${argument} { nodes { id } pageInfo { hasNextPage endCursor } } } }` },
      dossiers,
    );

  test('is 20 unless another size is asked, and reads one more', async () => {
    const asked = { after: undefined, fields: ['cases'], filter: {} };
    expect((await page('')).pages).toEqual([{ ...asked, limit: 21 }]);
    expect((await page('(first: 2)')).pages).toEqual([{ ...asked, limit: 3 }]);
  });

  test('reads nothing when it is refused', async () => {
    const { data, errors, pages } = await page('(first: 101)');
    expect(data).toEqual({ belarus: { dossiers: null } });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(pages).toEqual([]);
  });
});
