import { releasedOperations } from '../../../sdk/scripts/generated-operations.ts';
import { changesPage, releasedContract } from '../../../workshop/scripts/contract/changes-page.ts';
import { builtSdl, projectFile } from '../../support/schema-files.ts';

const before = `
  "A record."
  type Query { dossier(id: ID!): BelarusDossier kind: Kind }
  type BelarusDossier { id: ID! name: String }
  type RussiaDossier { id: ID! name: String }
  enum Kind { PHONE }
`;

const own = `
  query BelarusName { ...Named }
  query Kind { kind }
  fragment Named on Query { dossier(id: "x") { name } }
`;

/** The lines under a heading of the page. */
async function listed(heading: string, from: string, to: string, operations = own): Promise<string[]> {
  const page = await changesPage({ contract: before, operations }, before.replaceAll(from, to));
  const section = page.split(`## ${heading}\n\n`)[1]?.split('\n\n## ')[0];
  return (
    section
      ?.trim()
      .split('\n')
      .filter((line) => line.startsWith('- ') || line === 'None.') ?? []
  );
}

describe('the page of changes names', () => {
  test.each([
    [
      'a field that is gone',
      'Breaking',
      ' name: String }',
      ' }',
      'Field `name` was removed from object type `…Dossier`',
    ],
    [
      'a field of another type',
      'Breaking',
      'name: String',
      'name: Int',
      'Field `…Dossier.name` changed type from `String` to `Int`',
    ],
    [
      'an argument that is required',
      'Breaking',
      'id: ID!)',
      'id: ID!, as: ID!)',
      'Argument `as: ID!` added to field `Query.dossier`',
    ],
    [
      'a field that ends',
      'Deprecated',
      'name: String',
      'name: String @deprecated(reason: "Use names.")',
      'Field `…Dossier.name` is deprecated',
    ],
    [
      'a new field',
      'New',
      'kind: Kind',
      'kind: Kind sort: Kind',
      'Field `sort` was added to object type `Query`',
    ],
    [
      'a new member',
      'Dangerous',
      '{ PHONE }',
      '{ PHONE EMAIL }',
      'Enum value `EMAIL` was added to enum `Kind`',
    ],
  ])('%s', async (_what, heading, from, to, line) => {
    const lines = await listed(heading, from, to);
    expect(lines).toEqual([`- ${line}`]);
  });

  test('nothing where nothing but a description has changed', async () => {
    expect(await listed('Breaking', '"A record."', '"Another."')).toEqual(['None.']);
    expect(await listed('New', '"A record."', '"Another."')).toEqual(['None.']);
  });

  test('a new type without its fields', async () => {
    const lines = await listed('New', 'enum Kind', 'type Place { town: String }\n  enum Kind');
    expect(lines).toEqual(['- Type `Place` was added']);
  });
});

describe('of the operations of the last release the page says', () => {
  test('that they are valid still', async () => {
    const lines = await listed('Documents', ' sort', '');
    expect(lines).toEqual(['- `…Name`: valid.', '- `Kind`: valid.']);
  });

  test('what is wrong with one that no longer holds, in a fragment too', async () => {
    const lines = await listed('Documents', ' name: String }', ' }');
    expect(lines).toEqual(['- `…Name`: Cannot query field `name` on type `…Dossier`.', '- `Kind`: valid.']);
  });

  test('what is wrong with a variable', async () => {
    const asked = 'query Asked($id: String!) { dossier(id: $id) { name } }';
    const lines = await listed('Documents', ' sort', '', asked);
    expect(lines).toEqual([
      '- `Asked`: Variable `$id` of type `String!` used in position expecting type `ID!`.',
    ]);
  });
});

test('a contract that is released differs from itself in nothing, and keeps no descriptions', async () => {
  const released = releasedContract(builtSdl('api'));
  expect(released).not.toContain('"""');
  const page = await changesPage({ contract: released, operations: releasedOperations() }, builtSdl('api'));
  expect(page.match(/^None\.$/gm)).toHaveLength(4);
  expect(page).toMatch(/^- `Profile`: valid\.$/m);
  expect(page).not.toMatch(/^- `\w+`: (?!valid)/m);
});

test('the committed page is the one of the committed contracts', async () => {
  const [contract, operations] = ['api', 'operations'].map((name) =>
    projectFile(`schema/released/${name}.graphql`),
  );
  const page = await changesPage({ contract: `${contract}`, operations: `${operations}` }, builtSdl('api'));
  expect(projectFile('docs/contract-changes.md')).toBe(page);
});
