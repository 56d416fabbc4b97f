import type { Asker } from '../support/composed/callers.ts';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { everythingOf } from '../support/coordinates/asked-of-agency.ts';
import { dossierIn } from '../support/marked/records.ts';
import { namedCase } from '../support/policy/states.ts';

const mandate = { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: namedCase } as const;
const asking = (...roles: string[]): Asker => ({ agency: 'RUSSIA', roles, mandate });
const visible = dossierIn('BELARUS', 'visible');
const dark = dossierIn('BELARUS', 'dark, though released and linked');
const everything = { query: everythingOf('BELARUS'), variables: { id: visible } };

describe('a request that should not be', () => {
  let federation: MarkedFederation;
  beforeAll(async () => {
    federation = await markedFederation();
  });
  afterAll(() => federation.stop());

  const ask = async (asker: Asker, query: string, variables = {}) =>
    JSON.parse((await federation.ask(asker, { query, variables })).body);

  test('of a viewer without roles is answered with nothing, and with why', async () => {
    const { data, errors, extensions } = await ask(asking(), everything.query, everything.variables);
    expect(data).toEqual({ suspect: { id: `S-${visible}`, belarus: null }, belarus: { reads: null } });
    expect(errors).toBeUndefined();
    expect(extensions.redactions).toContainEqual(
      expect.objectContaining({
        coordinate: 'Suspect.belarus',
        class: 'OPEN',
        reason: 'ROLE',
        records: null,
      }),
    );
  });

  test.each([['ADMIN'], ['investigator'], ['ANALYST,LIAISON'], ['INVESTIGATOR '], ['__proto__']])(
    'of a viewer with the role %j is answered as one without roles',
    async (role) => {
      const [unknown, none] = await Promise.all([
        federation.ask(asking(role), everything),
        federation.ask(asking(), everything),
      ]);
      expect(unknown).toEqual(none);
    },
  );

  test('of an investigator is answered with what he may read', async () => {
    const { data } = await ask(asking('INVESTIGATOR'), everything.query, everything.variables);
    expect(data.suspect.belarus).toMatchObject({ id: visible, names: expect.any(Array), contacts: null });
  });

  test('with a role beside an unknown one is answered as with that role alone', async () => {
    const [both, one] = await Promise.all([
      federation.ask(asking('ADMIN', 'INVESTIGATOR'), everything),
      federation.ask(asking('INVESTIGATOR'), everything),
    ]);
    expect(both).toEqual(one);
  });

  test.each([
    ['of a permitted field', 'contactPoint: contacts { value }', 'contactPoint'],
    ['of the field for the denied', '_denied: contacts { value }', '_denied'],
    ['of the type’s name', 'typename: contacts { value }', 'typename'],
  ])(
    'that gives a denied field the name %s gets null and a receipt for the field itself',
    async (_name, field, key) => {
      const query = `query ($id: ID!) { suspect(id: $id) { belarus { id ${field} } } }`;
      const { data, extensions } = await ask(asking('PARTNER', 'SUPERVISOR'), query, { id: visible });
      expect(data.suspect.belarus).toEqual({ id: visible, [key]: null });
      expect(extensions.redactions).toEqual([
        expect.objectContaining({
          coordinate: 'BelarusDossier.contacts',
          class: 'CONTACT',
          reason: 'NOT_RELEASED',
          records: [visible],
        }),
      ]);
    },
  );

  const underCondition = `query ($id: ID!, $if: Boolean!) { suspect(id: $id) { belarus { id ...C @include(if: $if) } } }
    fragment C on Dossier { contacts { value } plannedMeasures { kind } }`;
  test.each([
    [true, ['BelarusDossier.contacts', 'BelarusDossier.plannedMeasures']],
    [false, []],
  ])(
    'for denied fields on the condition %s has receipts for what was asked',
    async (condition, coordinates) => {
      const { extensions } = await ask(asking('INVESTIGATOR'), underCondition, {
        id: visible,
        if: condition,
      });
      const receipts: { coordinate: string }[] = extensions?.redactions ?? [];
      expect(receipts.map(({ coordinate }) => coordinate)).toEqual(coordinates);
    },
  );

  test('for a history without what has changed has no receipt for that', async () => {
    const query = `{ suspect(id: "${dossierIn('BELARUS', 'of the case')}") { belarus { history {
      nodes { version action } } } } }`;
    const analyst: Asker = { agency: 'BELARUS', roles: ['ANALYST'], mandate };
    const { data, extensions } = await ask(analyst, query);
    expect(data.suspect.belarus.history.nodes.length).toBeGreaterThan(0);
    expect(extensions).toBeUndefined();
  });

  test('for what is for some officers of the owner alone is told whom to ask', async () => {
    const query = `{ suspect(id: "${dossierIn('BELARUS', 'released')}") { belarus { releases { reason } } } }`;
    const analyst: Asker = { agency: 'BELARUS', roles: ['ANALYST'], mandate };
    const { data, extensions } = await ask(analyst, query);
    expect(data.suspect.belarus.releases).toEqual([{ reason: null }]);
    expect(extensions.redactions).toEqual([
      expect.objectContaining({
        coordinate: 'BelarusRelease.reason',
        remedy:
          'This is for the INVESTIGATOR, LIAISON or SUPERVISOR of BELARUS. Ask a colleague with that role.',
      }),
    ]);
  });

  test('that names the field for the denied itself is no query of this schema', async () => {
    const { data, errors } = await ask(asking('INVESTIGATOR'), `{ suspect(id: "${visible}") { _denied } }`);
    expect(data).toBeUndefined();
    expect(errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  const entities = `query ($of: [_Any!]!) { _entities(representations: $of) { __typename
    ... on Suspect { belarus { id names { full } } } } }`;
  test.each([
    ['an operator for an id', { __typename: 'Suspect', id: { $ne: null } }],
    ['an expression for an id', { __typename: 'Suspect', id: { $regex: '.' } }],
    ['a list of ids', { __typename: 'Suspect', id: [visible] }],
    ['no id', { __typename: 'Suspect' }],
    [
      'an answer of its own',
      { __typename: 'Suspect', id: dark, belarus: { _id: dark, names: [{ full: 'x' }] } },
    ],
    ['a dossier for an entity', { __typename: 'BelarusDossier', id: visible, _id: visible }],
    ['a type that is not there', { __typename: 'User', id: visible }],
    ['no type', { id: visible }],
  ])('with a representation of %s gets nothing', async (_what, representation) => {
    const { body } = await federation.askSubgraph('BELARUS', asking('INVESTIGATOR'), {
      query: entities,
      variables: { of: [representation] },
    });
    const { data } = JSON.parse(body);
    expect(data?._entities?.[0]?.belarus ?? null).toBeNull();
    expect(body).not.toContain('MARK-');
  });

  test('with a representation as the gateway sends it gets the dossier', async () => {
    const { body } = await federation.askSubgraph('BELARUS', asking('INVESTIGATOR'), {
      query: entities,
      variables: { of: [{ __typename: 'Suspect', id: visible }] },
    });
    expect(JSON.parse(body).data._entities[0].belarus.id).toBe(visible);
  });
});
