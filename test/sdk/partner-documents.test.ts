import { documentOf } from './support/documents.ts';
import { clientOf, gatewayAnswering } from './support/gateway.ts';

const receipt = (coordinate: string, records: string[] | null) => ({
  coordinate,
  class: 'CONTACT',
  owner: 'RUSSIA',
  reason: 'NOT_RELEASED',
  records,
  remedy: 'Ask.',
});

const member = (selection: string, variables = '') =>
  `query A${variables} { belarus { group(id: "x") { members { nodes { dossier { ${selection} } } } } } }`;

/** What a document is told of a dossier of a group, with a receipt for Russia’s second dossier. */
async function toldOf(source: string, dossier: object, asked = {}) {
  const { url } = await gatewayAnswering({
    data: { belarus: { group: { members: { nodes: [{ dossier }] } } } },
    extensions: { redactions: [receipt('RussiaDossier.contacts', ['RU-2'])] },
  });
  const { gaps, data } = await clientOf(url).query(await documentOf(source, 'query'), asked);
  return { states: gaps.map(({ gap }) => gap.state), data: JSON.stringify(data) };
}

describe('a receipt is found, whatever the document calls what it is found by', () => {
  const documents: [string, string, object][] = [
    [
      'the id under a name for each type',
      member(
        '... on RussiaDossier { ru: id contacts { value } } ... on BelarusDossier { by: id contacts { value } }',
      ),
      {},
    ],
    [
      'the type under a name on one type',
      member('... on BelarusDossier { t: __typename } contacts { value }'),
      {},
    ],
    [
      'the id under a condition that is not met',
      member('did: id @include(if: $x) contacts { value }', '($x: Boolean!)'),
      { x: false },
    ],
    [
      'the id skipped',
      member('id @skip(if: $x) __typename @skip(if: $x) contacts { value }', '($x: Boolean!)'),
      { x: true },
    ],
  ];

  test.each(documents)('%s', async (_name, source, asked) => {
    const dossier = (id: string) => ({ __typename: 'RussiaDossier', id, contacts: null });
    expect(await toldOf(source, dossier('RU-2'), asked)).toMatchObject({ states: ['withheld'] });
    // The receipt of another dossier is still none of this one: it is a gap of the answer.
    const other = await toldOf(source, dossier('RU-1'), asked);
    expect(other.states).toEqual(['absent', 'withheld']);
  });

  test('another field called `id`, and `__typename`', async () => {
    const source = member('id: contactPoint __typename: agency contacts { value }');
    const dossier = (id: string) => ({
      id: 'RU-2',
      __typename: 'RUSSIA',
      contacts: null,
      concord1_id: id,
      concord1_typename: 'RussiaDossier',
    });
    const { states, data } = await toldOf(source, dossier('RU-2'));
    expect(states).toEqual(['withheld']);
    expect(data).not.toContain('concord1');
    expect((await toldOf(source, dossier('RU-1'))).states).toEqual(['absent', 'withheld']);
  });
});

describe('a field under a condition', () => {
  const source = member('names { full } toString: contacts @include(if: $x) { value }', '($x: Boolean!)');
  const dossier = { __typename: 'RussiaDossier', id: 'RU-2', names: [{ full: 'x' }] };

  test('that is met is told', async () => {
    const { states } = await toldOf(source, { ...dossier, toString: null }, { x: true });
    expect(states).toEqual(['withheld']);
  });

  test('that is not met is not there', async () => {
    const { data } = await toldOf(source, dossier, { x: false });
    expect(data).not.toContain('toString');
  });
});

describe('a search that has no answer', () => {
  const source = 'query A { searchSuspects(criteria: { name: "x" }) { nodes { hit { reference } } } }';
  const extensions = { code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS' };
  const asked = async (body: object) => {
    const { url } = await gatewayAnswering(body);
    return clientOf(url).query(await documentOf(source, 'query'), {});
  };

  test('is an error, and not nobody', async () => {
    const errors = [{ message: 'No.', path: ['searchSuspects'], extensions }];
    await expect(asked({ data: { searchSuspects: null }, errors })).rejects.toMatchObject({
      problem: { code: 'AGENCY_UNAVAILABLE', agency: 'BELARUS' },
    });
  });

  test('of one agency is told with what the others have', async () => {
    const { data } = await asked({
      data: { searchSuspects: { nodes: null } },
      errors: [{ message: 'No.', extensions }],
    });
    expect(data.searchSuspects).toEqual({
      nodes: { items: [], missing: [expect.objectContaining({ state: 'unavailable', agency: 'BELARUS' })] },
    });
  });
});
