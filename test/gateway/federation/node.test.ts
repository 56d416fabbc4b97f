import type { RequestListener } from 'node:http';
import { gatewayBefore } from '../../support/gateway-before.ts';
import { bodyOf } from '../../support/loopback-server.ts';

interface Asked {
  __typename: string;
  node: string;
}

/** An agency that knows some objects, by their ids, and what it was asked about. */
function owner(known: Record<string, object>) {
  const asked: Asked[][] = [];
  const listener: RequestListener = async (request, response) => {
    const { query: text, variables } = JSON.parse((await bodyOf(request)).toString());
    const representations: Asked[] = variables.representations;
    asked.push(representations);
    const isAsked = ([name]: [string, unknown]) =>
      new RegExp(`\\b${name}\\b`).test(text.slice(text.indexOf('...')));
    const entities = representations.map(({ __typename, node }) =>
      known[node] ? { __typename, ...Object.fromEntries(Object.entries(known[node]).filter(isAsked)) } : null,
    );
    response.end(JSON.stringify({ data: { _entities: entities } }));
  };
  return { listener, asked };
}
const broken: RequestListener = (request) => request.socket.destroy();

const dossier = 'BY-0000000000';
const group = 'RUG-0000000000';
const release = `R-${dossier}-V000000000000`;
const unknown = 'BY-9999999999';
const query = (selection: string) => `query ($id: ID!) { node(id: $id) { ${selection} } }`;

async function federation() {
  const belarus = owner({
    [dossier]: { id: dossier, agency: 'BELARUS' },
    [release]: { id: release, state: 'GRANTED' },
  });
  const russia = owner({ [group]: { id: group, name: 'Heron' } });
  const ask = await gatewayBefore({ belarus: belarus.listener, russia: russia.listener });
  return { ask, belarus, russia };
}

describe('an object asked for by its id', () => {
  const selection =
    '__typename id ... on Dossier { agency } ... on Release { state } ... on CriminalGroup { name }';

  test.each([
    [dossier, { __typename: 'BelarusDossier', id: dossier, agency: 'BELARUS' }],
    [release, { __typename: 'BelarusRelease', id: release, state: 'GRANTED' }],
    [group, { __typename: 'RussiaGroup', id: group, name: 'Heron' }],
  ])('is answered by its owner alone, which is asked once: %s', async (id, node) => {
    const { ask, belarus, russia } = await federation();
    expect(await ask(query(selection), { id })).toEqual({ data: { node } });
    expect([...belarus.asked, ...russia.asked]).toEqual([[{ __typename: node.__typename, node: id }]]);
  });

  test('is null without an error where its owner knows of none', async () => {
    const { ask } = await federation();
    expect(await ask(query(selection), { id: unknown })).toEqual({ data: { node: null } });
  });

  test.each([
    ['its type alone', '__typename'],
    ['its type under another name', 'kind: __typename'],
    ['fields of another type', '... on CriminalGroup { name }'],
    ['fields that are left out', 'id @skip(if: true) __typename'],
  ])('has its owner asked for %s too', async (_what, fields) => {
    const { ask, belarus } = await federation();
    expect((await ask(query(fields), { id: dossier })).data?.node).not.toBeNull();
    expect(await ask(query(fields), { id: unknown })).toEqual({ data: { node: null } });
    expect(belarus.asked).toEqual([dossier, unknown].map((node) => [{ __typename: 'BelarusDossier', node }]));
  });

  test('is one of several, by aliases, in fragments, and by a default', async () => {
    const { ask } = await federation();
    const text = `query ($id: ID! = "${unknown}") {
      one: node(id: "${dossier}") { __typename } ...Rest ... on Query { group: node(id: "${group}") { id } }
    } fragment Rest on Query { none: node(id: $id) { id } }`;
    expect(await ask(text)).toEqual({
      data: { one: { __typename: 'BelarusDossier' }, none: null, group: { id: group } },
    });
  });

  test('is null with an error, and no other, where its owner is down', async () => {
    const ask = await gatewayBefore({ belarus: broken, russia: broken });
    for (const fields of ['__typename', 'id', '... on Dossier { agency }']) {
      const { data, errors } = await ask(query(fields), { id: dossier });
      expect(data).toEqual({ node: null });
      expect(errors).toEqual([
        expect.objectContaining({
          path: ['node'],
          extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS' },
        }),
      ]);
    }
  });

  test('is a suspect whom nobody need know: each agency answers for its own half', async () => {
    const { ask, belarus, russia } = await federation();
    expect(await ask(query('__typename id'), { id: `S-${unknown}` })).toEqual({
      data: { node: { __typename: 'Suspect', id: `S-${unknown}` } },
    });
    expect([...belarus.asked, ...russia.asked]).toEqual([]);
  });

  test.each([
    '',
    'x',
    'BY-1',
    'V000000000000',
    'H0123456789ABCDEFGHJK',
    'R-BY-0000000000',
    'S-BYG-0000000000',
    'FR-0000000000',
  ])('is BAD_USER_INPUT where the id has the form of none: %j', async (id) => {
    const { ask, belarus } = await federation();
    const { data, errors } = await ask(query('__typename'), { id });
    expect(data).toEqual({ node: null });
    expect(errors).toMatchObject([{ path: ['node'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(belarus.asked).toEqual([]);
  });
});
