import type { Asker } from '../support/composed/callers.ts';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { groupsOf } from '../support/marked/marks.ts';
import { dossierIn, nobody } from '../support/marked/records.ts';
import { namedCase, stateNames } from '../support/policy/states.ts';

const mandate = { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: namedCase } as const;
const asking = (agency: Asker['agency'], ...roles: string[]): Asker => ({ agency, roles, mandate });
const abroad = asking('RUSSIA', 'INVESTIGATOR');
const groups = groupsOf('BELARUS');
const releaseOf = (dossier: string, index = 0) => `R-${dossier}-R${index}${dossier.replace('-', '')}`;
const noGroup = groups.dark.replace('DARK', '0000');

describe('an object asked for by its id', () => {
  let federation: MarkedFederation;
  beforeAll(async () => {
    federation = await markedFederation();
  });
  afterAll(() => federation.stop());

  const bodyOf = async (asker: Asker, query: string, id: string): Promise<string> => {
    const { body } = await federation.ask(asker, {
      query: `query ($id: ID!) { ${query} }`,
      variables: { id },
    });
    return body.replaceAll(id, 'ID');
  };
  const nodeOf = async (asker: Asker, id: string, selection = '__typename id') => {
    const { body } = await federation.ask(asker, {
      query: `query ($id: ID!) { node(id: $id) { ${selection} } }`,
      variables: { id },
    });
    return JSON.parse(body);
  };

  const fields = 'id handlingCode names { full } contacts { value } releases { id state }';

  test.each(stateNames)('is a dossier as it is in a suspect’s half, or none: %s', async (state) => {
    const id = dossierIn('BELARUS', state);
    for (const asker of [abroad, asking('BELARUS', 'INVESTIGATOR')]) {
      const asNode = await bodyOf(asker, `half: node(id: $id) { ... on BelarusDossier { ${fields} } }`, id);
      const asHalf = JSON.parse(await bodyOf(asker, `suspect(id: $id) { belarus { ${fields} } }`, id));
      expect(JSON.parse(asNode)).toEqual({ ...asHalf, data: { half: asHalf.data.suspect.belarus } });
    }
  });

  test.each(['__typename', 'id', fields, '... on CriminalGroup { name }', '... on Release { state }'])(
    'is the same to the byte for one that is dark and for one that nobody has: %s',
    async (selection) => {
      const text = selection === fields ? `... on BelarusDossier { ${fields} }` : selection;
      const answers = async (...ids: string[]) =>
        new Set(await Promise.all(ids.map((id) => bodyOf(abroad, `node(id: $id) { ${text} }`, id))));
      expect([...(await answers(dossierIn('BELARUS', 'dark'), nobody('BELARUS')))]).toHaveLength(1);
      const dark = releaseOf(dossierIn('BELARUS', 'dark, though released and linked'));
      const proposed = releaseOf(dossierIn('BELARUS', 'linked, proposed'));
      const none = releaseOf(nobody('BELARUS'));
      expect([...(await answers(dark, proposed, none))]).toHaveLength(1);
      expect([...(await answers(groups.dark, groups.waiting, noGroup))]).toHaveLength(1);
    },
  );

  test('is a group for those who may read one of its members, and none for others', async () => {
    const selection = '__typename id ... on CriminalGroup { name agency }';
    const name = `MARK-GROUP-${groups.many}-name`;
    const node = { __typename: 'BelarusGroup', id: groups.many, name, agency: 'BELARUS' };
    expect(await nodeOf(abroad, groups.many, selection)).toEqual({ data: { node } });
    expect(await nodeOf(abroad, groups.dark, selection)).toEqual({ data: { node: null } });
    const ownDark = await nodeOf(asking('BELARUS', 'INVESTIGATOR'), groups.dark, selection);
    expect(ownDark.data.node?.id ?? null).toBe(
      JSON.parse(
        (
          await federation.ask(asking('BELARUS', 'INVESTIGATOR'), {
            query: `{ belarus { group(id: "${groups.dark}") { id } } }`,
          })
        ).body,
      ).data.belarus.group?.id ?? null,
    );
  });

  test.each([
    ['a group', groups.many, noGroup, 'CASE', ['PARTNER']],
    ['a dossier', dossierIn('BELARUS', 'visible'), nobody('BELARUS'), 'OPEN', ['OVERSEER']],
    [
      'a release',
      releaseOf(dossierIn('BELARUS', 'released')),
      releaseOf(nobody('BELARUS')),
      'OPEN',
      ['OVERSEER'],
    ],
  ])(
    'that policy withholds altogether has a receipt, of %s there is and of none',
    async (_what, id, none, of, roles) => {
      const asker = asking('RUSSIA', ...roles);
      const answer = await nodeOf(asker, id);
      expect(answer).toEqual({
        data: { node: null },
        extensions: {
          redactions: [
            expect.objectContaining({ coordinate: 'Query.node', class: of, owner: 'BELARUS', records: null }),
          ],
        },
      });
      expect(await nodeOf(asker, none)).toEqual(answer);
    },
  );

  test('is a release for those who may know of it', async () => {
    const released = dossierIn('BELARUS', 'released');
    const selection = '__typename id ... on Release { to state reason }';
    const node = { __typename: 'BelarusRelease', id: releaseOf(released), to: 'RUSSIA', state: 'GRANTED' };
    expect((await nodeOf(abroad, releaseOf(released), selection)).data).toEqual({
      node: { ...node, reason: null },
    });
    const { data } = await nodeOf(asking('BELARUS', 'SUPERVISOR'), releaseOf(released), selection);
    expect(data.node).toMatchObject(node);
    expect(data.node.reason).not.toBeNull();
  });

  test('that is of another type than its id says is none', async () => {
    const id = dossierIn('BELARUS', 'visible');
    for (const other of [id.replace('BY-', 'BYG-'), releaseOf(id, 7), groups.many.replace('BYG-', 'BY-')])
      expect(await nodeOf(abroad, other)).toEqual({ data: { node: null } });
  });

  test('is nothing by a representation of another agency’s, of another type, or that is no id', async () => {
    const id = dossierIn('BELARUS', 'visible');
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }`;
    const of = [
      { __typename: 'BelarusDossier', node: dossierIn('RUSSIA', 'visible') },
      { __typename: 'BelarusDossier', node: groups.many },
      { __typename: 'BelarusDossier', node: { $ne: null }, id },
      { __typename: 'BelarusGroup', node: id },
      { __typename: 'BelarusGroup', node: { $ne: null } },
      { __typename: 'BelarusRelease', node: [releaseOf(id)] },
      { __typename: 'BelarusRelease' },
    ];
    const { body } = await federation.askSubgraph('BELARUS', abroad, { query, variables: { of } });
    expect(JSON.parse(body)).toEqual({ data: { _entities: of.map(() => null) } });
  });
});
